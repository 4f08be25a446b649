const SOORTEN = [
  ...["rijk", "provincie", "gemeente", "corporatie", "huurdersorganisatie"],
  ...["zorgaanbieder", "zorgkantoor", "uitvoerder", "regio", "bureau"],
];

const ROLLEN = [
  ...["minister", "provinciale-staten", "gedeputeerde-staten", "raad", "college"],
  ...["ambtelijk", "kernteam", "programmateam", "medewerker", "beheerder"],
];

function oneOf(words: readonly string[]): string {
  return `(${words.map((word) => `'${word}'`).join(", ")})`;
}

/**
 * Bodies, people, for whom they act since when, circles, and who is signed in.
 *
 * A mandate never changes: it ends, and another one is given. Of a session and of a sign-in that
 * is under way only the sha256 of the secret is here: who reads the table is not signed in by it.
 */
export const toegang: readonly string[] = [
  `create table organisatie (
    id uuid primary key,
    soort text not null check (soort in ${oneOf(SOORTEN)}),
    naam text not null check (naam <> ''),
    gebied text collate "C",
    tot date,
    gemaakt_op timestamptz not null default now(),
    check (soort <> 'bureau' or tot is not null),
    check (soort <> 'gemeente' or gebied ~ '^GM[0-9]{4}$'),
    check (soort <> 'provincie' or gebied ~ '^PV[0-9]{2}$'),
    check (soort <> 'regio' or gebied is not null)
  )`,
  `create unique index on organisatie (soort, gebied)
    where soort in ('provincie', 'gemeente', 'regio')`,

  // Known by what the provider calls them, once they have been here; before that by their address.
  `create table persoon (
    id uuid primary key,
    issuer text collate "C",
    sub text collate "C",
    naam text not null check (naam <> ''),
    email text collate "C" unique check (email = lower(email)),
    gemaakt_op timestamptz not null default now(),
    uitgeschakeld_op timestamptz,
    unique (issuer, sub),
    check ((issuer is null) = (sub is null)),
    check (sub is not null or email is not null)
  )`,

  `create table mandaat (
    id uuid primary key,
    persoon uuid not null references persoon,
    organisatie uuid not null references organisatie,
    rol text not null check (rol in ${oneOf(ROLLEN)}),
    van date not null,
    tot date,
    gegeven_door uuid references persoon,
    gegeven_op timestamptz not null default now(),
    beeindigd_door uuid references persoon,
    beeindigd_op timestamptz,
    check (tot is null or tot >= van)
  )`,
  "create index on mandaat (persoon)",
  "create index on mandaat (organisatie)",

  `create table bestuursmandaat (
    id uuid primary key,
    over text collate "C" not null,
    gever uuid not null references organisatie,
    aan uuid not null references organisatie,
    van date not null,
    tot date,
    stuk text not null check (stuk <> ''),
    gegeven_door uuid references persoon,
    gegeven_op timestamptz not null default now(),
    beeindigd_door uuid references persoon,
    beeindigd_op timestamptz,
    check (tot is null or tot >= van),
    check (gever <> aan)
  )`,
  "create index on bestuursmandaat (aan)",
  "create index on bestuursmandaat (gever)",

  `create function bewaak_mandaat() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.beeindigd_op is not null or
      (to_jsonb(old) - array['beeindigd_op', 'beeindigd_door']) is distinct from
      (to_jsonb(new) - array['beeindigd_op', 'beeindigd_door']) then
      raise exception 'een rij van % verandert nooit, zij eindigt', tg_table_name;
    end if;
    return new;
  end $$`,
  ...["mandaat", "bestuursmandaat"].map(
    (table) => `create trigger ${table}_blijft before update or delete on ${table}
      for each row execute function bewaak_mandaat()`,
  ),

  `create table kring (
    id uuid primary key,
    naam text not null check (naam <> ''),
    organisatie uuid not null references organisatie,
    gemaakt_door uuid references persoon,
    gemaakt_op timestamptz not null default now(),
    gesloten_op timestamptz
  )`,
  "create index on kring (organisatie)",

  `create table kringlid (
    id uuid primary key,
    kring uuid not null references kring,
    persoon uuid references persoon,
    organisatie uuid references organisatie,
    toegevoegd_door uuid references persoon,
    toegevoegd_op timestamptz not null default now(),
    verwijderd_door uuid references persoon,
    verwijderd_op timestamptz,
    check ((persoon is null) <> (organisatie is null))
  )`,
  `create unique index on kringlid (kring, persoon, organisatie) nulls not distinct
    where verwijderd_op is null`,
  "create index on kringlid (persoon) where verwijderd_op is null",
  "create index on kringlid (organisatie) where verwijderd_op is null",

  `create table sessie (
    id uuid primary key,
    sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    persoon uuid not null references persoon,
    apparaat text not null,
    acr text,
    gemaakt_op timestamptz not null,
    gezien_op timestamptz not null,
    verloopt_op timestamptz not null,
    beeindigd_op timestamptz
  )`,
  "create index on sessie (persoon)",
  "create index on sessie (verloopt_op)",

  `create table aanmelding (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    browser text not null check (browser ~ '^[0-9a-f]{64}$'),
    nonce text not null,
    verifier text not null,
    terug text not null check (terug ~ '^/'),
    verloopt_op timestamptz not null
  )`,
  "create index on aanmelding (verloopt_op)",
];
