import { type Breuk, breuk, divide, multiply, round, sum } from "#domain/breuk.ts";
import { moveByPrice } from "#rules/verdeling/deler-in-getallen.ts";
import { allocateByDivisor } from "#rules/verdeling/divisor.ts";
import type { Standgegevens } from "#rules/verdeling/gelijke-stand.ts";
import type { Getalquota } from "#rules/verdeling/getalquota.ts";
import { clipQuota, type Getalvraag } from "#rules/verdeling/grenzen-in-getallen.ts";
import { redistribute } from "#rules/verdeling/herverdeling.ts";
import { allocateLargestRemainder } from "#rules/verdeling/largest-remainder.ts";
import { divideRests } from "#rules/verdeling/resten-in-getallen.ts";
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
  const steps = () => prepared.map((item) => divide1(soort, item));
  const kernel = kernelFor(soort, problemen);
  const own = toCells(steps());
  const same = compareCells(
    "Woonregie in breuken",
    kernel().map((row) => [...row]),
    own,
  );
  const metingen = await measure([
    ownLoper("Woonregie, rekenkern", kernel),
    ownLoper("Woonregie, met breuken erin en eruit", steps),
    ...peers.map((peer) => peer.loper(soort, "a1")),
  ]);
  const compared = [same];
  for (const peer of peers) {
    compared.push(compareCells(peer.naam, own, await peer.uitkomst(soort, "a1")));
  }
  return {
    titel: TITELS[soort],
    invoer: INVOER,
    metingen,
    vergelijking: [...compared.map(({ tekst }) => tekst), ...withoutSheet(soort)],
    doelen: metingen.flatMap(({ naam, verhouding }) => goalsFor(naam, verhouding?.midden)),
    klopt: compared.every(({ klopt }) => klopt),
  };
}

/** A sheet has no formula for the other methods, other than by a macro. */
function withoutSheet(soort: EenMarge): readonly string[] {
  if (soort === "grootste-rest") return [];
  return ["LibreOffice doet hier niet mee: een rekenblad heeft er zonder macro geen formule voor"];
}

function goalsFor(naam: string, ratio: number | undefined): readonly Doel[] {
  if (ratio === undefined) return [];
  if (naam.startsWith("numpy")) {
    return [{ tekst: "hoogstens half zo lang als numpy", gehaald: ratio >= 2 }];
  }
  if (!naam.startsWith("LibreOffice")) return [];
  return [{ tekst: "hoogstens een duizendste van LibreOffice", gehaald: ratio >= 1000 }];
}

/** The kernels that the steps use, on whole weights in plain Numbers: what numpy does too. */
function kernelFor(soort: EenMarge, problemen: Problemen): () => readonly Float64Array[] {
  const desks = layOut(problemen, soort.endsWith("-grenzen"));
  const kernel = soort.startsWith("grootste-rest") ? byRests : byPrices;
  return () => {
    for (let k = 0; k < desks.length; k += 1) kernel(desks[k] as Kerninvoer);
    return desks.map(({ uitkomst }) => uitkomst);
  };
}

type Kerninvoer = Getalvraag & {
  readonly begrensd: boolean;
  readonly vrij: Float64Array;
  readonly vast: Float64Array;
  readonly uitkomst: Float64Array;
};

function layOut({ gewichten, lijst }: Problemen, begrensd: boolean): readonly Kerninvoer[] {
  const weights = gewichten.map((row) => Float64Array.from(row));
  const units = weights[0]?.length ?? 0;
  const vrij = new Float64Array(units);
  const vast = new Float64Array(units);
  const none = new Float64Array(units);
  const free = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  return lijst.map(({ totaal, groep, onder, boven }) => {
    const own = weights[groep] as Float64Array;
    const bounds = begrensd
      ? { onder: Float64Array.from(onder), boven: Float64Array.from(boven) }
      : { onder: none, boven: free };
    const som = own.reduce((sum, weight) => sum + weight, 0);
    const uitkomst = new Float64Array(units);
    return { totaal, gewichten: own, som, ...bounds, begrensd, vrij, vast, uitkomst };
  });
}

/** The quota of all who are on no bound; the bounds themselves lie in `vast`. */
function quotaOf(invoer: Kerninvoer): Getalquota {
  const { totaal, gewichten, som, begrensd, vrij, vast } = invoer;
  if (!begrensd) return { tellers: gewichten, factor: totaal, noemer: som };
  const rate = clipQuota(invoer, vrij, vast);
  if (!rate) throw new RangeError("de grenzen van de bench laten geen ruimte");
  return { tellers: vrij, ...rate };
}

function byRests(invoer: Kerninvoer): void {
  const { totaal, begrensd, vast, uitkomst } = invoer;
  const quota = quotaOf(invoer);
  if (!begrensd) {
    divideRests(totaal, quota, uitkomst);
    return;
  }
  let fixed = 0;
  for (let unit = 0; unit < vast.length; unit += 1) fixed += vast[unit] as number;
  divideRests(totaal - fixed, quota, uitkomst);
  for (let unit = 0; unit < vast.length; unit += 1) {
    uitkomst[unit] = (uitkomst[unit] as number) + (vast[unit] as number);
  }
}

function byPrices(invoer: Kerninvoer): void {
  const { begrensd, vast, uitkomst } = invoer;
  const { tellers, factor, noemer } = quotaOf(invoer);
  const rate = factor / noemer;
  for (let unit = 0; unit < uitkomst.length; unit += 1) {
    const start = Math.floor((tellers[unit] as number) * rate + 0.5);
    uitkomst[unit] = begrensd ? start + (vast[unit] as number) : start;
  }
  const vraag = { ...invoer, methode: "sainte-lague" as const, prijs: noemer / factor };
  if (!moveByPrice(vraag, uitkomst)) {
    throw new RangeError("de prijzen van de bench liggen te dicht bij elkaar");
  }
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
