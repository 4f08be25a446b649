import type { Indicator } from "#domain/indicator.ts";
import type { Werkcel, Werkmap } from "#domain/werkmap.ts";

type Sjabloonvraag = {
  readonly indicator: Indicator;
  readonly gemeenten: readonly { readonly id: string; readonly naam: string }[];
  /** Left open where nobody says it: the column is then to be filled in. */
  readonly moment?: string;
  readonly codes: (lijst: string) => readonly string[] | undefined;
};

/**
 * An empty form for the figures of one indicator: a row for every gemeente, and of a figure that is
 * split on one list a row for each of its parts.
 *
 * Filled in it is read back without a question: every column says what it holds.
 */
export function makeSjabloon({ indicator, gemeenten, moment, codes }: Sjabloonvraag): Werkmap {
  const { id, eenheid, uitsplitsing } = indicator;
  const [only, ...others] = uitsplitsing;
  const parts = only && others.length === 0 ? (codes(only) ?? [""]) : [""];
  const onderdelen = uitsplitsing.map((as) => `onderdeel ${as}`);
  const kop = [
    ...["gemeentecode", "gemeente", "cijfer", ...onderdelen, "eenheid", "moment"],
    ...["waarde", "laag", "hoog", "bron", "opmerking"],
  ];
  const rijen = gemeenten.flatMap((gemeente) =>
    parts.map((part) => [
      ...[gemeente.id, gemeente.naam, id],
      ...onderdelen.map((_, i) => (i === 0 ? part : "")),
      ...[eenheid, moment ?? "", "", "", "", "", ""],
    ]),
  );
  return { bladen: [{ naam: "Cijfers", rijen: [kop, ...rijen].map(asCells) }] };
}

function asCells(rij: readonly string[]): readonly Werkcel[] {
  return rij.map((tekst) => (tekst === "" ? { soort: "leeg" } : { soort: "tekst", tekst }));
}
