/**
 * Versions of a rekenblad, the links that open them, correction rounds and word lists.
 *
 * What a version holds stands apart from the fact that it was made: thrown away, the fact stays and
 * the content is gone. Of a link only the sha256 of its secret is here. What may not change is
 * guarded by the database itself.
 */
export const versies: readonly string[] = [
  `create table toegangslink (
    id uuid primary key,
    sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    onderwerp uuid not null,
    recht text not null check (recht in ('beheren', 'meewerken', 'lezen', 'nakijken')),
    naam text,
    gemeente text check (gemeente ~ '^GM[0-9]{4}$'),
    gemaakt_op timestamptz not null default now(),
    ingetrokken_op timestamptz,
    check ((gemeente is not null) = (recht = 'nakijken'))
  )`,
  "create index on toegangslink (onderwerp)",

  `create table versiereeks (
    id uuid primary key,
    gemaakt_op timestamptz not null default now()
  )`,

  `create table rekenversie (
    id uuid primary key,
    reeks uuid not null references versiereeks,
    nummer integer not null check (nummer > 0),
    vorige uuid references rekenversie,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    status text not null default 'concept' check (status in ('concept', 'klaar voor bespreking')),
    opslagsleutel text not null check (opslagsleutel ~ '^[0-9a-f]{64}$'),
    verzoek text not null check (verzoek ~ '^[0-9a-f]{64}$'),
    gemaakt_op timestamptz not null,
    gemaakt_met uuid not null references toegangslink,
    vervalt_op timestamptz not null,
    weg_op timestamptz,
    weg_met uuid references toegangslink,
    weg_reden text check (weg_reden in ('weggegooid', 'vervallen')),
    unique (reeks, nummer),
    unique (reeks, opslagsleutel),
    check ((weg_op is null) = (weg_reden is null)),
    check ((weg_met is not null) = (coalesce(weg_reden, '') = 'weggegooid'))
  )`,
  "create index on rekenversie (vervalt_op) where weg_op is null",

  `create table rekenversie_inhoud (
    versie uuid primary key references rekenversie,
    naam text not null,
    maker text,
    adres text not null,
    regio text not null,
    ongebronde text not null check (ongebronde::json is not null),
    bevriezingen text not null check (bevriezingen::json is not null)
  )`,

  `create table versiegebeurtenis (
    versie uuid not null references rekenversie,
    plaats integer not null check (plaats >= 0),
    pad text not null,
    van text,
    naar text,
    wie text,
    op timestamptz not null,
    primary key (versie, plaats)
  )`,

  `create table rekenversie_kring (
    versie uuid not null references rekenversie,
    kring uuid not null references toegangslink,
    gedeeld_op timestamptz not null default now(),
    gedeeld_met uuid not null references toegangslink,
    primary key (versie, kring)
  )`,

  `create table correctieronde (
    id uuid primary key,
    naam text not null,
    regio text not null,
    op text not null,
    organisator text,
    gemaakt_op timestamptz not null default now()
  )`,

  `create table correctiereactie (
    id uuid primary key,
    volgnummer bigint generated always as identity,
    ronde uuid not null references correctieronde,
    gemeente text collate "C" not null check (gemeente ~ '^GM[0-9]{4}$'),
    soort text not null check (soort in ('gezien', 'gecorrigeerd')),
    wie text,
    link uuid not null references toegangslink,
    waarneming text check (waarneming is null or waarneming::json is not null),
    was text check (was is null or was::json is not null),
    peildatum date,
    op timestamptz not null default now(),
    check ((waarneming is not null) = (soort = 'gecorrigeerd')),
    check ((was is not null) = (soort = 'gecorrigeerd')),
    check ((peildatum is not null) = (soort = 'gecorrigeerd'))
  )`,
  "create index on correctiereactie (ronde, gemeente)",

  `create table woordenlijst (
    id uuid primary key,
    regio text not null,
    gemaakt_op timestamptz not null default now()
  )`,

  `create table woordenlijst_versie (
    lijst uuid not null references woordenlijst,
    versie integer not null check (versie > 0),
    woorden text not null check (woorden::json is not null),
    wie text,
    link uuid not null references toegangslink,
    gemaakt_op timestamptz not null default now(),
    primary key (lijst, versie)
  )`,

  ...["correctieronde", "correctiereactie", "woordenlijst", "woordenlijst_versie"].flatMap(
    (table) => [
      `create trigger ${table}_blijft before update or delete on ${table}
        for each row execute function weiger_wijziging()`,
      `create trigger ${table}_blijft_geheel before truncate on ${table}
        for each statement execute function weiger_wijziging()`,
    ],
  ),

  // Of a version that is gone nothing comes back, and nothing of it is rewritten.
  `create function bewaak_rekenversie() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.weg_op is not null or
      (old.id, old.reeks, old.nummer, old.vorige, old.hash, old.opslagsleutel, old.verzoek,
        old.gemaakt_op, old.gemaakt_met)
      is distinct from
      (new.id, new.reeks, new.nummer, new.vorige, new.hash, new.opslagsleutel, new.verzoek,
        new.gemaakt_op, new.gemaakt_met) then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return new;
  end $$`,
  `create trigger rekenversie_blijft before update or delete on rekenversie
    for each row execute function bewaak_rekenversie()`,

  `create function bewaak_versie_inhoud() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' or
      exists (select from rekenversie where id = old.versie and weg_op is null) then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return old;
  end $$`,
  ...["rekenversie_inhoud", "versiegebeurtenis"].map(
    (table) => `create trigger ${table}_blijft before update or delete on ${table}
      for each row execute function bewaak_versie_inhoud()`,
  ),
];
