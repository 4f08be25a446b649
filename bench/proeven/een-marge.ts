import { type Breuk, breuk, divide, multiply, round, sum } from "#domain/breuk.ts";
import { allocateByDivisor } from "#rules/verdeling/divisor.ts";
import type { Standgegevens } from "#rules/verdeling/gelijke-stand.ts";
import { redistribute } from "#rules/verdeling/herverdeling.ts";
import { allocateLargestRemainder } from "#rules/verdeling/largest-remainder.ts";
import { measure, ownLoper } from "../meting.ts";
import type { Tegenspeler } from "../peers/tegenspeler.ts";
import type { Probleem, Problemen } from "../tabellen.ts";
import { compareCells } from "../vergelijken.ts";
import type { Doel, Proefverslag } from "../verslag.ts";

type Cells = readonly (readonly number[])[];

/** The cases with one margin: by method, with and without bounds. */
export const EEN_MARGE = [
  "grootste-rest",
  "grootste-rest-grenzen",
  "sainte-lague",
  "sainte-lague-grenzen",
] as const;
export type EenMarge = (typeof EEN_MARGE)[number];

const TITELS: Readonly<Record<EenMarge, string>> = {
  "grootste-rest": "Grootste rest, 140 verdelingen over 342 gemeenten",
  "grootste-rest-grenzen": "Grootste rest binnen grenzen, 140 verdelingen over 342 gemeenten",
  "sainte-lague": "Sainte-Laguë, 140 verdelingen over 342 gemeenten",
  "sainte-lague-grenzen": "Sainte-Laguë binnen grenzen, 140 verdelingen over 342 gemeenten",
};

const INVOER =
  "47.880 cellen. Echt: inwoners, woningen en corporatiewoningen per gemeente. Gemaakt met een " +
  "vast begingetal: hoe elk van de 14 groepen die drie mengt, het totaal per jaar, en de grenzen.";

/** One margin: the whole set of problems at once, against peers that do the same. */
export async function runEenMarge(
  soort: EenMarge,
  problemen: Problemen,
  peers: readonly Tegenspeler[],
): Promise<Proefverslag> {
  const prepared = prepare(problemen);
  const work = () => prepared.map((item) => divide1(soort, item));
  const own = toCells(work());
  const metingen = await measure([
    ownLoper("Woonregie", work),
    ...peers.map((peer) => peer.loper(soort, "a1")),
  ]);
  const compared = [];
  for (const peer of peers) {
    compared.push(compareCells(peer.naam, own, await peer.uitkomst(soort, "a1")));
  }
  return {
    titel: TITELS[soort],
    invoer: INVOER,
    metingen,
    vergelijking: compared.map(({ tekst }) => tekst),
    doelen: metingen.flatMap(({ naam, verhouding }) => goalsFor(naam, verhouding?.midden)),
    klopt: compared.every(({ klopt }) => klopt),
  };
}

function goalsFor(naam: string, ratio: number | undefined): readonly Doel[] {
  if (ratio === undefined) return [];
  if (naam.startsWith("numpy")) {
    return [{ tekst: "hoogstens half zo lang als numpy", gehaald: ratio >= 2 }];
  }
  return [{ tekst: "hoogstens een duizendste van LibreOffice", gehaald: ratio >= 1000 }];
}

type Prepared = {
  readonly totaal: Breuk;
  readonly gewichten: readonly Breuk[];
  readonly probleem: Probleem;
  readonly gegevens: Standgegevens;
};

function prepare({ gewichten, lijst }: Problemen): readonly Prepared[] {
  const weights = gewichten.map((row) => row.map((weight) => breuk(weight)));
  return lijst.map((probleem) => {
    const own = weights[probleem.groep] ?? [];
    const gegevens = { ids: own.map((_, i) => String(i)), basis: own, regels: [] };
    return { totaal: breuk(probleem.totaal), gewichten: own, probleem, gegevens };
  });
}

function divide1(soort: EenMarge, item: Prepared): readonly bigint[] {
  const { totaal, gewichten, probleem, gegevens } = item;
  const bounded = soort.endsWith("-grenzen");
  const rate = divide(totaal, sum(gewichten));
  const shares = gewichten.map((weight) => multiply(weight, rate));
  const delen = bounded ? withinBounds(shares, item) : shares;
  if (soort.startsWith("grootste-rest")) {
    return allocateLargestRemainder(totaal.teller, delen, gegevens).aantallen;
  }
  const grenzen = gewichten.map((_, i) =>
    bounded
      ? { onder: BigInt(probleem.onder[i] ?? 0), boven: BigInt(probleem.boven[i] ?? 0) }
      : { onder: 0n },
  );
  const start = delen.map((deel) => round(deel));
  const found = allocateByDivisor(
    "sainte-lague",
    totaal.teller,
    gewichten,
    grenzen,
    start,
    gegevens,
  );
  return found?.aantallen ?? [];
}

function withinBounds(
  shares: readonly Breuk[],
  { gewichten, probleem }: Prepared,
): readonly Breuk[] {
  const outcome = redistribute(
    shares.map((stand, i) => ({
      stand,
      gewicht: gewichten[i] ?? breuk(0),
      onder: breuk(probleem.onder[i] ?? 0),
      boven: breuk(probleem.boven[i] ?? 0),
    })),
  );
  return outcome.soort === "gelukt" ? outcome.standen : [];
}

function toCells(outcome: readonly (readonly bigint[])[]): Cells {
  return outcome.map((row) => row.map(Number));
}
