const ziet = (row: string) =>
  `ziet(${row}.organisatie, ${row}.persoon, ${row}.zichtbaarheid, ${row}.kring)`;
const wijzigt = (row: string) =>
  `wijzigt(${row}.organisatie, ${row}.persoon, ${row}.zichtbaarheid)`;
const past = (row: string) => `past(${row}.organisatie, ${row}.kring)`;

type Regels = {
  readonly lees: string;
  readonly maak: string;
  readonly wijzig: string;
  /** What a row must be after a change; as when it is made, where nothing else is said. */
  readonly wordt?: string;
};

/**
 * From here on a row is only for whom one of these rules lets at it, and for who owns the table.
 *
 * The owner is named, and named anew where another user has taken the tables over
 * (`zorg-voor-rol.ts`): a backup must never be empty without a word.
 */
function close(table: string, { lees, maak, wijzig, wordt = maak }: Regels): readonly string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy eigenaar on ${table} to current_user using (true) with check (true)`,
    `create policy lees on ${table} for select to woonregie_app using (${lees})`,
    `create policy maak on ${table} for insert to woonregie_app with check (${maak})`,
    `create policy wijzig on ${table} for update to woonregie_app
      using (${wijzig}) with check (${wordt})`,
    `create policy verwijder on ${table} for delete to woonregie_app using (${wijzig})`,
  ];
}

/** Says whose a row is. Without an owner it is from before there were accounts, or made without. */
function own(table: string): readonly string[] {
  return [
    `alter table ${table}
      add column organisatie uuid references organisatie,
      add column persoon uuid references persoon,
      add column zichtbaarheid text
        check (zichtbaarheid in ('prive', 'organisatie', 'kring', 'regio', 'openbaar')),
      add column kring uuid references kring,
      add check ((zichtbaarheid is null) = (organisatie is null and persoon is null)),
      add check ((kring is not null) = (coalesce(zichtbaarheid, '') = 'kring'))`,
    `alter table ${table}
      alter column organisatie set default mijn_organisatie(),
      alter column persoon set default ik(),
      alter column zichtbaarheid set default eerste_zichtbaarheid()`,
    `create index on ${table} (organisatie)`,
  ];
}

function closeOwned(table: string, rules: Partial<Regels> = {}): readonly string[] {
  const made = `${past(table)} and (persoon is null or persoon = ik())`;
  const rest = { maak: made, wijzig: wijzigt(table), wordt: past(table) };
  return close(table, { lees: ziet(table), ...rest, ...rules });
}

type Ouder = { readonly van: string; readonly ouder: string };

/** A row is seen with the row it belongs to, and written by whom `maakt` says of that one. */
function closeWith(
  table: string,
  { van, ouder }: Ouder,
  maakt: (row: string) => string = wijzigt,
  leest: (row: string) => string = () => "true",
): readonly string[] {
  const there = (rule: string) =>
    `exists (select from ${ouder} ouder where ouder.id = ${table}.${van} and ${rule})`;
  const maak = there(maakt("ouder"));
  return close(table, { lees: there(leest("ouder")), maak, wijzig: maak });
}

/** What never changes may still be shared further, or less far. */
function guardButSharing(table: string, trigger: string, guard: string): readonly string[] {
  return [
    `drop trigger ${trigger} on ${table}`,
    `create trigger ${trigger} before delete on ${table} for each row execute function ${guard}()`,
    `create trigger ${trigger}_bij_wijziging before update on ${table} for each row
      when (not is_alleen_delen(to_jsonb(old), to_jsonb(new))) execute function ${guard}()`,
  ];
}

const anybody = () => "true";

/** What a link can open. */
const ONDERWERPEN = ["versiereeks", "correctieronde", "woordenlijst", "inlevering"];
const opent = (rule: (row: string) => string) =>
  ONDERWERPEN.map(
    (soort) =>
      `exists (select from ${soort} ouder where ouder.id = toegangslink.onderwerp and ${rule("ouder")})`,
  ).join(" or ");

/**
 * Whose everything is that people make, and who may see and change it, by the database itself.
 *
 * Who asks stands in the settings that each connection is given when it is taken (`rol.ts`).
 */
export const eigendom: readonly string[] = [
  // Not so where a backup is put back: then every row is already whose it is.
  `create function is_van_de_app() returns boolean language sql stable as $$
    select current_setting('role', true) = 'woonregie_app' $$`,
  `create function ik() returns uuid language sql stable as $$
    select nullif(current_setting('woonregie.persoon', true), '')::uuid $$`,
  `create function mijn_organisatie() returns uuid language sql stable as $$
    select nullif(current_setting('woonregie.organisatie', true), '')::uuid $$`,
  `create function mijn_organisaties() returns uuid[] language sql stable as $$
    select coalesce(nullif(current_setting('woonregie.organisaties', true), ''), '{}')::uuid[] $$`,
  `create function mijn_kringen() returns uuid[] language sql stable as $$
    select coalesce(nullif(current_setting('woonregie.kringen', true), ''), '{}')::uuid[] $$`,
  `create function eerste_zichtbaarheid() returns text language sql stable as $$
    select case when mijn_organisatie() is not null then 'organisatie'
      when ik() is not null then 'prive' end $$`,

  // A region is everybody who has an account here. Without an owner a secret link guards it, in
  // the program; an id of it cannot be guessed.
  `create function ziet(organisatie uuid, persoon uuid, zichtbaarheid text, kring uuid)
    returns boolean language sql stable as $$
    select case
      when zichtbaarheid is null or zichtbaarheid = 'openbaar' then true
      when persoon = ik() then true
      when zichtbaarheid = 'prive' then false
      when organisatie = any (mijn_organisaties()) then true
      when zichtbaarheid = 'kring' then kring = any (mijn_kringen())
      when zichtbaarheid = 'regio' then ik() is not null or mijn_organisatie() is not null
      else false end $$`,
  `create function wijzigt(organisatie uuid, persoon uuid, zichtbaarheid text)
    returns boolean language sql stable as $$
    select case
      when zichtbaarheid is null then true
      when persoon = ik() then organisatie is null or organisatie = any (mijn_organisaties())
      when zichtbaarheid = 'prive' then false
      else coalesce(organisatie = any (mijn_organisaties()), false) end $$`,
  `create function past(organisatie uuid, kring uuid) returns boolean language sql stable as $$
    select (organisatie is null or organisatie = any (mijn_organisaties()))
      and (kring is null or kring = any (mijn_kringen())) $$`,
  `create function is_alleen_delen(oud jsonb, nieuw jsonb) returns boolean
    language sql immutable as $$
    select oud - array['zichtbaarheid', 'kring'] = nieuw - array['zichtbaarheid', 'kring'] $$`,

  ...["document", "rekenversie", ...ONDERWERPEN].flatMap(own),
  // Words and a round are made for others: who has an account here can read them.
  ...["correctieronde", "woordenlijst"].map(
    (table) => `alter table ${table} alter column zichtbaarheid set default
      case when mijn_organisatie() is null then eerste_zichtbaarheid() else 'regio' end`,
  ),

  // What ships is written by who owns the tables, and by nobody else.
  ...closeOwned("document", {
    lees: `herkomst = 'meegeleverd' or ${ziet("document")}`,
    maak: `herkomst = 'eigen' and ${past("document")} and (persoon is null or persoon = ik())`,
    wijzig: `herkomst = 'eigen' and ${wijzigt("document")}`,
    wordt: `herkomst = 'eigen' and ${past("document")}`,
  }),
  ...guardButSharing("document", "document_blijft", "weiger_wijziging_van_besluit"),

  // A next version is of whom the document is, and seen by the same; whoever it is hidden from
  // cannot lay one of theirs over it.
  `create function erf_van_document() returns trigger language plpgsql security definer as $$
  declare vorige record;
  begin
    if not is_van_de_app() then return new; end if;
    if new.herkomst <> 'eigen' then
      new.organisatie := null; new.persoon := null; new.zichtbaarheid := null; new.kring := null;
      return new;
    end if;
    select * into vorige from document where id = new.id and herkomst = 'eigen'
      order by versie desc limit 1;
    if not found then return new; end if;
    if not wijzigt(vorige.organisatie, vorige.persoon, vorige.zichtbaarheid) then
      raise exception 'document % is van een ander', new.id using errcode = 'WR001';
    end if;
    new.organisatie := vorige.organisatie;
    new.zichtbaarheid := vorige.zichtbaarheid;
    new.kring := vorige.kring;
    if vorige.zichtbaarheid is null then new.persoon := null; end if;
    if vorige.zichtbaarheid = 'prive' then new.persoon := vorige.persoon; end if;
    return new;
  end $$`,
  `create trigger document_erft before insert on document
    for each row execute function erf_van_document()`,

  ...closeOwned("rekenversie", {
    maak: `${past("rekenversie")} and (persoon is null or persoon = ik()) and
      exists (select from versiereeks r where r.id = rekenversie.reeks and ${wijzigt("r")})`,
  }),
  ...closeOwned("versiereeks", {
    lees: `${ziet("versiereeks")} or
      exists (select from rekenversie v where v.reeks = versiereeks.id)`,
  }),
  `create function erf_van_reeks() returns trigger language plpgsql as $$
  declare reeks versiereeks;
  begin
    if not is_van_de_app() then return new; end if;
    select * into reeks from versiereeks where id = new.reeks;
    new.organisatie := reeks.organisatie;
    if reeks.zichtbaarheid is null then
      new.persoon := null; new.zichtbaarheid := null; new.kring := null;
    elsif reeks.organisatie is null then
      new.zichtbaarheid := 'prive';
    end if;
    return new;
  end $$`,
  `create trigger rekenversie_erft before insert on rekenversie
    for each row execute function erf_van_reeks()`,
  ...closeWith("rekenversie_inhoud", { van: "versie", ouder: "rekenversie" }),
  ...closeWith("versiegebeurtenis", { van: "versie", ouder: "rekenversie" }),
  ...closeWith("rekenversie_kring", { van: "versie", ouder: "rekenversie" }),

  ...closeOwned("correctieronde"),
  ...guardButSharing("correctieronde", "correctieronde_blijft", "weiger_wijziging"),
  // A gemeente reacts in the round of another: of its own figures alone, as the program sees to.
  ...closeWith("correctiereactie", { van: "ronde", ouder: "correctieronde" }, anybody),

  ...closeOwned("woordenlijst"),
  ...guardButSharing("woordenlijst", "woordenlijst_blijft", "weiger_wijziging"),
  ...closeWith("woordenlijst_versie", { van: "lijst", ouder: "woordenlijst" }),

  // Figures that count are everybody's, so where they came from is too; the file is not.
  ...closeOwned("inlevering", { lees: `stand = 'overgenomen' or ${ziet("inlevering")}` }),
  ...guardButSharing("inlevering", "inlevering_blijft", "bewaak_inlevering"),
  ...closeWith("inlevering_bestand", { van: "inlevering", ouder: "inlevering" }, wijzigt, ziet),
  ...closeWith("inlevering_gebeurtenis", { van: "inlevering", ouder: "inlevering" }, anybody),
  ...closeWith("inlevering_voorrang", { van: "inlevering", ouder: "inlevering" }),

  // How a sender's sheets are read is remembered for the body that brings them.
  "alter table koppelgeheugen add column organisatie uuid references organisatie",
  "alter table koppelgeheugen alter column organisatie set default mijn_organisatie()",
  "alter table koppelgeheugen drop constraint koppelgeheugen_pkey",
  `alter table koppelgeheugen
    add unique nulls not distinct (organisatie, afzender_sleutel, handtekening)`,
  ...close("koppelgeheugen", {
    lees: "organisatie is not distinct from mijn_organisatie()",
    maak: "organisatie is not distinct from mijn_organisatie()",
    wijzig: "organisatie is not distinct from mijn_organisatie()",
  }),

  ...close("toegangslink", {
    lees: opent(anybody),
    maak: opent(wijzigt),
    wijzig: opent(wijzigt),
  }),

  "revoke insert, update, delete on gebied from woonregie_app",
  // A definer's function must not be led to a table of another's making.
  `do $$ begin
    execute format('alter function erf_van_document() set search_path = %I, pg_temp', current_schema);
  end $$`,
];
