/**
 * What came of a request that was never answered: written by the database in the transaction of the
 * change itself, so that it is there where the change is, and nowhere else.
 *
 * A request that is asked again gets an attempt of its own. The one before can then keep nothing any
 * more, also where it is still at work: its transaction ends with an error.
 */
export const gevolg: readonly string[] = [
  `alter table herhaling
    add column poging uuid not null default gen_random_uuid() unique,
    add column begonnen_op timestamptz not null default now(),
    add column gevolg text`,
  // Of what was broken off before this step nobody can tell whether it was done.
  "update herhaling set gevolg = 'onbekend' where status is null",

  `create function noteer_gevolg() returns trigger language plpgsql security definer as $$
  declare
    nu uuid := nullif(current_setting('woonregie.poging', true), '')::uuid;
    al text;
  begin
    if nu is null then return null; end if;
    select coalesce(gevolg, '') into al from herhaling where poging = nu for update;
    if not found then
      raise exception 'this attempt was taken over by another' using errcode = 'WR002';
    end if;
    if al = '' then
      update herhaling set gevolg = new.tabel || ' ' || new.sleutel where poging = nu;
    end if;
    return null;
  end $$`,
  `do $$ begin
    execute format('alter function noteer_gevolg() set search_path = %I, pg_temp', current_schema);
  end $$`,
  `create trigger wijziging_is_gevolg after insert on wijziging
    for each row execute function noteer_gevolg()`,
];
