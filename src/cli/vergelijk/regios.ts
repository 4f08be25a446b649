import { compareNaam } from "#domain/alfabet.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import { layRegios, type Regiovergelijking } from "#services/indeling/regiovergelijking.service.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import type { Surroundings } from "../surroundings.ts";
import { createStyle } from "../text/style.ts";
import { type Row, renderTable } from "../text/table.ts";
import { wrap } from "../text/wrap.ts";

/** Two regions beside each other where both names are one, unless both are documents too. */
export function findRegios(
  basis: Basis,
  first: string,
  second: string,
  op: string,
): Regiovergelijking | undefined {
  if (basis.bibliotheek.find(first) && basis.bibliotheek.find(second)) return undefined;
  const found = layRegios(basis, first, second, dayOf(op));
  return found.ok ? found.vergelijking : undefined;
}

/** Who is in both, only here, only there, and how sure; neither is the measure of the other. */
export function regioLines(
  vergelijking: Regiovergelijking,
  op: string,
  { width, tableWidth, colour }: Surroundings,
): readonly string[] {
  const { hier, daar, gelijk, beide, alleenHier, alleenDaar, harmoniseer, onzeker, verspreid } =
    vergelijking;
  const style = createStyle(colour);
  const counts = `${beide.length} gemeenten in beide, ${alleenHier.length} alleen in het eerste, ${alleenDaar.length} alleen in het tweede`;
  const spread = verspreid.map(({ titel, aantal }) => `${titel} (${aantal})`).join(", ");
  const columns = ["gemeente", hier.titel, daar.titel].map((header) => ({
    header,
    align: "left" as const,
  }));
  return [
    style.bold(gelijk ? "Dezelfde gemeenten" : counts),
    ...wrap(`${describe(hier)} naast ${describe(daar)}, op ${formatMoment(op)}.`, width),
    ...(verspreid.length > 1
      ? wrap(
          `De gemeenten van ${hier.titel} liggen in ${verspreid.length} regio's van die indeling: ${spread}.`,
          width,
        )
      : []),
    ...(harmoniseer ? ["", ...wrap(AF_TE_STEMMEN, width)] : []),
    ...(onzeker ? wrap(ONZEKER, width) : []),
    "",
    ...renderTable({ columns, rows: rowsOf(vergelijking) }, tableWidth),
  ];
}

const AF_TE_STEMMEN =
  "Af te stemmen: een afspraak voor de ene regio geldt niet voor dezelfde gemeenten als de andere. Stem af wie meedoet voordat u haar overneemt.";
const ONZEKER = "Van een lid is niet zeker dat het erbij hoort; het verschil kan nog veranderen.";

function describe({ titel, soortRegio, indeling }: Regiovergelijking["hier"]): string {
  const told = [soortRegio, indeling].filter(Boolean).join(", ");
  return told ? `${titel} (${told})` : titel;
}

function rowsOf({ beide, alleenHier, alleenDaar }: Regiovergelijking): readonly Row[] {
  const all = [
    ...beide.map(({ naam, hier, daar }) => [naam, hier, daar] as const),
    ...alleenHier.map(({ naam, zekerheid }) => [naam, zekerheid, "niet"] as const),
    ...alleenDaar.map(({ naam, zekerheid }) => [naam, "niet", zekerheid] as const),
  ];
  return all
    .toSorted(([a], [b]) => compareNaam(a, b))
    .map((cells): Row => ({ kind: "row", cells: [...cells] }));
}
