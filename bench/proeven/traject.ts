import { addDuur } from "#domain/peildatum.ts";
import { loadBasis } from "#services/basis.service.ts";
import { computeTraject, type Trajectopdracht } from "#services/traject/traject.service.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Proefverslag } from "../verslag.ts";

const AANTAL = 200;
const BEGIN = "2025-06-12";
const OP = "2026-03-01";

/** Where the MRA stands after two hundred events: talks with every gemeente, again and again. */
export async function runTraject(): Promise<Proefverslag> {
  const basis = loadBasis();
  const document = basis.bibliotheek.find("mra-indeling");
  if (document?.soort !== "traject") throw new Error("the traject of the MRA ships");
  const region = basis.gebied("mra", OP);
  if (region.soort !== "gevonden") throw new Error("the MRA is a region");
  const opdracht: Trajectopdracht = {
    document,
    regio: "mra",
    op: OP,
    begin: BEGIN,
    gebeurtenissen: events(region.gebied.eenheden.map(({ id }) => id)),
    cijfers: [],
    ingevuld: {},
  };
  const first = computeTraject(basis, opdracht);
  const metingen = await measure([
    ownLoper("Woonregie, waar het traject staat", () => computeTraject(basis, opdracht)),
  ]);
  const midden = metingen[0]?.ms.midden ?? Number.NaN;
  return {
    titel: "Een traject met 200 gebeurtenissen",
    invoer: `De tien stappen van de MRA over ${region.gebied.eenheden.length} gemeenten, met ${AANTAL} verzonnen gebeurtenissen: overleg met elke gemeente, telkens opnieuw. Met de tekening. Er is geen ander programma dat dit doet.`,
    metingen,
    vergelijking: [
      first.ok ? `staat bij «${first.blad.stand.stap}»` : `niet gelezen: ${first.fouten.join(" ")}`,
    ],
    doelen: [{ tekst: "binnen een beeld van 16 ms", gehaald: midden <= 16 }],
    klopt: first.ok,
  };
}

/** The same pieces come in again and again, as a second version of a report does. */
function events(gemeenten: readonly string[]): Trajectopdracht["gebeurtenissen"] {
  return Array.from({ length: AANTAL }, (_, index) => {
    const gemeente = gemeenten[index % gemeenten.length] ?? "";
    const op = addDuur(BEGIN, { aantal: index, maat: "dagen" });
    const velden = { stap: "overleg", stuk: "overleg", gemeente, op };
    return { plek: `gebeurtenis ${index + 1}`, velden };
  });
}
