import type { Eis } from "#domain/eis.ts";
import type { Toets } from "#domain/toets.ts";

/** Facts that a toets asks of a case, which no indicator needs to know: codes, dates and terms. */
export function factsOf({ eisen, parameters }: Toets): ReadonlySet<string> {
  const names = Object.values(eisen).flatMap(factsIn);
  return new Set(names.filter((naam) => !(naam in parameters)));
}

function factsIn(eis: Eis): readonly string[] {
  switch (eis.soort) {
    case "vergelijking": {
      const { onderwerp } = eis;
      if (onderwerp.soort === "kenmerk") return [onderwerp.naam];
      if (onderwerp.soort === "datum") return [onderwerp.van.naam];
      if (onderwerp.soort !== "duur") return [];
      return [onderwerp.van.naam, ...(onderwerp.tot ? [onderwerp.tot.naam] : [])];
    }
    case "alle":
    case "een-van":
      return eis.eisen.flatMap(factsIn);
    case "niet":
      return factsIn(eis.eis);
    case "als":
      return [eis.als, eis.dan, ...(eis.anders ? [eis.anders] : [])].flatMap(factsIn);
    case "voor-elk":
      return factsIn(eis.geldt);
    case "aanwezig":
      return [];
  }
}
