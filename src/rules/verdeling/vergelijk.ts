import { type Breuk, compare, equals, isZero, NUL, subtract } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { hoekenFor, type Ruimte } from "./hoeken.ts";
import type { Run } from "./run.ts";
import { totalAt } from "./stand.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { runVerdeling } from "./verdeel.ts";

/** Two verdelingen of the same thing laid side by side. */
export type Vergelijking = {
  readonly document: string;
  /** Units where the difference is nought, or changes sign, within what is not known exactly. */
  readonly binnenDeOnzekerheid: readonly string[];
  /** Present where nothing tells the two apart, or where they may not be compared. */
  readonly melding?: Melding;
};

/**
 * Lays another verdeling beside this one, on the same figures, corner by corner.
 *
 * Only within one spoor: homes that are added and homes that come free are never in one table. Two
 * keys that give every unit exactly the same share are not told apart, and which figure per unit
 * would do so is named.
 */
export function compareVerdelingen(own: Verdelingsvraag, other: Verdeling): Vergelijking {
  return compareRuns(runVerdeling(own), runVerdeling({ ...own, document: other }));
}

/** The same, of two that were carried out already on the same figures. */
export function compareRuns(a: Run, b: Run): Vergelijking {
  const [own, { document: other }] = [a.vraag, b.vraag];
  const document = documentnaam(other);
  if (own.document.spoor !== other.spoor) {
    const reden = `spoor ${own.document.spoor ?? "–"} en spoor ${other.spoor ?? "–"} horen niet in één tabel`;
    return {
      document,
      binnenDeOnzekerheid: [],
      melding: { soort: "geweigerd", regel: "spoor", reden },
    };
  }
  if (a.loop.kern.meldingen.length > 0 || b.loop.kern.meldingen.length > 0) {
    return { document, binnenDeOnzekerheid: [] };
  }
  if (sameShares(a, b)) {
    return {
      document,
      binnenDeOnzekerheid: own.gebied.eenheden.map(({ id }) => id),
      melding: { soort: "niet-te-onderscheiden", document, cijfer: figureOf(other) },
    };
  }
  const ruimte = joined(a.ruimte, b.ruimte);
  const units = own.gebied.eenheden.map(({ id }) => id);
  return { document, binnenDeOnzekerheid: units.filter((id) => isWithin(id, a, b, ruimte)) };
}

/** Exact shares before rounding, unit by unit. */
function sameShares(a: Run, b: Run): boolean {
  const unrounded = (run: Run) => run.hoek({ ...MIDDLE });
  const [left, right] = [unrounded(a), unrounded(b)];
  if (!left || !right) return false;
  return a.vraag.gebied.eenheden.every(({ id }) => equals(left.at([id]), right.at([id])));
}

const MIDDLE = {
  eigenKant: "midden",
  anderen: "midden",
  totaal: "midden",
  parameters: {},
} as const;

/** Whether the difference of a unit is nought somewhere, or has both signs, over all corners. */
function isWithin(unit: string, a: Run, b: Run, ruimte: Ruimte): boolean {
  const differences = hoekenFor([unit], ruimte).flatMap((hoek) => {
    const [left, right] = [a.hoek(hoek), b.hoek(hoek)];
    return left && right ? [subtract(left.at([unit]), right.at([unit]))] : [];
  });
  const middle = subtract(totalOf(a, unit), totalOf(b, unit));
  const all: readonly Breuk[] = [...differences, middle];
  const signs = new Set(all.map((difference) => compare(difference, NUL)));
  return differences.some(isZero) || (signs.has(1) && signs.has(-1));
}

function totalOf(run: Run, unit: string): Breuk {
  return run.hoek({ ...MIDDLE })?.at([unit]) ?? totalAt(run.loop.kern.stand, [unit]);
}

function joined(a: Ruimte, b: Ruimte): Ruimte {
  return {
    eenheden: new Set([...a.eenheden, ...b.eenheden]),
    metCellen: new Set([...a.metCellen, ...b.metCellen]),
    totaal: a.totaal || b.totaal,
    parameters: [...new Set([...a.parameters, ...b.parameters])],
  };
}

/** The figure that a key rests on, which per unit would tell it apart. */
function figureOf({ stappen }: Verdeling): string {
  const sleutel = stappen.find((stap) => stap.sleutel)?.sleutel;
  return sleutel?.soort === "naar-rato-van" ? sleutel.van.naam : "de sleutel";
}
