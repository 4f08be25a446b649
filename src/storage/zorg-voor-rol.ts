import { type Kysely, sql } from "kysely";
import { APPROL } from "#storage/rol.ts";
import type { Tables } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";

/**
 * Lets the policies for who owns the tables be of this user, also where another one made them.
 *
 * Otherwise that user would see no rows, and write a backup of nothing.
 */
export async function zorgVoorEigenaar(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ tabel: string }>`
    select c.relname as tabel from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'eigenaar' and c.relnamespace = current_schema()::regnamespace
      and not (current_user::regrole::oid = any (p.polroles))`.execute(db);
  for (const { tabel } of rows) {
    await sql`alter policy eigenaar on ${sql.table(tabel)} to current_user`.execute(db);
  }
}

type Stand = {
  readonly wie: string;
  /** Null where there is no such role. */
  readonly teRuim: boolean | null;
  readonly magErin: boolean;
};

/**
 * Sees to it that there is a role for the app, and that this user may work in it.
 *
 * Makes it where the user may; else an administrator has to, and the error says how.
 *
 * @throws StorageError "rol-ontbreekt", "rol-te-ruim".
 */
export async function zorgVoorRol(db: Kysely<Tables>, waar: string): Promise<void> {
  const before = await readStand(db);
  if (before.teRuim) throw new StorageError("rol-te-ruim", { waar, rol: APPROL });
  if (before.magErin) return;
  await makeRol(db).catch((cause: unknown) => {
    throw new StorageError(
      "rol-ontbreekt",
      { waar, rol: APPROL, gebruiker: before.wie },
      { cause },
    );
  });
  const now = await readStand(db);
  if (now.magErin) return;
  throw new StorageError("rol-ontbreekt", { waar, rol: APPROL, gebruiker: now.wie });
}

async function readStand(db: Kysely<Tables>): Promise<Stand> {
  // From PostgreSQL 16 on one may belong to a role without being able to work in it.
  const { rows } = await sql<Stand>`
    select current_user as wie,
      (select rolsuper or rolbypassrls from pg_roles where rolname = ${APPROL}) as "teRuim",
      coalesce((select pg_has_role(current_user, oid,
        case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
        from pg_roles where rolname = ${APPROL}), false) as "magErin"`.execute(db);
  const [stand] = rows;
  if (!stand) throw new Error("the database does not say who asks");
  return stand;
}

/** Roles are of the whole server: another database on it may make the same one at this moment. */
async function makeRol(db: Kysely<Tables>): Promise<void> {
  await sql
    .raw(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APPROL}') then
        create role ${APPROL} nologin noinherit;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`)
    .execute(db);
  const { magErin } = await readStand(db);
  if (!magErin) await sql.raw(`grant ${APPROL} to current_user`).execute(db);
}
