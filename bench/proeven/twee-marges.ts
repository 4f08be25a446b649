import { breuk } from "#domain/breuk.ts";
import { allocateTabel, type Tabelvraag } from "#rules/verdeling/biproportional.ts";
import { type Loper, measure, ownLoper } from "../meting.ts";
import { loadHighs, solveYear } from "../peers/highs.ts";
import type { Jaar } from "../tabellen.ts";
import { compareCells } from "../vergelijken.ts";
import { type Proefverslag, time } from "../verslag.ts";

const INVOER =
  "Per jaar 342 × 14 cellen, rijen en kolommen precies. Echt: de cijfers achter de gewichten. " +
  "Gemaakt met een vast begingetal: de mengsels, de totalen, de sommen per gemeente, en een " +
  "ondergrens in 10 % en een bovengrens in 10 % van de cellen.";

/** Ten years at once; there is no peer that does all of it. */
export async function runTienJaren(years: readonly Jaar[]): Promise<Proefverslag> {
  const asked = years.map(toVraag);
  const free = asked.map(withoutBounds);
  const metingen = await measure([
    ownLoper("Woonregie, met grenzen", () => asked.map(allocateTabel)),
    ownLoper("Woonregie, zonder grenzen", () => free.map(allocateTabel)),
  ]);
  const right = asked.filter((vraag) => addsUp(vraag)).length;
  const ms = metingen[0]?.ms.midden ?? Number.NaN;
  return {
    titel: "Twee marges (biproportioneel), 10 jaren × 342 gemeenten × 14 groepen",
    invoer: INVOER,
    metingen,
    vergelijking: [
      `${right} van ${asked.length} jaren: alle sommen precies, alle grenzen gehouden`,
    ],
    doelen: [{ tekst: "10 jaren met grenzen binnen 6 ms", gehaald: ms <= 6 }],
    klopt: right === asked.length,
  };
}

/** The first year, against a linear programme that has the same answer. */
export async function runEenJaar(years: readonly Jaar[]): Promise<Proefverslag> {
  const [year] = years;
  if (!year) throw new RangeError("er is geen jaar om te vergelijken");
  const vraag = toVraag(year);
  const own = cellsOf(vraag);
  const { highs, ms } = await loadHighs();
  const found = solveYear(highs, year, own);
  const solving: Loper = {
    naam: "HiGHS (npm), alleen oplossen",
    time: async (times) =>
      Array.from({ length: times }, () => solveYear(highs, year, own).oplossen),
  };
  const metingen = await measure([
    ownLoper("Woonregie, van gewichten tot tabel", () => allocateTabel(vraag)),
    solving,
  ]);
  const compared = compareCells("HiGHS", own, found.cellen);
  return {
    titel: "Twee marges, één jaar, tegen een lineair programma",
    invoer: `${INVOER} HiGHS krijgt alleen de getallen tot één van onze uitkomst af; dat maakt zijn werk kleiner en zijn antwoord blijft hetzelfde.`,
    metingen,
    vergelijking: [
      compared.tekst,
      `HiGHS daarnaast: laden ${time(ms)}, model opbouwen ${time(found.bouw)}, model inlezen ${time(found.inlezen)}`,
    ],
    doelen: [],
    klopt: compared.klopt && found.opDeRand === 0,
  };
}

function toVraag({ gewichten, rijen, kolommen, onder, boven }: Jaar): Tabelvraag {
  const weights = gewichten.map((row) => row.map((weight) => breuk(weight)));
  return { gewichten: weights, rijen, kolommen, onder, boven };
}

function withoutBounds(vraag: Tabelvraag): Tabelvraag {
  return {
    ...vraag,
    onder: vraag.onder.map((row) => row.map(() => 0)),
    boven: vraag.boven.map((row) => row.map(() => Number.POSITIVE_INFINITY)),
  };
}

function cellsOf(vraag: Tabelvraag): readonly (readonly number[])[] {
  const outcome = allocateTabel(vraag);
  return outcome.soort === "verdeeld" ? outcome.cellen : [];
}

function addsUp(vraag: Tabelvraag): boolean {
  const cells = cellsOf(vraag);
  const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);
  const columns = vraag.kolommen.every(
    (total, g) => total === sum(cells.map((row) => row[g] ?? 0)),
  );
  const rows = cells.length > 0 && cells.every((row, i) => sum(row) === vraag.rijen[i]);
  const inside = cells.every((row, i) =>
    row.every((x, g) => (vraag.onder[i]?.[g] ?? 0) <= x && x <= (vraag.boven[i]?.[g] ?? x)),
  );
  return rows && columns && inside;
}
