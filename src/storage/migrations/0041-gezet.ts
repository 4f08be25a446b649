/**
 * How often the status of a version was set: one state then never has the name of an earlier one.
 *
 * A status goes to and fro between two words. A request that was sent twice found the word that it
 * expected there again after somebody had put it back, and was done twice.
 */
export const gezet: readonly string[] = [
  "alter table rekenversie add column gezet integer not null default 0 check (gezet >= 0)",
];
