import type { Indicator } from "#domain/indicator.ts";
import type { Waardekolom } from "#domain/inlevering.ts";
import { celOp, isLeeg, tekstVan } from "./celtekst.ts";
import { gelijkmaken, quote } from "./kennis.ts";
import { indicatorVan, type Leesplan } from "./leesplan.ts";
import { fout, type Melding } from "./melding.ts";
import { alsMoment } from "./moment.ts";

/** A fault in a column that says of which figure a number is. */
export type Veldfout = { readonly kolom: number; readonly melding: Melding };

/** What a row says in its own columns, or the fault that keeps it from saying it. */
export type Veld<T> = { readonly wat: T } | Veldfout;

export function isVeldfout<T>(veld: Veld<T>): veld is Veldfout {
  return "melding" in veld;
}

/** The text of the first column of a role in a row; undefined where there is no column or nothing in it. */
export function veldtekst(
  { blad, kolommen }: Leesplan,
  rol: Parameters<Leesplan["kolommen"]>[0],
  rij: number,
): { readonly kolom: number; readonly tekst: string } | undefined {
  const kolom = kolommen(rol).find((item) => !isLeeg(celOp(blad, rij, item)));
  return kolom === undefined ? undefined : { kolom, tekst: tekstVan(celOp(blad, rij, kolom)) };
}

/** Of which figure a number is: by its column, by its row, or by the delivery. */
export function indicatorIn(plan: Leesplan, kolom: Waardekolom, rij: number): Veld<Indicator> {
  const { kennis, kop } = plan;
  const own = indicatorVan(kolom.indicator, kennis);
  if (own) return { wat: own };
  const cell = kolom.indicator ? undefined : veldtekst(plan, "indicator", rij);
  if (!cell) {
    const standaard = indicatorVan(kop.indicator, kennis);
    if (standaard) return { wat: standaard };
    const tekst = "Van welk cijfer dit getal is, staat nergens. Kies het bij de kolommen.";
    return { kolom: kolom.kolom, melding: fout("cijfer-ontbreekt", tekst) };
  }
  const found = plan.zoekCijfer(cell.tekst);
  if (found?.zeker) return { wat: found.wat };
  const tekst = `Er is geen cijfer ${quote(cell.tekst)}. Schrijf de naam zoals die bij de cijfers staat.`;
  const voorstellen = found ? [found.wat.id] : [];
  return { kolom: cell.kolom, melding: fout("cijfer-onbekend", tekst, voorstellen) };
}

/** Of which day or periode a number is. */
export function momentIn(
  plan: Leesplan,
  kolom: Waardekolom,
  rij: number,
  indicator: Indicator,
): Veld<string> {
  const cell = kolom.moment ? undefined : veldtekst(plan, "moment", rij);
  const told = kolom.moment ?? (cell ? plan.zoekMoment(cell.tekst) : plan.kop.moment);
  const moment = told === undefined ? undefined : alsMoment(told, indicator);
  if (moment) return { wat: moment.moment };
  const waar = cell?.kolom ?? kolom.kolom;
  if (!cell && told === undefined) {
    const tekst = "Van welke dag of periode dit getal is, staat nergens. Vul het in.";
    return { kolom: waar, melding: fout("moment-ontbreekt", tekst) };
  }
  const hoort =
    indicator.meetmoment === "peildatum"
      ? "Dit cijfer is van één dag: schrijf 1-1-2026."
      : "Dit cijfer gaat over een periode: schrijf 2026, 2026-Q2 of 2026 t/m 2030.";
  const tekst = `${quote(cell?.tekst ?? told ?? "")} past hier niet. ${hoort}`;
  return { kolom: waar, melding: fout("moment-onleesbaar", tekst) };
}

/** Which part of a split figure a number is; `[]` for the whole. */
export function celIn(
  plan: Leesplan,
  kolom: Waardekolom,
  rij: number,
  indicator: Indicator,
): Veld<readonly string[]> {
  if (kolom.cel) return { wat: kolom.cel };
  const cel: string[] = [];
  for (const own of plan.kolommen("cel")) {
    const tekst = tekstVan(celOp(plan.blad, rij, own));
    if (tekst === "" || /^(?:totaal|alle|alles|geheel)$/i.test(tekst)) continue;
    const code = codeIn(tekst, indicator, plan);
    if (typeof code !== "string") return { kolom: own, melding: code };
    cel.push(code);
  }
  return { wat: cel };
}

function codeIn(
  tekst: string,
  { uitsplitsing, titel }: Indicator,
  plan: Leesplan,
): string | Melding {
  if (uitsplitsing.length === 0) {
    return fout(
      "geen-onderdelen",
      `«${titel}» kent geen onderdelen, en hier staat ${quote(tekst)}. Maak de cel leeg, of kies een ander cijfer.`,
    );
  }
  const codes = uitsplitsing.flatMap((as) => plan.kennis.codes(as) ?? []);
  const key = gelijkmaken(tekst);
  const found = codes.find((code) => gelijkmaken(code) === key);
  if (found) return found;
  const near = plan.kennis.dichtstbij(tekst, codes);
  const kies = near ? `Bedoelt u «${near}»?` : `Kies uit: ${codes.join(", ")}.`;
  return fout(
    "onderdeel-onbekend",
    `«${titel}» heeft geen onderdeel ${quote(tekst)}. ${kies}`,
    near ? [near] : [],
  );
}

/** What is wrong with a row that says its own unit: it must be that of the figure. */
export function eenheidIn(
  plan: Leesplan,
  rij: number,
  { eenheid }: Indicator,
): Veldfout | undefined {
  const cell = veldtekst(plan, "eenheid", rij);
  if (!cell) return undefined;
  const own = gelijkmaken(cell.tekst);
  if (own === gelijkmaken(eenheid) || (eenheid === "deel" && own === "aandeel")) return undefined;
  const tekst = `Hier staat ${quote(cell.tekst)}, en dit cijfer is in «${eenheid}». Reken het om, en schrijf de eenheid erbij.`;
  return { kolom: cell.kolom, melding: fout("eenheid-anders", tekst, [eenheid]) };
}
