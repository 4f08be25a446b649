/**
 * How often something was asked in a minute, over all servers together.
 *
 * Lost where the database falls over, and that is no harm: it is about this minute. So it is not
 * written to the log of the database, and not in a backup.
 */
export const verbruik: readonly string[] = [
  `create unlogged table verbruik (
    sleutel text collate "C" not null check (sleutel ~ '^[0-9a-f]{64}$'),
    minuut bigint not null,
    gegeven integer not null check (gegeven >= 0),
    laatst integer not null check (laatst >= 0),
    primary key (minuut, sleutel)
  )`,
  "alter table verbruik enable row level security",
  "alter table verbruik force row level security",
  "create policy eigenaar on verbruik to current_user using (true) with check (true)",
  "revoke insert, update, delete on verbruik from woonregie_app",
  "create policy lees on verbruik for select to woonregie_app using (false)",
];
