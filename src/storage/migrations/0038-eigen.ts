/**
 * What is one's own because one made it: only while one acts for the body it was made for, and
 * never for a program that asks with a key one made.
 *
 * Before this step whoever left a body still saw what they once made for it, and a key saw all that
 * its maker did, also for other bodies.
 */
export const eigen: readonly string[] = [
  `create function als_programma() returns boolean language sql stable as $$
    select coalesce(current_setting('woonregie.programma', true), '') = 'ja' $$`,
  `create function is_eigen(organisatie uuid, persoon uuid) returns boolean
    language sql stable as $$
    select coalesce(persoon = ik(), false) and not als_programma() and
      (organisatie is null or organisatie = any (mijn_organisaties())) $$`,

  `create or replace function ziet(organisatie uuid, persoon uuid, zichtbaarheid text, kring uuid)
    returns boolean language sql stable as $$
    select case
      when zichtbaarheid is null or zichtbaarheid = 'openbaar' then true
      when is_eigen(organisatie, persoon) then true
      when zichtbaarheid = 'prive' then false
      when organisatie = any (mijn_organisaties()) then true
      when zichtbaarheid = 'kring' then kring = any (mijn_kringen())
      when zichtbaarheid = 'regio' then ik() is not null or mijn_organisatie() is not null
      else false end $$`,
  `create or replace function wijzigt(organisatie uuid, persoon uuid, zichtbaarheid text)
    returns boolean language sql stable as $$
    select case
      when zichtbaarheid is null then true
      when is_eigen(organisatie, persoon) then true
      when zichtbaarheid = 'prive' then false
      else coalesce(organisatie = any (mijn_organisaties()), false) end $$`,

  // That something is hidden from now on is told: it was there a moment ago. What is made and
  // thrown away after that is not.
  "drop policy lees on wijziging",
  `create policy lees on wijziging for select to woonregie_app using (
    is_eigen(namens, persoon) or (eigenaar = any (mijn_organisaties()) and
      (soort = 'gewijzigd' or
        coalesce(coalesce(nieuw, oud)::jsonb ->> 'zichtbaarheid', '') <> 'prive')))`,

  // A key lives as long as who made it acts for its body: who left must not keep a way in.
  `create or replace function vind_apisleutel(geheim text) returns setof apisleutel
    language sql stable security definer as $$
    select apisleutel.* from apisleutel join persoon on persoon.id = apisleutel.gemaakt_door
    where sha256 = geheim and ingetrokken_op is null and persoon.uitgeschakeld_op is null
      and exists (select from mandaat m where m.persoon = apisleutel.gemaakt_door
        and m.organisatie = apisleutel.organisatie and m.beeindigd_op is null
        and (now() at time zone 'Europe/Amsterdam')::date
          between m.van and coalesce(m.tot, 'infinity'::date)) $$`,
  `do $$ begin
    execute format('alter function vind_apisleutel(text) set search_path = %I, pg_temp', current_schema);
  end $$`,
];
