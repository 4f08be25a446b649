import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Toets } from "#domain/toets.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Toetsvraag } from "./toetsvraag.ts";

/** The decision that counts for this eis of this unit on the day of the run (F009). */
export function findOntheffing(
  eis: string,
  eenheid: string,
  vraag: Toetsvraag,
): Ontheffingsbesluit | undefined {
  return vraag.besluiten.find(
    (besluit) =>
      besluit.eis === eis &&
      (besluit.eenheid === undefined || besluit.eenheid === eenheid) &&
      refusal(besluit, vraag.document) === undefined &&
      isInTerm(besluit, vraag.op),
  );
}

function isInTerm({ van, tot }: Ontheffingsbesluit, op: string | undefined): boolean {
  const day = op === undefined ? undefined : parseMoment(op)?.van;
  return day === undefined || ((van ?? "") <= day && day <= (tot ?? "9999-12-31"));
}

/** What the document asks with an ontheffing and is not there. */
export function missingPieces(
  { stukken }: Ontheffingsbesluit,
  { ontheffing }: Toets,
): readonly string[] {
  return (ontheffing?.vraagt ?? []).filter((piece) => !stukken.includes(piece));
}

/** Decisions that do not count, each with the rule it goes against. */
export function refusedBesluiten({ besluiten, document }: Toetsvraag): readonly Melding[] {
  return besluiten.flatMap((besluit) => refusal(besluit, document) ?? []);
}

function refusal(besluit: Ontheffingsbesluit, { ontheffing, eisen }: Toets): Melding | undefined {
  const { eis, orgaan } = besluit;
  if (!ontheffing) {
    return refused("ontheffing", `dit document kent geen ontheffing (gevraagd voor «${eis}»)`);
  }
  const may = ontheffing.op.length > 0 ? ontheffing.op : Object.keys(eisen);
  if (!may.includes(eis)) {
    return refused("ontheffing.op", `van «${eis}» kan geen ontheffing worden gegeven`);
  }
  if (!ontheffing.door.includes(orgaan)) {
    const bodies = ontheffing.door.join(" of ");
    return refused("ontheffing.door", `bevoegd is ${bodies}, niet ${orgaan}`);
  }
  if (!besluit.ondergrens && !besluit.bovengrens) {
    return refused("ontheffing", `het besluit over «${eis}» noemt geen grens`);
  }
  return undefined;
}

function refused(regel: string, reden: string): Melding {
  return { soort: "geweigerd", regel, reden };
}
