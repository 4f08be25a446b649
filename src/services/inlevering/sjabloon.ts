import type { Indicator } from "#domain/indicator.ts";
import type { Werkcel, Werkmap } from "#domain/werkmap.ts";
import { alsMoment } from "#rules/cijfers/inlezen/moment.ts";
import type { Basis } from "../basis.ts";

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
function makeSjabloon({ indicator, gemeenten, moment, codes }: Sjabloonvraag): Werkmap {
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

type Gevraagd = {
  readonly cijfer: string;
  /** A region; empty for the whole country. */
  readonly gebied: string;
  readonly moment?: string | undefined;
};

/** The empty form that is asked for with a name for its file, or why there is none. */
export function sjabloonFor(
  basis: Basis,
  { cijfer, gebied, moment }: Gevraagd,
): { readonly werkmap: Werkmap; readonly naam: string } | { readonly fout: string } {
  const indicator = basis.bibliotheek.find(cijfer);
  if (indicator?.soort !== "indicator" || !indicator.niveau.includes("gemeente")) {
    return { fout: "Kies voor welk cijfer u een formulier wilt." };
  }
  const dag = basis.kennis.peildatum ?? "2026-01-01";
  const found = gebied === "" ? undefined : basis.gebied(gebied, dag);
  if (found && found.soort !== "gevonden") return { fout: `Er is geen regio «${gebied}».` };
  const own = moment && alsMoment(moment, indicator)?.moment;
  if (moment && !own) {
    const hoort =
      indicator.meetmoment === "peildatum" ? "één dag (1-1-2026)" : "een periode (2025)";
    return { fout: `«${indicator.titel}» gaat over ${hoort}.` };
  }
  const { eenheden } = found?.gebied ?? basis.nederland(dag);
  const werkmap = makeSjabloon({
    indicator,
    gemeenten: eenheden,
    codes: (lijst) => basis.kennis.codelijsten?.get(lijst),
    ...(own ? { moment: own } : {}),
  });
  const waar = (gebied || "nederland").split("#").at(-1) ?? "nederland";
  return {
    werkmap,
    naam: [indicator.id, waar, own?.replaceAll("/", "_")].filter(Boolean).join("-"),
  };
}
