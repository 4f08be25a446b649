import { NUL } from "#domain/breuk.ts";
import type { Over } from "#domain/verdeling.ts";
import type { Rij, Stand } from "./stand.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

/** Units of the run itself; any other word names an axis that units are split over. */
const AREAS: readonly string[] = ["gemeenten", "deelregios"];

/** The rows a step divides over, before anything is divided. */
export type Vorm = {
  readonly niveau: string;
  readonly rijen: readonly Rij[];
  /** The row whose number each group divides; undefined where it divides the opgave itself. */
  readonly ouder: (groep: string) => number | undefined;
};

/**
 * Lays out the rows for a step with `over`.
 *
 * The first step goes over units of the run; a later one goes over finer units inside each row
 * that stands, or, with the same word again, over the same rows anew.
 */
export function layOut(over: Over, stand: Stand, vraag: Verdelingsvraag, namen: CelNamen): Vorm {
  if (stand.niveau === over.wat) return again(stand);
  if (stand.niveau === "") return { ...firstRows(over, vraag, namen), ouder: () => undefined };
  const rijen = stand.rijen.flatMap((rij) => childrenOf(over, rij, vraag, namen));
  const byPath = new Map(stand.rijen.map(({ pad }, index) => [pad.join("/"), index]));
  return { niveau: over.wat, rijen, ouder: (groep) => byPath.get(groep) };
}

/** The cells known of a unit on an axis, from the figures the step reads. */
export type CelNamen = (pad: readonly string[]) => readonly string[];

/** A stand with these rows and nothing in them yet. */
export function emptyStand(vorm: Vorm, onderdelen: readonly string[]): Stand {
  return {
    niveau: vorm.niveau,
    rijen: vorm.rijen,
    onderdelen,
    waarden: vorm.rijen.map(() => onderdelen.map(() => NUL)),
  };
}

function again(stand: Stand): Vorm {
  return { niveau: stand.niveau, rijen: stand.rijen, ouder: () => undefined };
}

function firstRows(
  over: Over,
  vraag: Verdelingsvraag,
  namen: CelNamen,
): { readonly niveau: string; readonly rijen: readonly Rij[] } {
  const { gebied, nederland } = vraag;
  if (over.wat === "deelregios") {
    const ids = Object.keys(gebied.deelregios);
    return { niveau: over.wat, rijen: ids.map((id) => ({ pad: [id], groep: "" })) };
  }
  const whole = over.van === "nederland" ? (nederland ?? gebied) : gebied;
  const units = whole.eenheden.map((unit) => ({ pad: [unit.id], groep: groupOf(unit, over) }));
  if (AREAS.includes(over.wat)) return { niveau: over.wat, rijen: units };
  return { niveau: over.wat, rijen: namen([]).map((id) => ({ pad: [id], groep: "" })) };
}

/** `van deelregio` shares inside each deelregio; every other first step shares as a whole. */
function groupOf(unit: { readonly deelregio?: string }, over: Over): string {
  return over.van === "deelregio" ? (unit.deelregio ?? "") : "";
}

function childrenOf(over: Over, rij: Rij, vraag: Verdelingsvraag, namen: CelNamen): Rij[] {
  const groep = rij.pad.join("/");
  if (over.wat === "gemeenten") {
    return vraag.gebied.eenheden
      .filter(({ deelregio }) => deelregio === rij.pad[0])
      .map(({ id }) => ({ pad: [id], groep }));
  }
  return namen(rij.pad).map((naam) => ({ pad: [...rij.pad, naam], groep }));
}
