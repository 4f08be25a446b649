/** What is remembered of a change, as the other tables have it; never the text itself. */
const GEVOLGD = [
  ["opmerking", "id", "gemeente adres zichtbaarheid kring gezien_op gezien_door"],
  ["opmerking_antwoord", "id", "opmerking"],
] as const;

function close(table: string): readonly string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy eigenaar on ${table} to current_user using (true) with check (true)`,
  ];
}

/** A table of somebody alone: nobody else sees, makes or changes a row of it. */
function closeForOne(table: string): readonly string[] {
  return [
    ...close(table),
    `create policy van_wie_vraagt on ${table} to woonregie_app
      using (persoon = ik()) with check (persoon = ik())`,
  ];
}

/**
 * Remarks about a gemeente, and what asks for somebody's attention.
 *
 * A remark is hidden by the database from everybody but its maker's body and the gemeente itself,
 * until somebody of that gemeente has seen it. Then it is for whom the maker chose.
 */
export const aandacht: readonly string[] = [
  `create function is_mijn_gemeente(code text) returns boolean language sql stable as $$
    select exists (select from organisatie o where o.soort = 'gemeente' and o.gebied = code
      and o.id = any (mijn_organisaties())) $$`,

  `create table opmerking (
    id uuid primary key,
    gemeente text collate "C" not null check (gemeente ~ '^GM[0-9]{4}$'),
    adres text not null check (adres ~ '^/' and length(adres) <= 2000),
    waarover text not null check (waarover <> ''),
    tekst text not null check (tekst <> '' and length(tekst) <= 4000),
    organisatie uuid not null default mijn_organisatie() references organisatie,
    persoon uuid not null default ik() references persoon,
    zichtbaarheid text not null
      check (zichtbaarheid in ('organisatie', 'kring', 'regio', 'openbaar')),
    kring uuid references kring,
    gemaakt_op timestamptz not null default now(),
    gezien_op timestamptz,
    gezien_door uuid references persoon,
    check ((kring is not null) = (zichtbaarheid = 'kring')),
    check ((gezien_op is null) = (gezien_door is null))
  )`,
  "create index on opmerking (gemeente)",
  "create index on opmerking (organisatie)",
  `create table opmerking_antwoord (
    id uuid primary key,
    volgnummer bigint generated always as identity,
    opmerking uuid not null references opmerking,
    tekst text not null check (tekst <> '' and length(tekst) <= 4000),
    organisatie uuid not null default mijn_organisatie() references organisatie,
    persoon uuid not null default ik() references persoon,
    gemaakt_op timestamptz not null default now()
  )`,
  "create index on opmerking_antwoord (opmerking)",

  // Seen once, and after that nothing changes.
  `create function bewaak_opmerking() returns trigger language plpgsql as $$
  declare may constant text[] := array['gezien_op', 'gezien_door'];
  begin
    if tg_op = 'DELETE' or old.gezien_op is not null or
      (to_jsonb(old) - may) is distinct from (to_jsonb(new) - may) then
      raise exception 'een opmerking verandert nooit, zij wordt gezien';
    end if;
    return new;
  end $$`,
  `create trigger opmerking_blijft before update or delete on opmerking
    for each row execute function bewaak_opmerking()`,
  `create trigger antwoord_blijft before update or delete on opmerking_antwoord
    for each row execute function weiger_wijziging()`,

  ...close("opmerking"),
  `create policy lees on opmerking for select to woonregie_app using (
    organisatie = any (mijn_organisaties()) or is_mijn_gemeente(gemeente) or
    (gezien_op is not null and ziet(organisatie, null, zichtbaarheid, kring)))`,
  `create policy maak on opmerking for insert to woonregie_app with check (
    gezien_op is null and persoon = ik() and organisatie = any (mijn_organisaties()) and
    (kring is null or kring = any (mijn_kringen())))`,
  `create policy wijzig on opmerking for update to woonregie_app
    using (is_mijn_gemeente(gemeente)) with check (is_mijn_gemeente(gemeente) and gezien_door = ik())`,
  ...close("opmerking_antwoord"),
  `create policy lees on opmerking_antwoord for select to woonregie_app using (
    exists (select from opmerking o where o.id = opmerking_antwoord.opmerking))`,
  // Whoever answers has seen it: without that the others would never see the answer.
  `create policy maak on opmerking_antwoord for insert to woonregie_app with check (
    persoon = ik() and organisatie = any (mijn_organisaties()) and
    exists (select from opmerking o, organisatie g where o.id = opmerking_antwoord.opmerking
      and o.gezien_op is not null and is_mijn_gemeente(o.gemeente)
      and g.id = opmerking_antwoord.organisatie and g.soort = 'gemeente' and g.gebied = o.gemeente))`,
  "revoke delete on opmerking from woonregie_app",
  "revoke update, delete on opmerking_antwoord from woonregie_app",

  `create table meldingkeuze (
    persoon uuid not null default ik() references persoon,
    soort text collate "C" not null,
    keuze text not null check (keuze in ('meteen', 'dagoverzicht', 'niet')),
    primary key (persoon, soort)
  )`,
  ...closeForOne("meldingkeuze"),
  // Between two looks at the first page lies more than a pause: before it is another visit.
  `create table bezoek (
    persoon uuid primary key default ik() references persoon,
    gezien_op timestamptz not null,
    vorige_op timestamptz
  )`,
  ...closeForOne("bezoek"),

  // Since when others see it: what was shared is news then, whenever it was made.
  ...["document", "rekenversie"].flatMap((table) => [
    `alter table ${table} add column gedeeld_op timestamptz`,
  ]),
  `create or replace function is_alleen_delen(oud jsonb, nieuw jsonb) returns boolean
    language sql immutable as $$
    select oud - array['zichtbaarheid', 'kring', 'gedeeld_op'] =
      nieuw - array['zichtbaarheid', 'kring', 'gedeeld_op'] $$`,
  `create function stempel_deling() returns trigger language plpgsql as $$
  begin
    if not is_van_de_app() then return new; end if;
    if tg_op = 'INSERT' then new.gedeeld_op := now();
    elsif (old.zichtbaarheid, old.kring) is distinct from (new.zichtbaarheid, new.kring) then
      new.gedeeld_op := now();
    end if;
    return new;
  end $$`,
  ...["document", "rekenversie"].map(
    (table) => `create trigger zz_stempel_deling before insert or update of zichtbaarheid, kring
      on ${table} for each row execute function stempel_deling()`,
  ),

  "create index on toegangslink (gemeente) where gemeente is not null",
  // By when gemeenten are asked to react; nobody has to name a day.
  "alter table correctieronde add column uiterlijk date",

  ...GEVOLGD.map(
    ([table, key, columns]) => `create constraint trigger ${table}_wordt_vastgelegd
      after insert or update or delete on ${table} deferrable initially deferred
      for each row execute function leg_vast('${key}', '${columns}')`,
  ),
];
