import type { Herindelingen } from "#domain/herindeling.ts";
import { formatMoment, formatVanTot, listWords } from "#domain/notatie.ts";
import type { Overzetting } from "./overzetten.ts";
import type { Stuk } from "./samenstelling.ts";

/** By what an average was weighted. */
export type Weging = { readonly cijfer: string; readonly moment?: string };

/**
 * The line that says how a figure was carried over: "som van Heerhugowaard en Langedijk,
 * herindeling 1 januari 2022, exact".
 */
export function describeOverzetting(
  soort: Overzetting["soort"] | "onbekend",
  stukken: readonly Stuk[],
  naamVan: Herindelingen["naamVan"],
  weging?: Weging,
): string {
  const parts = listWords(stukken.map((stuk) => describeStuk(stuk, naamVan)));
  const when = describeDagen(stukken);
  const by = [...new Set(stukken.flatMap(({ gewichten }) => gewichten))];
  switch (soort) {
    case "exact":
      return `${stukken.length > 1 ? "som van" : "van"} ${parts}, ${when}, exact`;
    case "gewogen":
      return `gemiddelde van ${parts}, gewogen met ${describeWeging(weging)}, ${when}`;
    case "geschat":
      return `geschat: ${parts}, naar ${listWords(by)}, ${when}`;
    case "onbekend":
      return `onbekend bij een van ${parts}, ${when}`;
  }
}

function describeStuk({ code, deel }: Stuk, naamVan: Herindelingen["naamVan"]): string {
  const naam = naamVan(code);
  if (deel === "heel") return naam;
  if (deel === "onbekend") return `een deel van ${naam}`;
  const middle = formatVanTot(
    { laag: deel.midden, midden: deel.midden, hoog: deel.midden },
    "procent",
    1,
  );
  return `${middle} van ${naam} (${formatVanTot(deel, "procent", 1)})`;
}

function describeDagen(stukken: readonly Stuk[]): string {
  const days = [...new Set(stukken.flatMap(({ dagen }) => dagen))].toSorted().map(formatMoment);
  return `${days.length > 1 ? "herindelingen" : "herindeling"} ${listWords(days)}`;
}

function describeWeging(weging: Weging | undefined): string {
  if (!weging) return "een gewicht";
  return weging.moment === undefined
    ? weging.cijfer
    : `${weging.cijfer} (${formatMoment(weging.moment)})`;
}
