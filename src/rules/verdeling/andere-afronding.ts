import type { Breuk } from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import type { Afrondingsmethode, Stap } from "#domain/verdeling.ts";
import { totalAt } from "./stand.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { runVerdeling } from "./verdeel.ts";

export type AndereAfronding = { readonly methode: Afrondingsmethode; readonly aantal: Breuk };

/** Those that give out exactly what there is, so that they can stand beside each other. */
const GOEDE: readonly Afrondingsmethode[] = [
  "grootste-rest",
  "sainte-lague",
  "dhondt",
  "adams",
  "huntington-hill",
];

/**
 * What the number of a unit would be under each other way of rounding.
 *
 * Empty where the document does not round, leaves the way to people or rounds to two sides at once;
 * a way that leaves something to people, or that these figures do not allow, is left out.
 */
export function tryAfrondingen(
  vraag: Verdelingsvraag,
  eenheid: string,
): readonly AndereAfronding[] {
  const { stappen } = vraag.document;
  const own = new Set(stappen.map(methodOf));
  if (![...own].every((methode) => methode && GOEDE.includes(methode))) return [];
  return GOEDE.filter((methode) => own.size > 1 || !own.has(methode)).flatMap((methode) => {
    const aantal = runWith(methode, vraag, eenheid);
    return aantal ? [{ methode, aantal }] : [];
  });
}

function methodOf({ afronding: { methode } }: Stap): Afrondingsmethode | undefined {
  return methode.soort === "vast" ? methode.methode : undefined;
}

function runWith(
  methode: Afrondingsmethode,
  vraag: Verdelingsvraag,
  eenheid: string,
): Breuk | undefined {
  const stappen = vraag.document.stappen.map((stap) => ({
    ...stap,
    afronding: { ...stap.afronding, methode: { soort: "vast" as const, methode } },
  }));
  try {
    const document = { ...vraag.document, stappen };
    const { kern } = runVerdeling({ ...vraag, document, alleenMidden: true }).loop;
    return kern.meldingen.length === 0 ? totalAt(kern.stand, [eenheid]) : undefined;
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}
