/**
 * A number that moves whenever a figure or a document does.
 *
 * A server answers from memory; by this number it knows, also of another server's change, that it
 * has to read again. Kept by the database itself, so that no writer can forget it.
 */
export const stand: readonly string[] = [
  `create table stand (
    een boolean primary key default true check (een),
    nummer bigint not null
  )`,
  "insert into stand (nummer) values (0)",
  `create function tel_stand() returns trigger language plpgsql as $$
  begin
    update stand set nummer = nummer + 1;
    return null;
  end $$`,
  ...["levering", "document"].map(
    (table) => `create trigger ${table}_telt
      after insert or update or delete or truncate on ${table}
      for each statement execute function tel_stand()`,
  ),
];
