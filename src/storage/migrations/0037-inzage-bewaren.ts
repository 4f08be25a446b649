/**
 * Lines of the access log go when the time is over that the body that keeps it chose for them.
 *
 * What goes is always the beginning of the chain, and only what is written down here first: how
 * many, up to and including which day, and the hash that the rest follows on. That line stays, and
 * is in the change log too. The app can do none of it.
 */
export const inzageBewaren: readonly string[] = [
  `create table inzage_opgeruimd (
    id uuid primary key default gen_random_uuid(),
    tot date not null,
    laatste bigint not null unique,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    regels bigint not null check (regels > 0),
    op timestamptz not null default clock_timestamp()
  )`,
  "alter table inzage_opgeruimd enable row level security",
  "alter table inzage_opgeruimd force row level security",
  "create policy eigenaar on inzage_opgeruimd to current_user using (true) with check (true)",
  "create policy lees on inzage_opgeruimd for select to woonregie_app using (false)",
  "revoke insert, update, delete on inzage_opgeruimd from woonregie_app",
  `create trigger inzage_opgeruimd_blijft before update or delete on inzage_opgeruimd
    for each row execute function weiger_wijziging()`,
  `create trigger inzage_opgeruimd_blijft_geheel before truncate on inzage_opgeruimd
    for each statement execute function weiger_wijziging()`,

  // It tells of lines that are there, and of all before the last of them; none began after the day.
  `create function bewaak_inzage_opgeruimd() returns trigger language plpgsql as $$
  declare midnight bigint := extract(epoch from
    (new.tot + 1)::timestamp at time zone 'Europe/Amsterdam') * 1000;
  begin
    if current_setting('woonregie.herstel', true) = 'ja' and not is_van_de_app() then
      return new;
    end if;
    if not exists (select from inzage where nummer = new.laatste and hash = new.hash)
      or new.regels <> (select count(*) from inzage where nummer <= new.laatste)
      or exists (select from inzage where nummer <= new.laatste and begin_ms >= midnight) then
      raise exception 'dit past niet bij het logboek van inzage';
    end if;
    return new;
  end $$`,
  `create trigger inzage_opgeruimd_klopt before insert on inzage_opgeruimd
    for each row execute function bewaak_inzage_opgeruimd()`,
  `create constraint trigger inzage_opgeruimd_wordt_vastgelegd after insert on inzage_opgeruimd
    deferrable initially deferred for each row
    execute function leg_vast('id', 'tot laatste hash regels')`,

  "drop trigger inzage_blijft on inzage",
  `create trigger inzage_blijft before update on inzage
    for each row execute function weiger_wijziging()`,
  `create function bewaak_inzage_weg() returns trigger language plpgsql as $$
  begin
    if not exists (select from inzage_opgeruimd where laatste >= old.nummer) then
      raise exception 'een regel van het logboek van inzage verandert nooit, en gaat pas weg als dat is opgeschreven';
    end if;
    return old;
  end $$`,
  `create trigger inzage_gaat_niet_stil before delete on inzage
    for each row execute function bewaak_inzage_weg()`,
];
