const MINE = "organisatie = any (mijn_organisaties())";
/** What stands under policies of its own is looked at as whoever asks. */
const OF_MINE = (table: string) =>
  `exists (select from webhook w where w.id = ${table}.webhook and w.${MINE})`;

const AFTER_MAKING = "gelezen_tot uit_op uit_reden uit_door";
const OUTCOME = "uitkomst pogingen status fout volgende_op bezig_tot klaar_op";

function guard(table: string, columns: string, extra = "false"): readonly string[] {
  const may = columns.replaceAll(" ", "', '");
  return [
    `create function bewaak_${table}() returns trigger language plpgsql as $$
    declare may constant text[] := array['${may}'];
    begin
      if tg_op = 'DELETE' or (to_jsonb(old) - may) is distinct from (to_jsonb(new) - may) or
        (${extra}) then
        raise exception 'wat is verstuurd en waarheen, verandert niet';
      end if;
      return new;
    end $$`,
    `create trigger ${table}_blijft before update or delete on ${table}
      for each row execute function bewaak_${table}()`,
  ];
}

/**
 * Where a body is told that something happened, and what was sent there.
 *
 * The address itself is not in the change log, for it often holds a secret of the receiver; its host
 * is. What signs can be written by the app and read only by who owns the tables.
 */
export const webhooks: readonly string[] = [
  `create table webhook (
    id uuid primary key,
    organisatie uuid not null references organisatie,
    adres text not null check (length(adres) <= 500),
    host text not null check (host <> ''),
    soorten text[] not null check (cardinality(soorten) > 0),
    gelezen_tot bigint not null,
    gemaakt_door uuid not null default ik() references persoon,
    gemaakt_op timestamptz not null default now(),
    uit_op timestamptz,
    uit_reden text,
    uit_door uuid references persoon,
    check ((uit_op is null) = (uit_reden is null))
  )`,
  "create index on webhook (organisatie)",

  `create table webhook_geheim (
    nummer bigint generated always as identity primary key,
    webhook uuid not null references webhook,
    geheim text not null check (geheim ~ '^whsec_[A-Za-z0-9+/]{32,}={0,2}$'),
    gemaakt_op timestamptz not null default now()
  )`,
  "create index on webhook_geheim (webhook)",

  `create table webhook_bericht (
    id uuid primary key,
    webhook uuid not null references webhook,
    wijziging bigint,
    soort text not null,
    bericht text not null check (bericht::json is not null),
    gemaakt_op timestamptz not null,
    uitkomst text not null default 'wacht' check (uitkomst in ('wacht', 'gelukt', 'opgegeven')),
    pogingen integer not null default 0 check (pogingen >= 0),
    status integer,
    fout text,
    volgende_op timestamptz not null,
    bezig_tot timestamptz,
    klaar_op timestamptz,
    unique (webhook, wijziging),
    check ((klaar_op is null) = (uitkomst = 'wacht'))
  )`,
  "create index on webhook_bericht (volgende_op) where uitkomst = 'wacht'",
  "create index on webhook_bericht (webhook, gemaakt_op)",

  ...guard(
    "webhook",
    AFTER_MAKING,
    "old.uit_op is not null and new.uit_op is distinct from old.uit_op",
  ),
  ...guard("webhook_bericht", OUTCOME),

  ...["webhook", "webhook_geheim", "webhook_bericht"].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy eigenaar on ${table} to current_user using (true) with check (true)`,
    `revoke update, delete on ${table} from woonregie_app`,
  ]),
  "revoke select on webhook_geheim from woonregie_app",
  "grant update (uit_op, uit_reden, uit_door) on webhook to woonregie_app",
  `grant update (uitkomst, pogingen, fout, status, volgende_op, klaar_op)
    on webhook_bericht to woonregie_app`,

  `create policy lees on webhook for select to woonregie_app using (${MINE})`,
  `create policy maak on webhook for insert to woonregie_app
    with check (${MINE} and gemaakt_door = ik())`,
  `create policy wijzig on webhook for update to woonregie_app using (${MINE}) with check (${MINE})`,
  `create policy maak on webhook_geheim for insert to woonregie_app
    with check (${OF_MINE("webhook_geheim")})`,
  `create policy lees on webhook_bericht for select to woonregie_app
    using (${OF_MINE("webhook_bericht")})`,
  // Of what happened only the server tells; people send no more than a trial.
  `create policy maak on webhook_bericht for insert to woonregie_app
    with check (wijziging is null and ${OF_MINE("webhook_bericht")})`,
  `create policy wijzig on webhook_bericht for update to woonregie_app
    using (${OF_MINE("webhook_bericht")}) with check (${OF_MINE("webhook_bericht")})`,

  `create constraint trigger webhook_wordt_vastgelegd after insert or update or delete on webhook
    deferrable initially deferred for each row
    execute function leg_vast('id', 'host soorten uit_op uit_reden')`,
];
