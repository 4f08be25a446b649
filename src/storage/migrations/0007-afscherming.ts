/**
 * What the role of the app may do: read and write rows, and nothing with the tables themselves.
 *
 * The role itself is made before any step (`zorg-voor-rol.ts`). What a later step makes is granted
 * by default; which rows it then sees is said by the policies of each table.
 */
export const afscherming: readonly string[] = [
  `do $$ declare here name := current_schema; begin
    execute format('grant usage on schema %I to woonregie_app', here);
    execute format('grant select, insert, update, delete on all tables in schema %I to woonregie_app', here);
    execute format('grant usage, select on all sequences in schema %I to woonregie_app', here);
    execute format('alter default privileges in schema %I
      grant select, insert, update, delete on tables to woonregie_app', here);
    execute format('alter default privileges in schema %I
      grant usage, select on sequences to woonregie_app', here);
  end $$`,
  "revoke insert, update, delete on migratie from woonregie_app",
];
