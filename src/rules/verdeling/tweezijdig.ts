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
import { readVerwijzing } from "#rules/normen/waarde.ts";
import { allocateTabel, type Tabeluitkomst } from "./biproportional.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";
import { standregelsOf } from "./rondaf.ts";
import type { Sleuteluitleg } from "./sleutelverslag.ts";
import type { Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas } from "./stapcontext.ts";
import { reportOf, type Stapuitkomst } from "./stapuitkomst.ts";
import { plekOf, type Stapvak } from "./stapvak.ts";

/**
 * Divides all onderdelen at once, so that the sum of every unit and of every onderdeel is exact
 * and every cell keeps within its bounds.
 *
 * A corner of the bandwidth is made whole too: a fitted table without rounding has no exact form.
 */
export function divideTweezijdig(opzet: Stapopzet, pas: Pas, afgerond: boolean): Stapuitkomst {
  const rows = [...new Set(opzet.vakken.flatMap(({ rijen }) => rijen))];
  const sorted = inWrittenOrder(rows, opzet, pas);
  const totals = rowTotals(opzet, sorted, pas);
  if (!totals) return { soort: "gestopt", meldingen: [] };
  const refusal = refuse(opzet, totals);
  if (refusal) return { soort: "gestopt", meldingen: [refusal] };
  const outcome = allocateTabel({
    gewichten: sorted.map((rij) => opzet.vakken.map((vak) => partIn(vak, rij))),
    rijen: totals,
    kolommen: opzet.vakken.map(({ totaal }) => Number(round(totaal))),
    onder: sorted.map((rij) => opzet.vakken.map((vak) => boundIn(vak, rij, "onder"))),
    boven: sorted.map((rij) => opzet.vakken.map((vak) => boundIn(vak, rij, "boven"))),
  });
  if (outcome.soort !== "verdeeld") {
    return { soort: "gestopt", meldingen: [explain(opzet, sorted, totals, outcome)] };
  }
  const tie = tieMelding(opzet, sorted, outcome.gelijk, pas);
  if (tie) return { soort: "gestopt", meldingen: [tie] };
  return finish(opzet, sorted, outcome.cellen, afgerond);
}

/** Rows in the order people settled equal claims in, so that the file's order never matters. */
function inWrittenOrder(rows: readonly number[], opzet: Stapopzet, pas: Pas): readonly number[] {
  const written = writtenOrder(opzet, pas);
  const rank = (rij: number) => {
    const place = written.indexOf(idOf(opzet, rij));
    return place === -1 ? written.length : place;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b) || (idOf(opzet, a) < idOf(opzet, b) ? -1 : 1));
}

function writtenOrder({ stap }: Stapopzet, pas: Pas): readonly string[] {
  return standregelsOf(stap, pas).flatMap((regel) =>
    regel.soort === "volgorde" ? regel.eenheden : [],
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
): readonly number[] | undefined {
  const { rijtotaal } = opzet.stap.afronding;
  if (!rijtotaal) return ownTotals(opzet, rows, pas);
  const lezer = eislezerFor(pas, opzet.stand, () => undefined);
  const figures = rows.map((rij) => readVerwijzing(rijtotaal, plekOf(opzet.stand, rij, ""), lezer));
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === rows.length ? known.map((figure) => Number(round(figure))) : undefined;
}

function ownTotals(opzet: Stapopzet, rows: readonly number[], pas: Pas): readonly number[] {
  const parts = rows.map((rij) => sum(opzet.vakken.map((vak) => partIn(vak, rij))));
  const total = opzet.vakken.reduce((together, { totaal }) => together + round(totaal), 0n);
  const ids = rows.map((rij) => idOf(opzet, rij));
  const byName = { soort: "volgorde" as const, eenheden: [...ids].sort() };
  const regels = [...standregelsOf(opzet.stap, pas), byName];
  return allocateLargestRemainder(total, parts, { ids, basis: parts, regels }).aantallen.map(
    Number,
  );
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

/** More than one table is right: people choose, unless they wrote an order. */
function tieMelding(
  opzet: Stapopzet,
  rows: readonly number[],
  gelijk: readonly number[],
  pas: Pas,
): Melding | undefined {
  const ids = gelijk.map((row) => idOf(opzet, rows[row] ?? 0));
  const written = writtenOrder(opzet, pas);
  if (ids.filter((id) => !written.includes(id)).length <= 1) return undefined;
  return {
    soort: "besluit-nodig",
    wat: "gelijke-stand",
    stap: opzet.stap.naam ?? `stappen[${opzet.index}]`,
    kandidaten: ids,
    teVerdelen: 1,
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
