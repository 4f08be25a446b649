const MINE = "wijzigt(organisatie, persoon, zichtbaarheid)";
const FITS = "past(organisatie, kring) and (persoon is null or persoon = ik())";
const IN_FONDS = (rule: string) =>
  `exists (select from fonds where fonds.id = fondsboeking.fonds${rule})`;
const MY_FONDS = IN_FONDS(" and wijzigt(fonds.organisatie, fonds.persoon, fonds.zichtbaarheid)");

/**
 * Funds with the years in which can be promised out of them, and what was promised.
 *
 * A booking stays as it was made; all that can still be written to it is that it was taken back.
 * Outside the years of its fund the database takes none, whatever program asks (F020).
 */
export const fondsen: readonly string[] = [
  `create table fonds (
    id uuid primary key,
    naam text not null check (naam <> ''),
    doel text not null,
    bedrag numeric check (bedrag > 0),
    van integer,
    tot integer not null check (tot >= coalesce(van, tot)),
    bron text not null check (bron <> ''),
    organisatie uuid references organisatie default mijn_organisatie(),
    persoon uuid references persoon default ik(),
    zichtbaarheid text default eerste_zichtbaarheid()
      check (zichtbaarheid in ('prive', 'organisatie', 'kring', 'regio', 'openbaar')),
    kring uuid references kring,
    gemaakt_op timestamptz not null default now(),
    check ((zichtbaarheid is null) = (organisatie is null and persoon is null)),
    check ((kring is not null) = (coalesce(zichtbaarheid, '') = 'kring'))
  )`,
  "create index on fonds (organisatie)",

  `create table fondsboeking (
    id uuid primary key,
    fonds uuid not null references fonds,
    jaar integer not null,
    bedrag numeric not null check (bedrag > 0),
    wat text not null check (wat <> ''),
    stuk text not null check (stuk <> ''),
    op timestamptz not null default now(),
    terug_op timestamptz,
    terug_reden text,
    check ((terug_op is null) = (terug_reden is null))
  )`,
  "create index on fondsboeking (fonds, jaar)",

  `create function bewaak_fonds() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or not is_alleen_delen(to_jsonb(old), to_jsonb(new)) then
      raise exception 'een fonds verandert niet: er kan al uit zijn toegezegd';
    end if;
    return new;
  end $$`,
  `create trigger fonds_blijft before update or delete on fonds
    for each row execute function bewaak_fonds()`,

  `create function bewaak_fondsboeking() returns trigger language plpgsql as $$
  declare het fonds;
  begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (old.terug_op is not null or
      to_jsonb(old) - array['terug_op', 'terug_reden'] <>
      to_jsonb(new) - array['terug_op', 'terug_reden'])) then
      raise exception 'een boeking verandert niet, zij wordt een keer teruggetrokken';
    end if;
    select * into het from fonds where id = new.fonds;
    if tg_op = 'INSERT' and (new.jaar > het.tot or new.jaar < het.van) then
      raise exception 'in % kan uit dit fonds niets worden geboekt', new.jaar using errcode = 'WR002';
    end if;
    return new;
  end $$`,
  `create trigger fondsboeking_blijft before insert or update or delete on fondsboeking
    for each row execute function bewaak_fondsboeking()`,

  ...["fonds", "fondsboeking"].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy eigenaar on ${table} to current_user using (true) with check (true)`,
  ]),
  `create policy lees on fonds for select to woonregie_app
    using (ziet(organisatie, persoon, zichtbaarheid, kring))`,
  `create policy maak on fonds for insert to woonregie_app with check (${FITS})`,
  `create policy wijzig on fonds for update to woonregie_app
    using (${MINE}) with check (past(organisatie, kring))`,
  `create policy lees on fondsboeking for select to woonregie_app using (${IN_FONDS("")})`,
  `create policy maak on fondsboeking for insert to woonregie_app with check (${MY_FONDS})`,
  `create policy wijzig on fondsboeking for update to woonregie_app
    using (${MY_FONDS}) with check (${MY_FONDS})`,

  `create constraint trigger fonds_wordt_vastgelegd after insert or update or delete on fonds
    deferrable initially deferred for each row
    execute function leg_vast('id', 'naam bedrag van tot bron zichtbaarheid kring')`,
  `create constraint trigger fondsboeking_wordt_vastgelegd
    after insert or update or delete on fondsboeking deferrable initially deferred for each row
    execute function leg_vast('id', 'fonds jaar bedrag stuk terug_op terug_reden')`,
];
