import { type Breuk, toNumber } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { type Cijferbron, createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { computeToets } from "#rules/normen/index.ts";
import { createJsKern } from "#rules/normen/kolommen/kern-js.ts";
import { quotient } from "#rules/normen/kolommen/quotient.ts";
import {
  createToetsentabel,
  type Toetsentabel,
  type Toetsentabelvraag,
} from "#rules/normen/kolommen/toetsentabel.ts";
import { measure, ownLoper } from "../meting.ts";
import {
  aandelen,
  type Cijferveld,
  maakCijfers,
  type Normschets,
  schetsNormen,
  tabelvraag,
  toetsenFor,
} from "../normen.ts";
import { startNumpy } from "../peers/numpy.ts";
import type { Gevonden } from "../peers/tegenspeler.ts";
import { compareCells } from "../vergelijken.ts";
import { type Doel, type Proefverslag, time } from "../verslag.ts";

const NORMEN = 5000;
const JAREN = Array.from({ length: 10 }, (_, i) => 2015 + i);

/** All that a case needs: the norms as sketches and as a question, and the same for numpy. */
type Opzet = {
  readonly vraag: Toetsentabelvraag;
  readonly schetsen: readonly Normschets[];
  readonly namen: readonly string[];
  readonly jaren: readonly number[];
};

/** 5,000 norms over 342 gemeenten and 10 years, against numpy: every count is compared. */
export async function runNormen(nederland: Rekengebied): Promise<Proefverslag> {
  const cijfers = maakCijfers(nederland, JAREN);
  const opzet = zetOp(nederland, cijfers, createCijferbron(cijfers.waarnemingen), JAREN);
  const report = await runOpzet(opzet, [
    { tekst: "alle oordelen binnen 25 ms op één kern", haalt: ({ eigen }) => eigen <= 25 },
    {
      tekst: "hoogstens een kwart van de tijd van numpy",
      haalt: ({ eigen, numpy }) => eigen <= numpy / 4,
    },
    {
      tekst: "zonder WebAssembly niet langer dan numpy",
      haalt: ({ zonder, numpy }) => zonder <= numpy,
    },
  ]);
  return {
    titel: "5.000 normen, 342 gemeenten, 10 jaren",
    invoer:
      "17,1 miljoen oordelen in vier soorten: voldoet, voldoet niet, niet van toepassing, onbekend. " +
      "Gemaakt met een vast begingetal: 40 cijfers van alle gemeenten in tien jaren, twee op de " +
      "honderd onbekend, en normen die een drempel en een aandeel vragen, de helft met een " +
      "ingroeipad. Echt: de gemeenten. Woonregie bewaart elk oordeel, numpy telt ze alleen.",
    ...report,
  };
}

const ECHTE_CIJFERS = [
  "inwoners",
  "woningvoorraad",
  "nieuwbouw",
  "verkoopprijs-gemiddeld",
  "woz-gemiddeld",
];
const ECHTE_JAREN = [2021, 2022, 2023, 2024, 2025];

/** The same number of norms over the figures that ship with the product. */
export async function runEchteNormen(
  nederland: Rekengebied,
  cijfers: Cijferbron,
): Promise<Proefverslag> {
  const means = new Map(ECHTE_CIJFERS.map((naam) => [naam, meanOf(naam, nederland, cijfers)]));
  const field = { namen: ECHTE_CIJFERS, grootte: (naam: string) => means.get(naam) ?? 1 };
  const opzet = zetOp(nederland, field, cijfers, ECHTE_JAREN);
  return {
    titel: "5.000 normen over de meegeleverde cijfers, 342 gemeenten, 5 jaren",
    invoer:
      "8,55 miljoen oordelen. Echt: inwoners, woningvoorraad, nieuwbouw, verkoopprijs en WOZ-waarde, " +
      "zoals bekend op de laatste dag van 2021 tot en met 2025; wat er dan nog niet was, is " +
      "onbekend. Gemaakt met een vast begingetal: de normen.",
    ...(await runOpzet(opzet, [])),
  };
}

function meanOf(naam: string, { eenheden }: Rekengebied, cijfers: Cijferbron): number {
  const found = eenheden.flatMap(({ id }) =>
    cijfers
      .find(naam, id)
      .flatMap(({ inhoud }) => (inhoud.soort === "getal" ? [toNumber(inhoud.waarde)] : [])),
  );
  return found.reduce((total, getal) => total + getal, 0) / found.length;
}

/** One figure of one gemeente in one year is another: everything that rests on it is asked again. */
export async function runNormwijziging(nederland: Rekengebied): Promise<Proefverslag> {
  const made = maakCijfers(nederland, JAREN);
  const [first, second] = [made.waarnemingen, withOther(made.waarnemingen)].map(createCijferbron);
  if (!first || !second) throw new Error("er zijn geen cijfers");
  const { vraag } = zetOp(nederland, made, first, JAREN);
  const tabel = createToetsentabel(vraag);
  const [indicator = "", gebied = ""] = [made.namen[0], nederland.eenheden[0]?.id];
  const before = countsOf(tabel);
  let other = false;
  const metingen = await measure([
    ownLoper("Woonregie, één cijfer gewijzigd", () => {
      other = !other;
      tabel.change(indicator, gebied, other ? second : first);
    }),
  ]);
  tabel.change(indicator, gebied, second);
  const after = countsOf(tabel);
  const anew = countsOf(createToetsentabel({ ...vraag, cijfers: second }));
  const compared = compareCells("Opnieuw begonnen met het gewijzigde cijfer", after, anew);
  const changed = after.filter((row, i) => row.some((count, k) => count !== before[i]?.[k])).length;
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  return {
    titel: "Eén cijfer gewijzigd onder 5.000 normen",
    invoer:
      "Dezelfde gemaakte cijfers en normen. Eén cijfer van één gemeente in één jaar is anders; " +
      "lezen, alles opnieuw vragen wat erop rust en de tellingen bijwerken tellen mee.",
    metingen,
    vergelijking: [compared.tekst, `${changed} normen kregen een andere telling`],
    doelen: [{ tekst: "één gewijzigd cijfer binnen 2 ms", gehaald: ms <= 2 }],
    klopt: compared.klopt && changed > 0,
  };
}

/** The first known figure is ten times as large plus one. */
function withOther(waarnemingen: readonly Waarneming[]): readonly Waarneming[] {
  const [first, ...rest] = waarnemingen;
  if (first?.inhoud.soort !== "getal") throw new Error("het eerste cijfer is niet bekend");
  const { teller, noemer } = first.inhoud.waarde;
  const waarde: Breuk = { teller: teller * 10n + noemer, noemer };
  return [{ ...first, inhoud: { soort: "getal", waarde } }, ...rest];
}

function zetOp(
  nederland: Rekengebied,
  veld: Cijferveld,
  cijfers: Cijferbron,
  jaren: readonly number[],
): Opzet {
  const schetsen = schetsNormen(NORMEN, veld);
  const vraag = tabelvraag(nederland, toetsenFor(schetsen, jaren), jaren, cijfers);
  return { vraag, schetsen, namen: veld.namen, jaren };
}

type Tijden = { readonly eigen: number; readonly zonder: number; readonly numpy: number };
type Normdoel = { readonly tekst: string; readonly haalt: (tijden: Tijden) => boolean };

async function runOpzet(
  opzet: Opzet,
  goals: readonly Normdoel[],
): Promise<Pick<Proefverslag, "metingen" | "vergelijking" | "doelen" | "klopt">> {
  const start = performance.now();
  const tabel = createToetsentabel(opzet.vraag);
  const bouw = performance.now() - start;
  const plain = createToetsentabel(opzet.vraag, createJsKern);
  const found = await startNumpy("peers/normen-peer.py", numpyInvoer(opzet));
  const peers = found.soort === "aanwezig" ? [found.speler] : [];
  try {
    const metingen = await measure([
      ownLoper(`Woonregie (${tabel.omvang().kern})`, tabel.evaluate),
      ownLoper("Woonregie, zonder WebAssembly", plain.evaluate),
      ...peers.map((peer) => peer.loper("normen", "")),
    ]);
    const own = countsOf(tabel);
    const compared = [compareCells("Zonder WebAssembly", own, countsOf(plain))];
    for (const peer of peers) {
      compared.push(compareCells(peer.naam, own, await peer.uitkomst("normen", "")));
    }
    compared.push(compareWithToetsen(opzet));
    const [eigen, zonder, numpy] = metingen.map(({ ms }) => ms.midden);
    const times = { eigen: eigen ?? 0, zonder: zonder ?? 0, numpy: numpy ?? 0 };
    return {
      metingen,
      vergelijking: [
        ...compared.map(({ tekst }) => tekst),
        describe(tabel, bouw),
        ...absent(found),
      ],
      doelen: peers.length === 0 ? [] : goals.map((goal) => toDoel(goal, times)),
      klopt: compared.every(({ klopt }) => klopt),
    };
  } finally {
    for (const peer of peers) peer.close();
  }
}

function toDoel({ tekst, haalt }: Normdoel, tijden: Tijden): Doel {
  return { tekst, gehaald: haalt(tijden) };
}

function absent(found: Gevonden): readonly string[] {
  return found.soort === "aanwezig"
    ? []
    : [`${found.naam} is hier niet en doet niet mee. Zo komt het er wel: ${found.hoe}`];
}

function describe(tabel: Toetsentabel, bouw: number): string {
  const { vergelijkingen, buitenKern, antwoorden, kolommen } = tabel.omvang();
  return (
    `${vergelijkingen} verschillende vergelijkingen over ${kolommen} kolommen, ${buitenKern} daarvan buiten de ` +
    `kern om, ${antwoorden} vragen buiten de kolommen om; cijfers lezen en opbouwen ${time(bouw)}, niet meegeteld`
  );
}

function countsOf(tabel: Toetsentabel): readonly (readonly number[])[] {
  return tabel.normen.map((_, norm) => {
    const counts = tabel.counts(norm);
    return [counts.voldoet, counts["voldoet-niet"], counts["niet-van-toepassing"], counts.onbekend];
  });
}

const SAMPLE = 10;

/** A few norms carried out one by one in fractions, asked of everyone: the same verdicts. */
function compareWithToetsen({ vraag }: Opzet) {
  const { gebied, bibliotheek, cijfers, momenten } = vraag;
  const step = Math.floor(vraag.toetsen.length / SAMPLE);
  const toetsen = vraag.toetsen
    .filter((_, i) => i % step === 0)
    .map(({ document, ingevuld }) => ({ document, ingevuld }));
  const base = { gebied, bibliotheek, cijfers, niveau: "gemeente", uitleg: [], besluiten: [] };
  const oneByOne = toetsen.map((asked) =>
    momenten.flatMap((op) =>
      computeToets({ ...base, ...asked, op }).eenheden.map(({ oordelen }) =>
        codeOf(oordelen[0]?.oordeel),
      ),
    ),
  );
  const tabel = createToetsentabel({ ...vraag, toetsen });
  const together = toetsen.map((_, norm) =>
    momenten.flatMap((_op, jaar) =>
      gebied.eenheden.map((_unit, i) => codeOf(tabel.verdict(norm, i, jaar))),
    ),
  );
  return compareCells(`Toets voor toets in breuken, ${SAMPLE} normen`, oneByOne, together);
}

/** Met, not met, or neither. */
function codeOf(oordeel: string | undefined): number {
  return oordeel === "voldoet" ? 0 : oordeel === "voldoet-niet" ? 1 : 2;
}

/** The same figures and norms as plain numbers; nothing where a figure is not known. */
function numpyInvoer({ vraag, schetsen, namen, jaren }: Opzet) {
  const place = new Map(namen.map((naam, i) => [naam, i] as const));
  return {
    kolommen: namen.map((naam) => jaren.map((jaar) => rowOf(naam, jaar, vraag))),
    normen: schetsen.map((schets) => {
      const shares = aandelen(schets, jaren.length);
      return {
        z: place.get(schets.z),
        x: place.get(schets.x),
        y: place.get(schets.y),
        drempel: schets.drempel,
        r: shares.map(({ teller, noemer }) => quotient({ a: noemer, b: teller })),
      };
    }),
  };
}

/** Of every gemeente the latest figure that was there at the end of a year. */
function rowOf(naam: string, jaar: number, { gebied, cijfers }: Toetsentabelvraag) {
  return gebied.eenheden.map(({ id }) => {
    const last = cijfers
      .find(naam, id)
      .filter(({ moment = "" }) => moment.slice(0, 4) <= `${jaar}`)
      .toSorted((a, b) => (a.moment ?? "").localeCompare(b.moment ?? ""))
      .at(-1);
    return last?.inhoud.soort === "getal" ? toNumber(last.inhoud.waarde) : null;
  });
}
