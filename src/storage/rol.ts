import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Wie } from "#domain/toegang.ts";
import { wieVraagt } from "#storage/als-wie.ts";
import { welkePoging } from "#storage/poging.ts";

/** The role that every request and every job works in: it owns nothing and passes no policy by. */
export const APPROL = "woonregie_app";

/** The same connections, taken by one of two: what may be done with them differs. */
export type Rollen = {
  /** In the role of the app, as whoever asks. */
  readonly app: PostgresPool;
  /** As the user that owns the tables: to change them, to back them up, to look over all of them. */
  readonly eigenaar: PostgresPool;
};

// Each checkout writes all of it, so that nothing is left of who had the connection before.
const STEL_IN = `select set_config('role', $1, false),
  set_config('woonregie.persoon', $2, false),
  set_config('woonregie.organisatie', $3, false),
  set_config('woonregie.organisaties', $4, false),
  set_config('woonregie.kringen', $5, false),
  set_config('woonregie.poging', $6, false),
  set_config('woonregie.programma', $7, false)`;

/** The owner passes every policy by; who asked is kept for the history alone. */
function toEigenaar({ persoon, namens }: Wie): readonly string[] {
  return ["none", persoon ?? "", namens[0]?.organisatie.id ?? "", "{}", "{}", "", ""];
}

/**
 * Parts a pool in two, so that no statement can be made in the wrong role by forgetting something.
 *
 * A connection is put in its role when it is taken, in one statement, and only where it was not in
 * it already. The pool must keep a session whole: behind a pooler that hands out single
 * transactions, a role does not stay.
 */
export function splitPool(pool: PostgresPool): Rollen {
  const states = new WeakMap<object, string>();
  const takenAs = (wanted: () => readonly string[]): PostgresPool => ({
    connect: async () => {
      const client = await pool.connect();
      const values = wanted();
      const connection = connectionOf(client);
      const state = values.join("\n");
      if (states.get(connection) === state) return client;
      states.delete(connection);
      try {
        await client.query(STEL_IN, values);
      } catch (error) {
        client.release();
        throw error;
      }
      states.set(connection, state);
      return client;
    },
    end: () => pool.end(),
  });
  return {
    app: takenAs(() => toInstelling(wieVraagt())),
    eigenaar: takenAs(() => toEigenaar(wieVraagt())),
  };
}

/** The embedded database gives a new client at every checkout of its one connection. */
function connectionOf(client: PostgresPoolClient & { readonly verbinding?: object }): object {
  return client.verbinding ?? client;
}

function toInstelling({ persoon, programma, namens, kringen }: Wie): readonly string[] {
  const organisaties = namens.map(({ organisatie }) => organisatie.id);
  const wie = [persoon ?? "", organisaties[0] ?? "", toArray(organisaties), toArray(kringen)];
  return [APPROL, ...wie, welkePoging(), programma ? "ja" : ""];
}

/** Ids alone: as text of an array of PostgreSQL. */
function toArray(ids: readonly string[]): string {
  const wrong = ids.find((id) => !/^[0-9a-f-]{36}$/i.test(id));
  if (wrong !== undefined) throw new Error(`not the id of a body or circle: ${wrong}`);
  return `{${ids.join(",")}}`;
}
