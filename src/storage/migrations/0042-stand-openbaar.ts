const OPENBAAR = (row: string) => `coalesce(${row}.zichtbaarheid, 'openbaar') = 'openbaar'`;

/**
 * The number of 0003 moves by what everybody sees, and no longer by what a few see.
 *
 * A server makes all of its pages anew when it moves. With a few hundred bodies that each work on
 * concepts of their own, it did nothing else; what not everybody sees is looked up for whoever asks.
 */
export const standOpenbaar: readonly string[] = [
  "drop trigger document_telt on document",
  ...[
    ["insert", OPENBAAR("new")],
    ["update", `${OPENBAAR("old")} or ${OPENBAAR("new")}`],
    ["delete", OPENBAAR("old")],
  ].map(
    ([event, when]) => `create trigger document_telt_bij_${event} after ${event} on document
      for each row when (${when}) execute function tel_stand()`,
  ),
  `create trigger document_telt_bij_truncate after truncate on document
    for each statement execute function tel_stand()`,
];
