import type { Basis } from "#services/basis.ts";
import { EERSTE_DAG, yearsUntil } from "./cijfers.ts";
import type { Dataset, Kolom, Rij } from "./dataset.ts";
import { CC_BY } from "./licentie.ts";

const KOLOMMEN: readonly Kolom[] = [
  { naam: "code", soort: "tekst", uitleg: "de code van het CBS: GM0505, PV28" },
  { naam: "soort", soort: "tekst", uitleg: "gemeente of provincie" },
  { naam: "naam", soort: "tekst", uitleg: "zoals CBS haar schrijft" },
  { naam: "provincie", soort: "tekst", uitleg: "code van de provincie" },
  { naam: "corop", soort: "tekst", uitleg: "code van het COROP-gebied, waar die bekend is" },
  { naam: "sinds", soort: "dag", uitleg: "eerste dag, waar die bekend is" },
  { naam: "tot", soort: "dag", uitleg: "laatste dag; leeg zolang het gebied bestaat" },
  { naam: "peildatum", soort: "dag", uitleg: "de dag waarop dit zo was" },
];

/** A dataset for each year: which gemeenten and provincies there were on its first day. */
export function gebiedendatasets(basis: Basis): readonly Dataset[] {
  return yearsUntil(basis.kennis.peildatum ?? EERSTE_DAG).map((jaar) => ofYear(basis, jaar));
}

function ofYear({ gemeenten }: Basis, jaar: number): Dataset {
  const op = `${jaar}-01-01`;
  return {
    id: `gebieden-${jaar}`,
    soort: "gebieden",
    titel: `Gemeenten en provincies in ${jaar}`,
    omschrijving: `Welke gemeenten en provincies er op 1 januari ${jaar} waren, met hun code, in welke provincie en welk COROP-gebied een gemeente lag, en van wanneer tot wanneer zij bestond.`,
    trefwoorden: ["gemeente", "provincie", "COROP", "herindeling"],
    makers: ["CBS", "Kadaster"],
    bronnen: ["CBS / Kadaster, gebiedsindelingen, bewerkt"],
    licentie: CC_BY,
    tijdvak: { van: op, tot: `${jaar}-12-31` },
    kolommen: KOLOMMEN,
    rijen: () => {
      const own: readonly Rij[] = gemeenten
        .list(op)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map((gemeente) => ({ ...gemeente, soort: "gemeente", peildatum: op }));
      const provincies = gemeenten.provincies.map(
        ({ code, naam }): Rij => ({ code, soort: "provincie", naam, peildatum: op }),
      );
      return [...provincies, ...own];
    },
    vormen: { collectie: "gemeenten", op },
  };
}
