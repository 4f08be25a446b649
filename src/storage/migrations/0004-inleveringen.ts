/**
 * Deliveries of figures: the file as it was sent, how it was read, what people said, what came of it.
 *
 * A delivery that was taken over or laid back never changes. Undoing one only says of its figures
 * that they do not count any more; each time that happens is a row of its own. What may not change
 * is guarded by the database itself.
 */
export const inleveringen: readonly string[] = [
  `create table inlevering (
    id uuid primary key,
    stand text not null default 'concept'
      check (stand in ('concept', 'overgenomen', 'teruggelegd', 'vervallen')),
    wijziging integer not null default 0,
    afzender text not null,
    afzender_sleutel text collate "C" not null,
    bestandsnaam text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    grootte integer not null,
    kop text not null check (kop::json is not null),
    koppelingen text not null default '[]' check (koppelingen::json is not null),
    verbeteringen text not null default '[]' check (verbeteringen::json is not null),
    bevestigingen text not null default '[]' check (bevestigingen::json is not null),
    keuzes text not null default '[]' check (keuzes::json is not null),
    uitkomst text check (uitkomst in
      ('overgenomen', 'overgenomen met opmerkingen', 'teruggelegd met opmerkingen')),
    verslag text check (verslag is null or verslag::json is not null),
    volgnummer bigint unique,
    gemaakt_op timestamptz not null default now(),
    vervalt_op timestamptz not null,
    afgerond_op timestamptz,
    check ((uitkomst is not null) = (stand in ('overgenomen', 'teruggelegd'))),
    check ((volgnummer is not null) = (stand = 'overgenomen')),
    check ((verslag is not null) = (uitkomst is not null))
  )`,
  "create index on inlevering (vervalt_op) where stand = 'concept'",

  `create table inlevering_bestand (
    inlevering uuid primary key references inlevering,
    bytes bytea not null
  )`,

  `create table inlevering_gebeurtenis (
    nummer bigint generated always as identity primary key,
    inlevering uuid not null references inlevering,
    soort text not null check (soort in
      ('ingeleverd', 'overgenomen', 'teruggelegd', 'teruggedraaid', 'hersteld', 'vervallen')),
    reden text,
    op timestamptz not null default now()
  )`,
  "create index on inlevering_gebeurtenis (inlevering)",

  `create table inlevering_voorrang (
    inlevering uuid not null references inlevering,
    indicator text collate "C" not null,
    moment text collate "C",
    boven text collate "C" not null,
    reden text not null,
    unique nulls not distinct (inlevering, indicator, moment, boven)
  )`,

  `create table koppelgeheugen (
    afzender_sleutel text collate "C" not null,
    handtekening text collate "C" not null,
    koppeling text not null check (koppeling::json is not null),
    bewaard_op timestamptz not null default now(),
    primary key (afzender_sleutel, handtekening)
  )`,

  "alter table levering add column inlevering uuid references inlevering",
  "alter table levering add column telt boolean not null default true",
  "create index on levering (inlevering) where inlevering is not null",

  `create function bewaak_inlevering() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.stand <> 'concept' then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return new;
  end $$`,
  `create trigger inlevering_blijft before update or delete on inlevering
    for each row execute function bewaak_inlevering()`,

  `create function bewaak_inlevering_bestand() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' or exists (
      select from inlevering where id = old.inlevering and stand <> 'vervallen') then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return old;
  end $$`,
  `create trigger inlevering_bestand_blijft before update or delete on inlevering_bestand
    for each row execute function bewaak_inlevering_bestand()`,

  ...["inlevering_gebeurtenis", "inlevering_voorrang"].map(
    (table) => `create trigger ${table}_blijft before update or delete on ${table}
      for each row execute function weiger_wijziging()`,
  ),

  // Of a levering that somebody delivered only whether it counts may change.
  `create function bewaak_ingeleverde_levering() returns trigger language plpgsql as $$
  begin
    if old.inlevering is null then
      return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'DELETE' or
      (to_jsonb(old) - 'telt') is distinct from (to_jsonb(new) - 'telt') then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return new;
  end $$`,
  `create trigger ingeleverde_levering_blijft before update or delete on levering
    for each row execute function bewaak_ingeleverde_levering()`,

  // By statement: of what ships many figures go at once.
  `create function bewaak_ingeleverde_waarneming() returns trigger language plpgsql as $$
  begin
    if exists (select from oud join levering on levering.id = oud.levering
      where levering.inlevering is not null) then
      raise exception 'een rij van % verandert nooit', tg_table_name;
    end if;
    return null;
  end $$`,
  ...["update", "delete"].map(
    (
      event,
    ) => `create trigger ingeleverde_waarneming_blijft_bij_${event} after ${event} on waarneming
      referencing old table as oud
      for each statement execute function bewaak_ingeleverde_waarneming()`,
  ),
];
