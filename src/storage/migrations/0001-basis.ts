/**
 * The tables everything stands on.
 *
 * Figures and canonical JSON are text, documents are bytes: what comes out is what went in. What
 * may not change is guarded by the database itself, so that no code can pass it by.
 */
export const basis: readonly string[] = [
  `create table gebied (
    code text collate "C" not null,
    soort text not null,
    naam text not null,
    provincie text,
    corop text,
    sinds date,
    tot date,
    lon double precision,
    lat double precision,
    unique nulls not distinct (soort, code, sinds),
    check (tot >= sinds)
  )`,

  `create table levering (
    id text collate "C" primary key,
    indicator text not null,
    moment text,
    bron text not null,
    licentie text,
    peildatum date,
    betrouwbaarheid text check (betrouwbaarheid in ('gemeten', 'geschat', 'aanname')),
    status text check (status in ('voorlopig', 'vast', 'voorbeeld')),
    toelichting text,
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    ingelezen_op timestamptz not null default now()
  )`,

  `create table waarneming (
    levering text collate "C" not null references levering on delete cascade,
    indicator text collate "C" not null,
    cel text[] not null,
    gebied text collate "C" not null,
    moment text collate "C",
    soort text not null check (soort in ('getal', 'kenmerk', 'duur', 'datum', 'onbekend')),
    waarde text,
    laag text,
    hoog text,
    kenmerk text,
    opmerking text,
    unique nulls not distinct (levering, gebied, cel, moment),
    check ((waarde is not null) = (soort = 'getal')),
    check ((kenmerk is not null) = (soort in ('kenmerk', 'duur', 'datum'))),
    check (soort = 'getal' or (laag is null and hoog is null))
  )`,
  "create index on waarneming (indicator, gebied)",

  `create table document (
    id text collate "C" not null,
    versie integer not null check (versie > 0),
    soort text not null,
    status text not null,
    titel text not null,
    herkomst text not null check (herkomst in ('meegeleverd', 'eigen')),
    tekst bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bewaard_op timestamptz not null default now(),
    primary key (id, versie)
  )`,

  `create table bevriezing (
    hash text collate "C" primary key check (hash ~ '^[0-9a-f]{64}$'),
    document_id text collate "C" not null,
    document_versie integer not null check (document_versie > 0),
    document_tekst bytea not null,
    cijfers text not null check (cijfers::json is not null),
    engine_versie text not null,
    op date not null,
    gebied text not null,
    ingevuld text not null check (ingevuld::json is not null),
    uitkomst text not null check (uitkomst::json is not null),
    bevroren_op timestamptz not null default now()
  )`,
  "create index on bevriezing (document_id, document_versie)",

  `create function weiger_wijziging() returns trigger language plpgsql as $$
  begin
    raise exception 'een rij van % verandert nooit', tg_table_name;
  end $$`,
  `create trigger bevriezing_blijft before update or delete on bevriezing
    for each row execute function weiger_wijziging()`,
  `create trigger bevriezing_blijft_geheel before truncate on bevriezing
    for each statement execute function weiger_wijziging()`,

  `create function weiger_wijziging_van_besluit() returns trigger language plpgsql as $$
  begin
    if old.status not in ('voorbeeld', 'concept') then
      raise exception 'document %@% is % en verandert niet', old.id, old.versie, old.status;
    end if;
    if exists (select from bevriezing
      where document_id = old.id and document_versie = old.versie) then
      raise exception 'document %@% hoort bij een bewaarde uitkomst', old.id, old.versie;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$`,
  `create trigger document_blijft before update or delete on document
    for each row execute function weiger_wijziging_van_besluit()`,
];
