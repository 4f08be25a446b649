type Gevolgd = {
  readonly tabel: string;
  /** What names a row. */
  readonly sleutel: string;
  /** What is kept of it: never a text, a file or a name that must be gone once it is thrown away. */
  readonly kolommen: string;
};

const DELEN = "zichtbaarheid kring";

const GEVOLGD: readonly Gevolgd[] = [
  { tabel: "document", sleutel: "id versie", kolommen: `soort status herkomst sha256 ${DELEN}` },
  { tabel: "bevriezing", sleutel: "hash", kolommen: "document_id document_versie op gebied" },
  { tabel: "versiereeks", sleutel: "id", kolommen: DELEN },
  {
    tabel: "rekenversie",
    sleutel: "id",
    kolommen: `reeks nummer hash status weg_op weg_reden ${DELEN}`,
  },
  { tabel: "rekenversie_kring", sleutel: "versie kring", kolommen: "gedeeld_met" },
  { tabel: "toegangslink", sleutel: "id", kolommen: "onderwerp recht gemeente ingetrokken_op" },
  { tabel: "correctieronde", sleutel: "id", kolommen: `naam regio op ${DELEN}` },
  {
    tabel: "correctiereactie",
    sleutel: "id",
    kolommen: "ronde gemeente soort was waarneming peildatum",
  },
  { tabel: "woordenlijst", sleutel: "id", kolommen: `regio ${DELEN}` },
  { tabel: "woordenlijst_versie", sleutel: "lijst versie", kolommen: "woorden" },
  { tabel: "inlevering", sleutel: "id", kolommen: `stand sha256 uitkomst ${DELEN}` },
  {
    tabel: "inlevering_voorrang",
    sleutel: "inlevering indicator",
    kolommen: "moment boven reden",
  },
  {
    tabel: "levering",
    sleutel: "id",
    kolommen: "indicator moment bron peildatum status sha256 inlevering telt",
  },
  { tabel: "organisatie", sleutel: "id", kolommen: "soort naam gebied tot" },
  { tabel: "persoon", sleutel: "id", kolommen: "uitgeschakeld_op" },
  {
    tabel: "mandaat",
    sleutel: "id",
    kolommen: "persoon organisatie rol van tot gegeven_door beeindigd_door beeindigd_op",
  },
  {
    tabel: "bestuursmandaat",
    sleutel: "id",
    kolommen: "over gever aan van tot stuk gegeven_door beeindigd_door beeindigd_op",
  },
  { tabel: "kring", sleutel: "id", kolommen: "naam organisatie gesloten_op" },
  { tabel: "kringlid", sleutel: "id", kolommen: "kring persoon organisatie verwijderd_op" },
];

/** What a line of the change log is told by, in this order; as text that is the same everywhere. */
export const SCHAKEL = `json_build_array(nummer, tabel, sleutel, soort, oud, nieuw, persoon,
  namens, eigenaar, reden, to_char(op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), vorige)::text`;

/**
 * Who changed what, for whom, when and why; every line holds the hash of the one before it.
 *
 * Lines are written by the database itself as a transaction ends, so that no program can forget
 * one. Only then the chain is held, for as long as it takes to add to it: after that nothing else
 * is waited for, so writers cannot wait for each other in a circle.
 */
export const geschiedenis: readonly string[] = [
  `create table wijziging (
    nummer bigint primary key,
    tabel text not null,
    sleutel text not null,
    soort text not null check (soort in ('gemaakt', 'gewijzigd', 'verwijderd')),
    oud text check (oud is null or oud::json is not null),
    nieuw text check (nieuw is null or nieuw::json is not null),
    persoon uuid,
    namens uuid,
    eigenaar uuid,
    reden text,
    op timestamptz not null,
    vorige text not null check (vorige ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
  )`,
  "create index on wijziging (tabel, sleutel)",
  "create index on wijziging (eigenaar, nummer) where eigenaar is not null",

  // The last line, so that lines that were cut off at the end are missed too.
  `create table wijzigingketen (
    een boolean primary key default true check (een),
    nummer bigint not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
  )`,

  ...["wijziging", "wijzigingketen"].flatMap((tabel) => [
    `alter table ${tabel} enable row level security`,
    `alter table ${tabel} force row level security`,
    `create policy eigenaar on ${tabel} to current_user using (true) with check (true)`,
    `revoke insert, update, delete on ${tabel} from woonregie_app`,
  ]),
  `create policy lees on wijziging for select to woonregie_app
    using (persoon = ik() or eigenaar = any (mijn_organisaties()))`,
  "create policy lees on wijzigingketen for select to woonregie_app using (false)",
  `create trigger wijziging_blijft before update or delete on wijziging
    for each row execute function weiger_wijziging()`,
  `create trigger wijziging_blijft_geheel before truncate on wijziging
    for each statement execute function weiger_wijziging()`,

  `create function schakel_aan() returns trigger language plpgsql security definer as $$
  begin
    select nummer + 1, hash into new.nummer, new.vorige from wijzigingketen for update;
    if not found then
      insert into wijzigingketen (nummer, hash) values (0, repeat('0', 64)) on conflict do nothing;
      select nummer + 1, hash into new.nummer, new.vorige from wijzigingketen for update;
    end if;
    new.op := clock_timestamp();
    new.hash := encode(sha256(convert_to(${SCHAKEL.replaceAll(
      /(?<=[(, \n])(nummer|tabel|sleutel|soort|oud|nieuw|persoon|namens|eigenaar|reden|op|vorige)\b/g,
      "new.$1",
    )}, 'UTF8')), 'hex');
    update wijzigingketen set nummer = new.nummer, hash = new.hash;
    return new;
  end $$`,
  // What is put back from a backup has its lines already.
  `create trigger wijziging_schakelt before insert on wijziging for each row
    when (current_setting('woonregie.herstel', true) is distinct from 'ja')
    execute function schakel_aan()`,

  `create function leg_vast() returns trigger language plpgsql security definer as $$
  declare
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    wordt jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    rij jsonb := coalesce(wordt, was);
    oud jsonb;
    nieuw jsonb;
  begin
    if current_setting('woonregie.herstel', true) = 'ja' and not is_van_de_app() then
      return null;
    end if;
    select jsonb_object_agg(k, was -> k) filter (where was is not null),
      jsonb_object_agg(k, wordt -> k) filter (where wordt is not null)
    into oud, nieuw from unnest(string_to_array(tg_argv[1], ' ')) k
    where tg_op <> 'UPDATE' or was -> k is distinct from wordt -> k;
    if tg_op = 'UPDATE' and nieuw is null then return null; end if;
    insert into wijziging (tabel, sleutel, soort, oud, nieuw, persoon, namens, eigenaar, reden)
    values (tg_table_name,
      (select string_agg(rij ->> k, ' ' order by n)
        from unnest(string_to_array(tg_argv[0], ' ')) with ordinality t(k, n)),
      case tg_op when 'INSERT' then 'gemaakt' when 'UPDATE' then 'gewijzigd' else 'verwijderd' end,
      oud::text, nieuw::text, ik(), mijn_organisatie(),
      coalesce((rij ->> 'organisatie')::uuid, mijn_organisatie()),
      nullif(current_setting('woonregie.reden', true), ''));
    return null;
  end $$`,
  // Somebody who takes a name that another has is told so by the row that is there, as the one who
  // cannot see it is; only a version after it is refused here.
  `create or replace function erf_van_document() returns trigger language plpgsql security definer as $$
  declare vorige record;
  begin
    if not is_van_de_app() then return new; end if;
    if new.herkomst <> 'eigen' then
      new.organisatie := null; new.persoon := null; new.zichtbaarheid := null; new.kring := null;
      return new;
    end if;
    select * into vorige from document where id = new.id and herkomst = 'eigen'
      order by versie desc limit 1;
    if not found or new.versie <= vorige.versie and
      exists (select from document where id = new.id and versie = new.versie) then
      return new;
    end if;
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
  `do $$ begin
    execute format('alter function erf_van_document() set search_path = %I, pg_temp', current_schema);
    execute format('alter function schakel_aan() set search_path = %I, pg_temp', current_schema);
    execute format('alter function leg_vast() set search_path = %I, pg_temp', current_schema);
  end $$`,
  ...GEVOLGD.map(
    ({ tabel, sleutel, kolommen }) => `create constraint trigger ${tabel}_wordt_vastgelegd
      after insert or update or delete on ${tabel} deferrable initially deferred
      for each row execute function leg_vast('${sleutel}', '${kolommen}')`,
  ),
];
