import { parseRekenjson } from "#contract/rekenblad/codec.ts";
import { formatVanTot } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";
import type { Correctiereactie } from "#storage/correctie.repository.ts";
import type { Reactie } from "./werk.ts";

type Gehoord = { readonly gemeente: string; readonly reacties: readonly Correctiereactie[] };

/** What gemeenten said in a correction round, by code; who said nothing is among them. */
export function reactiesOf(
  gemeenten: readonly Gehoord[],
  basis: Basis,
): ReadonlyMap<string, readonly Reactie[]> {
  return new Map(
    gemeenten.map(({ gemeente, reacties }) => {
      const corrected = reacties.flatMap((reactie) =>
        reactie.soort === "gecorrigeerd" ? [toReactie(reactie.waarneming, basis)] : [],
      );
      if (corrected.length > 0) return [gemeente, corrected];
      return [gemeente, [{ soort: reacties.length > 0 ? "gezien" : "niet gereageerd" }]];
    }),
  );
}

/** A reaction holds the figure as the server wrote it. */
function toReactie(waarneming: string, { bibliotheek }: Basis): Reactie {
  const { indicator, cel, inhoud, bron } = parseRekenjson(waarneming) as Waarneming;
  const found = bibliotheek.find(indicator);
  const known = found?.soort === "indicator" ? found : undefined;
  return {
    soort: "gecorrigeerd",
    cijfer: [known?.titel ?? indicator, ...cel].join(", "),
    waarde: describe(inhoud, known?.eenheid),
    bron,
  };
}

function describe(inhoud: Waarneming["inhoud"], eenheid: string | undefined): string {
  if (inhoud.soort === "kenmerk") return inhoud.code.replaceAll("-", " ");
  if (inhoud.soort !== "getal") return "onbekend";
  const { waarde: midden, laag = midden, hoog = midden } = inhoud;
  return formatVanTot({ laag, midden, hoog }, eenheid === "deel" ? "procent" : "getal", 2);
}
