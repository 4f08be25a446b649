import { LAGEN } from "#domain/kop.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

/** One of those of whom a step asks something: `voor-elk: provincie`. */
export type Betrokkene = { readonly id: string; readonly naam: string };

/** How one is written in a list of what lacks: `PV24 Flevoland`, `amsterdam`. */
export function betrokkeneTekst({ id, naam }: Betrokkene): string {
  return /^(GM|PV)\d/.test(id) && naam !== id ? `${id} ${naam}` : id;
}

/**
 * Those of an axis in the gebied of the run; undefined where the gebied does not say who they are.
 *
 * Nobody is not the same as all: an axis without anyone is not known, so that a step never counts
 * as done because nobody was asked.
 */
export function listBetrokkenen(
  as: string,
  { gebied, provincies }: Pick<Trajectvraag, "gebied" | "provincies">,
): readonly Betrokkene[] | undefined {
  const found = onAxis(as);
  return found.length > 0 ? found : undefined;

  function onAxis(axis: string): readonly Betrokkene[] {
    switch (axis) {
      case "gemeente":
        return gebied.eenheden;
      case "deelregio":
        return Object.entries(gebied.deelregios).map(([id, naam]) => ({
          id,
          naam: naam.replace(/ \(voorbeeld\)$/, ""),
        }));
      case "provincie":
        return provinciesOf();
      case "laag":
        return LAGEN.filter((laag) => laag !== "geen").map((id) => ({ id, naam: id }));
      case "regio":
        return gebied.eenheden.length > 0 ? [{ id: gebied.id, naam: gebied.titel }] : [];
      default:
        return [];
    }
  }

  function provinciesOf(): readonly Betrokkene[] {
    const codes = new Set(gebied.eenheden.flatMap(({ provincie }) => provincie ?? []));
    return [...codes]
      .sort()
      .map((id) => ({ id, naam: provincies.find(({ code }) => code === id)?.naam ?? id }));
  }
}

/** The one that was written: by code, by id, or by name. */
export function findBetrokkene(
  text: string,
  betrokkenen: readonly Betrokkene[],
): Betrokkene | undefined {
  const [code = text] = text.split(" ");
  return betrokkenen.find(
    ({ id, naam }) => id === text || id === code || naam.toLowerCase() === text.toLowerCase(),
  );
}
