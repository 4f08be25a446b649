import {
  add,
  type Breuk,
  breuk,
  ceil,
  floor,
  formatBreuk,
  isPositive,
  NUL,
  round,
  sum,
} from "#domain/breuk.ts";
import type { Celverslag, Melding } from "#domain/uitkomst.ts";
import type { Standregel } from "#domain/verdeling.ts";
import { readVerwijzing } from "#rules/normen/waarde.ts";
import { allocateTabel, type Tabeluitkomst } from "./biproportional.ts";
import type { Gelijkspel } from "./biproportional-exact.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";
import { standregelsOf } from "./rondaf.ts";
import type { Sleuteluitleg } from "./sleutelverslag.ts";
import type { Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas } from "./stapcontext.ts";
import { reportOf, type Stapuitkomst } from "./stapuitkomst.ts";
import { plekOf, type Stapvak } from "./stapvak.ts";
import { type Tabelcel, voorrangOf } from "./tabelvoorrang.ts";

/**
 * Divides all onderdelen at once, so that the sum of every unit and of every onderdeel is exact
 * and every cell keeps within its bounds.
 *
 * A corner of the bandwidth is made whole too: a fitted table without rounding has no exact form.
 */
export function divideTweezijdig(opzet: Stapopzet, pas: Pas, afgerond: boolean): Stapuitkomst {
  const rows = [...new Set(opzet.vakken.flatMap(({ rijen }) => rijen))];
  const regels = regelsFor(opzet, rows, pas, afgerond);
  const totals = rowTotals(opzet, rows, pas, regels);
  if (!totals) return { soort: "gestopt", meldingen: [] };
  if ("soort" in totals) return { soort: "gestopt", meldingen: [totals] };
  const refusal = refuse(opzet, totals);
  if (refusal) return { soort: "gestopt", meldingen: [refusal] };
  const outcome = allocateTabel({
    gewichten: rows.map((rij) => opzet.vakken.map((vak) => partIn(vak, rij))),
    rijen: totals,
    kolommen: opzet.vakken.map(({ totaal }) => Number(round(totaal))),
    onder: rows.map((rij) => opzet.vakken.map((vak) => boundIn(vak, rij, "onder"))),
    boven: rows.map((rij) => opzet.vakken.map((vak) => boundIn(vak, rij, "boven"))),
    voorrang: () => voorrangOf(cellsOf(opzet, rows), regels),
  });
  if (outcome.soort !== "verdeeld") {
    return { soort: "gestopt", meldingen: [explain(opzet, rows, totals, outcome)] };
  }
  const tie = tableTie(opzet, rows, outcome.gelijk, regels);
  if (tie) return { soort: "gestopt", meldingen: [tie] };
  return finish(opzet, rows, outcome.cellen, afgerond);
}

/** What tells equal claims apart; a corner asks nobody, and takes any table that is right. */
function regelsFor(
  opzet: Stapopzet,
  rows: readonly number[],
  pas: Pas,
  afgerond: boolean,
): readonly Standregel[] {
  const own = standregelsOf(opzet.stap, pas);
  if (afgerond) return own;
  const names = [
    ...rows.map((rij) => idOf(opzet, rij)).sort(),
    ...opzet.vakken.map(({ onderdeel }) => onderdeel).sort(),
  ];
  return [...own, { soort: "volgorde", eenheden: names }];
}

function cellsOf(opzet: Stapopzet, rows: readonly number[]): readonly Tabelcel[] {
  return rows.flatMap((rij) =>
    opzet.vakken.map((vak) => ({
      eenheid: idOf(opzet, rij),
      onderdeel: vak.onderdeel,
      basis: vak.gewichten[vak.rijen.indexOf(rij)] ?? NUL,
      deel: partIn(vak, rij),
    })),
  );
}

function idOf({ stand }: Stapopzet, rij: number): string {
  return stand.rijen[rij]?.pad.at(-1) ?? "";
}

/** The sum every unit must get: its figure, or its own parts together, made whole. */
function rowTotals(
  opzet: Stapopzet,
  rows: readonly number[],
  pas: Pas,
  regels: readonly Standregel[],
): readonly number[] | Melding | undefined {
  const { rijtotaal } = opzet.stap.afronding;
  if (!rijtotaal) return ownTotals(opzet, rows, regels);
  const lezer = eislezerFor(pas, opzet.stand, () => undefined);
  const figures = rows.map((rij) => readVerwijzing(rijtotaal, plekOf(opzet.stand, rij, ""), lezer));
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === rows.length ? known.map((figure) => Number(round(figure))) : undefined;
}

function ownTotals(
  opzet: Stapopzet,
  rows: readonly number[],
  regels: readonly Standregel[],
): readonly number[] | Melding {
  const parts = rows.map((rij) => sum(opzet.vakken.map((vak) => partIn(vak, rij))));
  const total = opzet.vakken.reduce((together, { totaal }) => together + round(totaal), 0n);
  const ids = rows.map((rij) => idOf(opzet, rij));
  const found = allocateLargestRemainder(total, parts, { ids, basis: parts, regels });
  if (!found.open) return found.aantallen.map(Number);
  const { kandidaten, teVerdelen } = found.open;
  const names = kandidaten.map((unit) => ids[unit] ?? "");
  return tieMelding(opzet, names, teVerdelen);
}

function refuse({ index, vakken }: Stapopzet, totals: readonly number[]): Melding | undefined {
  const rows = totals.reduce((together, total) => together + total, 0);
  const columns = vakken.reduce((together, { totaal }) => add(together, breuk(round(totaal))), NUL);
  if (formatBreuk(columns) === String(rows)) return undefined;
  return {
    soort: "geweigerd",
    regel: `stappen[${index}].afronding.rijtotaal`,
    reden: `som wijkt af: de eenheden zijn samen ${rows}, de onderdelen ${formatBreuk(columns)}`,
  };
}

function partIn(vak: Stapvak, rij: number): Breuk {
  const place = vak.rijen.indexOf(rij);
  return place === -1 ? NUL : (vak.delen[place] ?? NUL);
}

function boundIn(vak: Stapvak, rij: number, kant: "onder" | "boven"): number {
  const bounds = vak.grenzen[vak.rijen.indexOf(rij)];
  if (kant === "onder") {
    return bounds?.onder && isPositive(bounds.onder) ? Number(ceil(bounds.onder)) : 0;
  }
  return bounds?.boven ? Number(floor(bounds.boven)) : Number.POSITIVE_INFINITY;
}

function explain(
  opzet: Stapopzet,
  rows: readonly number[],
  totals: readonly number[],
  outcome: Exclude<Tabeluitkomst, { soort: "verdeeld" }>,
): Melding {
  const pad = `stappen[${opzet.index}]`;
  const botsend = [`${pad}.voorwaarden`, `${pad}.afronding.rijtotaal`];
  const uitweg = ["Verruim een grens, of kies een andere som per eenheid of per onderdeel."];
  if (outcome.soort === "rij") {
    const id = idOf(opzet, rows[outcome.rij] ?? 0);
    const tekst = `bij «${id}» passen de grenzen niet bij de som ${totals[outcome.rij] ?? 0}`;
    return { soort: "onhaalbaar", tekst, botsend, uitweg };
  }
  const names = outcome.kolommen.map((g) => `«${opzet.vakken[g]?.onderdeel ?? ""}»`).join(", ");
  const tekst = `met deze grenzen komt de som van ${names} niet uit`;
  return { soort: "onhaalbaar", tekst, botsend, uitweg };
}

/**
 * More than one table is right, and no rule picks one: people put units in order; once these are,
 * the onderdelen in which the first may have the larger number.
 */
function tableTie(
  opzet: Stapopzet,
  rows: readonly number[],
  { rijen, kolommen }: Gelijkspel,
  regels: readonly Standregel[],
): Melding | undefined {
  if (rijen.length === 0) return undefined;
  const ids = rijen.map((row) => idOf(opzet, rows[row] ?? 0));
  const written = new Set(
    regels.flatMap((regel) => (regel.soort === "volgorde" ? regel.eenheden : [])),
  );
  const ordered = ids.filter((id) => !written.has(id)).length <= 1;
  const onderdelen = kolommen.map((kolom) => opzet.vakken[kolom]?.onderdeel ?? "");
  return tieMelding(opzet, ordered ? onderdelen : ids, 1);
}

function tieMelding(
  { stap, index }: Stapopzet,
  kandidaten: readonly string[],
  teVerdelen: number,
): Melding {
  return {
    soort: "besluit-nodig",
    wat: "gelijke-stand",
    stap: stap.naam ?? `stappen[${index}]`,
    kandidaten: kandidaten.toSorted(),
    teVerdelen,
  };
}

function finish(
  opzet: Stapopzet,
  rows: readonly number[],
  numbers: readonly (readonly number[])[],
  afgerond: boolean,
): Stapuitkomst {
  const waarden = opzet.stand.waarden.map((row) => [...row]);
  const cellen: Celverslag[] = [];
  const uitleg = opzet.vakken.map((vak) => (afgerond ? vak.uitleg() : undefined));
  for (const [i, rij] of rows.entries()) {
    for (const [g, vak] of opzet.vakken.entries()) {
      const place = vak.rijen.indexOf(rij);
      if (place === -1) continue;
      const uitkomst = breuk(numbers[i]?.[g] ?? 0);
      const row = waarden[rij];
      if (row) row[vak.kolom] = uitkomst;
      const pad = opzet.stand.rijen[rij]?.pad ?? [];
      cellen.push(cellReport(vak, place, pad, uitkomst, uitleg[g]));
    }
  }
  const verslag = reportOf(opzet, "tweezijdig", cellen);
  return {
    soort: "gedaan",
    stand: { ...opzet.stand, waarden },
    open: [],
    openTotaal: NUL,
    verslag,
  };
}

function cellReport(
  vak: Stapvak,
  place: number,
  pad: readonly string[],
  uitkomst: Breuk,
  uitleg: Sleuteluitleg | undefined,
): Celverslag {
  const { onder, boven } = vak.grenzen[place] ?? {};
  const part = vak.delen[place] ?? NUL;
  return {
    pad,
    onderdeel: vak.onderdeel,
    aandeel: vak.gewichten[place] ?? NUL,
    ...(uitleg ? { sleutel: uitleg(place) } : {}),
    zonderGrens: part,
    ...(onder ? { ondergrens: onder } : {}),
    ...(boven ? { bovengrens: boven } : {}),
    onafgerond: part,
    uitkomst,
    open: NUL,
    verschoven: NUL,
  };
}
