const ZIET = (row: string) => `
  exists (select from document d
    where d.id = ${row}.document_id and d.versie = ${row}.document_versie)
  or exists (select from rekenversie v where v.id = ${row}.versie)`;

const GEVOLGD =
  "soort van document_id document_versie versie kenmerk over orgaan datum stuk_titel stuk_kenmerk stuk_link stuk_sha256";

/**
 * What a body of government adopted: exactly one version, by which power, on which day, by which
 * decision document. A line is never changed; another decision ends it.
 */
export const vaststelling: readonly string[] = [
  `create table vaststelling (
    id uuid primary key,
    soort text not null check (soort in ('vaststelling', 'intrekking')),
    van uuid references vaststelling,
    document_id text,
    document_versie integer,
    versie uuid references rekenversie,
    kenmerk text not null check (kenmerk ~ '^[0-9a-f]{64}$'),
    over text not null check (over <> ''),
    orgaan text not null check (orgaan in ('minister', 'ps', 'gs', 'raad', 'college')),
    datum date not null,
    stuk_titel text not null check (stuk_titel <> ''),
    stuk_kenmerk text not null check (stuk_kenmerk <> ''),
    stuk_link text check (stuk_link ~ '^https?://'),
    stuk_sha256 text check (stuk_sha256 ~ '^[0-9a-f]{64}$'),
    organisatie uuid not null references organisatie,
    persoon uuid not null default ik() references persoon,
    mandaat uuid not null references mandaat,
    vastgelegd_op timestamptz not null default now(),
    check ((soort = 'intrekking') = (van is not null)),
    check ((document_id is null) = (document_versie is null)),
    check ((document_id is null) <> (versie is null)),
    check (stuk_link is not null or stuk_sha256 is not null)
  )`,
  "create unique index on vaststelling (van) where soort = 'intrekking'",
  "create index on vaststelling (document_id, document_versie) where document_id is not null",
  "create index on vaststelling (versie) where versie is not null",

  "alter table vaststelling enable row level security",
  "alter table vaststelling force row level security",
  "create policy eigenaar on vaststelling to current_user using (true) with check (true)",
  // Whoever sees what was adopted sees that it was.
  `create policy lees on vaststelling for select to woonregie_app using (${ZIET("vaststelling")})`,
  `create policy maak on vaststelling for insert to woonregie_app with check (
    persoon = ik() and organisatie = any (mijn_organisaties()) and (${ZIET("vaststelling")}))`,
  "revoke update, delete on vaststelling from woonregie_app",

  `create trigger vaststelling_blijft before update or delete on vaststelling
    for each row execute function weiger_wijziging()`,
  `create trigger vaststelling_blijft_geheel before truncate on vaststelling
    for each statement execute function weiger_wijziging()`,
  `create constraint trigger vaststelling_wordt_vastgelegd
    after insert or update or delete on vaststelling deferrable initially deferred
    for each row execute function leg_vast('id', '${GEVOLGD}')`,
  // Pages say of every document whether it was adopted, from memory.
  `create trigger vaststelling_telt after insert on vaststelling for each row
    when (new.document_id is not null) execute function tel_stand()`,

  // Nothing that was ever decided is edited or thrown away.
  `create function bewaak_vastgesteld_document() returns trigger language plpgsql as $$
  begin
    if exists (select from vaststelling
      where document_id = old.id and document_versie = old.versie) then
      raise exception 'document %@% is vastgesteld en verandert niet', old.id, old.versie;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$`,
  `create trigger document_vastgesteld before delete on document for each row
    execute function bewaak_vastgesteld_document()`,
  `create trigger document_vastgesteld_bij_wijziging before update on document for each row
    when (old.tekst is distinct from new.tekst) execute function bewaak_vastgesteld_document()`,
  `create function bewaak_vastgestelde_versie() returns trigger language plpgsql as $$
  begin
    if exists (select from vaststelling where versie = old.id) then
      raise exception 'versie % is vastgesteld en blijft', old.id;
    end if;
    return new;
  end $$`,
  `create trigger rekenversie_vastgesteld before update on rekenversie for each row
    when (old.weg_op is null and new.weg_op is not null)
    execute function bewaak_vastgestelde_versie()`,
];
