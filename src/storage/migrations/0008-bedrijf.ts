const MINE =
  "organisatie = any (coalesce(nullif(current_setting('woonregie.organisaties', true), ''), '{}')::uuid[])";

/**
 * Keys with which a program asks in the name of a body.
 *
 * Of a key only the sha256 is here. Whoever asks with one is not known yet when it is looked up:
 * two functions of the owner do that, and give nothing but the key whose secret is known.
 */
export const bedrijf: readonly string[] = [
  `create table apisleutel (
    id uuid primary key,
    organisatie uuid not null references organisatie,
    naam text not null check (naam <> ''),
    sha256 text collate "C" not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    begin text collate "C" not null,
    rol text not null,
    rechten text[] not null check (cardinality(rechten) > 0),
    gemaakt_door uuid not null references persoon,
    gemaakt_op timestamptz not null default now(),
    tot date not null,
    laatst_gebruikt_op timestamptz,
    ingetrokken_door uuid references persoon,
    ingetrokken_op timestamptz
  )`,
  "create index on apisleutel (organisatie)",

  `create function bewaak_apisleutel() returns trigger language plpgsql as $$
  declare may constant text[] := array['laatst_gebruikt_op', 'ingetrokken_door', 'ingetrokken_op'];
  begin
    if tg_op = 'DELETE' or (to_jsonb(old) - may) is distinct from (to_jsonb(new) - may) or
      (old.ingetrokken_op is not null and new.ingetrokken_op is distinct from old.ingetrokken_op) then
      raise exception 'een sleutel verandert nooit, zij wordt ingetrokken';
    end if;
    return new;
  end $$`,
  `create trigger apisleutel_blijft before update or delete on apisleutel
    for each row execute function bewaak_apisleutel()`,

  "alter table apisleutel enable row level security",
  "alter table apisleutel force row level security",
  "create policy eigenaar on apisleutel to current_user using (true) with check (true)",
  `create policy lees on apisleutel for select to woonregie_app using (${MINE})`,
  `create policy maak on apisleutel for insert to woonregie_app with check (${MINE})`,
  `create policy wijzig on apisleutel for update to woonregie_app using (${MINE}) with check (${MINE})`,

  `create function vind_apisleutel(geheim text) returns setof apisleutel
    language sql stable security definer as $$
    select apisleutel.* from apisleutel join persoon on persoon.id = apisleutel.gemaakt_door
    where sha256 = geheim and ingetrokken_op is null and persoon.uitgeschakeld_op is null $$`,
  `create function gebruik_apisleutel(geheim text, op timestamptz) returns void
    language sql security definer as $$
    update apisleutel set laatst_gebruikt_op = op where sha256 = geheim $$`,
  // What they name is what stands here, whatever whoever calls them has laid before it.
  `do $$ declare here name := current_schema; begin
    execute format('alter function vind_apisleutel(text) set search_path = %I, pg_temp', here);
    execute format('alter function gebruik_apisleutel(text, timestamptz) set search_path = %I, pg_temp', here);
  end $$`,
];
