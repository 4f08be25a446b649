/** What a line of the access log is told by, in this order; as text that is the same everywhere. */
export const SCHAKEL_INZAGE = `json_build_array(nummer, trace_id, operatie, ouder, naam, verwerking,
  betrokkene, betrokkene_soort, begin_ms, eind_ms, status, vorige)::text`;

/**
 * Whose personal data was looked at, when and in which processing: a line for each person each time.
 *
 * After Logboek Dataverwerkingen 1.0. Who a line is about stands in it as a pseudonym whose key is
 * not in the database; who looked and what they saw is not in it at all. The app adds lines, reads
 * none, and nobody changes one.
 */
export const inzage: readonly string[] = [
  `create table inzage (
    nummer bigint primary key,
    trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'),
    operatie text not null unique check (operatie ~ '^[0-9a-f]{16}$'),
    ouder text check (ouder ~ '^[0-9a-f]{16}$'),
    naam text not null,
    verwerking text not null,
    betrokkene text not null check (betrokkene ~ '^[0-9a-f]{64}$'),
    betrokkene_soort text not null,
    begin_ms bigint not null,
    eind_ms bigint not null check (eind_ms >= begin_ms),
    status text not null check (status in ('Unset', 'Ok', 'Error')),
    vorige text not null check (vorige ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
  )`,
  "create index on inzage (begin_ms)",
  `create table inzageketen (
    een boolean primary key default true check (een),
    nummer bigint not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
  )`,
  // What came of the last time that somebody looked over the chain of changes.
  `create table ketencontrole (
    id bigint generated always as identity primary key,
    op timestamptz not null default clock_timestamp(),
    wijzigingen bigint not null,
    heel boolean not null
  )`,
  ...["inzage", "inzageketen", "ketencontrole"].flatMap((tabel) => [
    `alter table ${tabel} enable row level security`,
    `alter table ${tabel} force row level security`,
    `create policy eigenaar on ${tabel} to current_user using (true) with check (true)`,
    `revoke insert, update, delete on ${tabel} from woonregie_app`,
  ]),
  "grant insert on inzage to woonregie_app",
  "create policy maak on inzage for insert to woonregie_app with check (true)",
  "create policy lees on inzage for select to woonregie_app using (false)",
  "create policy lees on inzageketen for select to woonregie_app using (false)",
  "create policy lees on ketencontrole for select to woonregie_app using (true)",
  `create trigger inzage_blijft before update or delete on inzage
    for each row execute function weiger_wijziging()`,
  `create trigger inzage_blijft_geheel before truncate on inzage
    for each statement execute function weiger_wijziging()`,

  `create function schakel_inzage() returns trigger language plpgsql security definer as $$
  begin
    select nummer + 1, hash into new.nummer, new.vorige from inzageketen for update;
    if not found then
      insert into inzageketen (nummer, hash) values (0, repeat('0', 64)) on conflict do nothing;
      select nummer + 1, hash into new.nummer, new.vorige from inzageketen for update;
    end if;
    new.hash := encode(sha256(convert_to(${SCHAKEL_INZAGE.replaceAll(
      /(?<=[(, \n])(nummer|trace_id|operatie|ouder|naam|verwerking|betrokkene|betrokkene_soort|begin_ms|eind_ms|status|vorige)\b/g,
      "new.$1",
    )}, 'UTF8')), 'hex');
    update inzageketen set nummer = new.nummer, hash = new.hash;
    return new;
  end $$`,
  `do $$ begin
    execute format('alter function schakel_inzage() set search_path = %I, pg_temp', current_schema);
  end $$`,
  // What is put back from a backup has its place already; only the owner puts back.
  `create trigger inzage_schakelt before insert on inzage for each row
    when (current_setting('woonregie.herstel', true) is distinct from 'ja' or is_van_de_app())
    execute function schakel_inzage()`,
];
