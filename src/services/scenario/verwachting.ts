import type { Ordelijk } from "#contract/kader/knoop.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Vergelijking } from "#rules/verdeling/index.ts";
import { type Checks, meldingChecks, meldingenVan, runChecks } from "./checks.ts";
import { isKaart, unitId } from "./gegevens.ts";
import {
  compareBand,
  compareBoom,
  compareGetal,
  compareNamen,
  compareTekst,
  sumIn,
  type Verschil,
  valueIn,
} from "./vergelijken.ts";

/** What a run of a verdeling gave, with what was laid beside it. */
export type Verdeelrun = {
  readonly uitkomst: VerdelingUitkomst;
  readonly vergelijkingen: readonly Vergelijking[];
};

/** What each key under `verwacht` of a verdeling compares; only what is named is compared. */
const CHECKS: Checks<Verdeelrun> = {
  uitkomst: (verwacht, { uitkomst }) =>
    compareBoom("uitkomst", verwacht, (pad) => valueIn(uitkomst.eenheden, pad)),
  som: (verwacht, { uitkomst }) =>
    compareBoom("som", verwacht, ([name = ""]) => sumIn(uitkomst.eenheden, name)),
  "per-jaar": (verwacht, { uitkomst }) =>
    compareBoom("per-jaar", verwacht, ([jaar, ...pad]) => {
      const year = uitkomst.jaren.find(({ periode }) => periode === jaar);
      return year && valueIn(year.eenheden, pad);
    }),
  ruimte: (verwacht, { uitkomst }) => compareGetal("ruimte", verwacht, uitkomst.opgave?.ruimte),
  over: (verwacht, { uitkomst }) =>
    compareBoom(
      "over",
      verwacht,
      ([unit]) => uitkomst.eenheden.find(({ id }) => id === unit)?.over?.midden,
    ),
  open: (verwacht, { uitkomst }) => compareGetal("open", verwacht, uitkomst.open.midden),
  saldo: (verwacht, { uitkomst }) =>
    compareBoom(
      "saldo",
      verwacht,
      ([name = ""]) =>
        uitkomst.eenheden.find(({ id }) => id === name)?.saldo ?? uitkomst.tegenrekeningen[name],
    ),
  bedrag: (verwacht, { uitkomst }) =>
    compareBoom(
      "bedrag",
      verwacht,
      ([name = ""]) => uitkomst.eenheden.find(({ id }) => id === name)?.bedrag,
    ),
  verschil: (verwacht, { uitkomst }) =>
    compareGetal("verschil", verwacht, uitkomst.opgave?.verschil?.midden),
  band: checkBand,
  "binnen-de-onzekerheid": (verwacht, { vergelijkingen }) =>
    compareNamen(
      "binnen-de-onzekerheid",
      verwacht,
      vergelijkingen.flatMap(({ binnenDeOnzekerheid }) => binnenDeOnzekerheid),
    ),
  ernaast: checkErnaast,
  "besluit-nodig": checkBesluit,
  "past-niet": (verwacht, run) => compareGetal("past-niet", verwacht, openKeuze(run)?.pastNiet),
  "aan-de-grens": (verwacht, run) =>
    compareNamen("aan-de-grens", verwacht, openKeuze(run)?.aanDeGrens ?? []),
  keuzes: (verwacht, run) =>
    compareBoom("keuzes", verwacht, ([keuze, ...pad]) => {
      const consequence = openKeuze(run)?.keuzes.find((item) => item.keuze === keuze);
      return consequence?.uitkomst?.find(({ eenheid }) => eenheid === pad.join("/"))?.aantal;
    }),
  ...meldingChecks(({ uitkomst, vergelijkingen }) => [
    ...uitkomst.meldingen,
    ...vergelijkingen.flatMap(({ melding }) => melding ?? []),
  ]),
  onhaalbaar: (verwacht, { uitkomst }) =>
    compareTekst(
      "onhaalbaar",
      verwacht,
      meldingenVan(uitkomst.meldingen, "onhaalbaar").map(({ tekst }) => tekst),
    ),
  "niet-te-onderscheiden": (verwacht, { vergelijkingen }) =>
    compareNamen(
      "niet-te-onderscheiden",
      verwacht,
      vergelijkingen.flatMap(({ document, melding }) =>
        melding?.soort === "niet-te-onderscheiden" ? [document] : [],
      ),
    ),
};

/** All differences between what a scenario expects of a verdeling and what came out. */
export function checkVerdeling(verwacht: Ordelijk, run: Verdeelrun): readonly Verschil[] {
  if (!isKaart(verwacht))
    return [{ wat: "verwacht", verwacht: "een blok", gekregen: "iets anders" }];
  const numbers = ["uitkomst", "som", "per-jaar", "band"].some((key) => verwacht.has(key));
  return [...runChecks(CHECKS, verwacht, run), ...(numbers ? unexpectedStops(verwacht, run) : [])];
}

/** A scenario that expects numbers and got a stop must say so itself. */
function unexpectedStops(
  verwacht: ReadonlyMap<string, Ordelijk>,
  { uitkomst }: Verdeelrun,
): readonly Verschil[] {
  const unnamed = uitkomst.meldingen.filter(({ soort }) => !verwacht.has(soort));
  return unnamed.map((melding) => ({
    wat: melding.soort,
    verwacht: "niets",
    gekregen: JSON.stringify(melding, (_, value) =>
      typeof value === "bigint" ? `${value}` : value,
    ),
  }));
}

function checkBand(verwacht: Ordelijk, { uitkomst }: Verdeelrun): readonly Verschil[] {
  if (!isKaart(verwacht)) return [];
  return [...verwacht].flatMap(([name, tree]) => {
    const own = uitkomst.eenheden.find(({ id }) => id === unitId(name));
    return compareBand(`band ${name}`, tree, name === "open" ? uitkomst.open : own?.aantal);
  });
}

function checkErnaast(verwacht: Ordelijk, { uitkomst }: Verdeelrun): readonly Verschil[] {
  if (!isKaart(verwacht)) return [];
  return [...verwacht].flatMap(([cijfer, units]) => {
    if (!isKaart(units)) return [];
    return [...units].flatMap(([name, tree]) => {
      const row = uitkomst.ernaast.find(({ eenheid }) => eenheid === unitId(name));
      const found = row?.cijfers.find((item) => item.cijfer === cijfer);
      const wat = `ernaast ${cijfer} ${name}`;
      if (tree !== "onbekend") return compareGetal(wat, tree, found?.waarde?.midden);
      return found && !found.waarde && !found.kenmerk
        ? []
        : [{ wat, verwacht: "onbekend", gekregen: found ? "een waarde" : "niets" }];
    });
  });
}

/** `wat-niet-past`, or the units whose equal claim people must settle. */
function checkBesluit(verwacht: Ordelijk, { uitkomst }: Verdeelrun): readonly Verschil[] {
  const open = meldingenVan(uitkomst.meldingen, "besluit-nodig").flatMap((melding) =>
    melding.wat === "wat-niet-past" ? ["wat-niet-past"] : melding.kandidaten,
  );
  return compareNamen("besluit-nodig", verwacht, open);
}

function openKeuze({ uitkomst }: Verdeelrun) {
  return meldingenVan(uitkomst.meldingen, "besluit-nodig").find(
    (melding) => melding.wat === "wat-niet-past",
  );
}
