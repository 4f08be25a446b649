import { type Breuk, breuk, equals } from "#domain/breuk.ts";
import type { Opgave, OpgaveDeel } from "#domain/verdeling.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import type { Rekengang } from "#rules/verdeling/rekenstappen.ts";
import type { Uitvoerkolom } from "../uitvoerblad.ts";
import { type Cel, formule, tekst, type Werkblad, waarde } from "./cellen.ts";
import type { Cijfervertaler } from "./cijfercellen.ts";
import {
  getal,
  heel,
  heelOmhoog,
  maal,
  min,
  Onzegbaar,
  plus,
  somVan,
  type Uitdrukking,
} from "./uitdrukking.ts";

/** What is divided, where it stands in the workbook. */
export type Opgavecellen = {
  /** Onderdeel → what is divided there. */
  readonly cellen: ReadonlyMap<string, Cel>;
  readonly inWaarden: readonly string[];
};

/** Writes what is divided, in formulas over figures and parameters where those come out right. */
export function schrijfOpgave(
  blad: Werkblad,
  top: number,
  { vraag }: Pick<Uitvoerkolom, "vraag">,
  { opgave }: Rekengang,
  vertaler: Cijfervertaler,
): Opgavecellen {
  const said = sayOpgave(vraag.document.opgave, opgave.onderdelen, vertaler);
  const inWaarden: string[] = [];
  const cellen = new Map(
    opgave.onderdelen.map((naam, i) => {
      const exact = opgave.delen[i] ?? breuk(0);
      const own = said?.[i];
      const right = own !== undefined && sameNumber(own, exact);
      if (!right) inWaarden.push("De opgave zelf staat in waarden.");
      blad.zet(top + i, 0, tekst(naam ? `te verdelen: ${naam}` : "te verdelen"));
      const inhoud = right ? formule(own) : waarde(exact);
      return [naam, blad.zet(top + i, 1, inhoud, "invoer")];
    }),
  );
  return { cellen, inWaarden: [...new Set(inWaarden)] };
}

/** Whether formulas come to exactly this number, and can be trusted to. */
export function sameNumber(said: Uitdrukking, exact: Breuk): boolean {
  try {
    return equals(said.waarde(), exact);
  } catch (error) {
    if (error instanceof Onzegbaar) return false;
    throw error;
  }
}

const GEEN_HIER = {
  uitkomst: () => {
    throw new Onzegbaar("voor de eerste stap is er nog geen uitkomst");
  },
  evenredig: () => {
    throw new Onzegbaar("de opgave is niet naar rato van iets");
  },
};

function sayOpgave(
  { aantal, is, heel: wijze }: Opgave,
  onderdelen: readonly string[],
  vertaler: Cijfervertaler,
): readonly Uitdrukking[] | undefined {
  const methode = wijze.soort === "vast" ? wijze.methode : undefined;
  try {
    const all = aantal && vertaler.waarde(aantal, HET_GEHEEL, GEEN_HIER);
    const whole = (n: Uitdrukking) => wholeBy(methode, n);
    if (Object.keys(is).length === 0) return all ? [whole(all)] : undefined;
    const parts = onderdelen.map((naam) => sayDeel(is[naam], all, vertaler));
    const written = parts.filter((part) => part !== undefined);
    const rest = all && min(whole(all), somVan(written.map(whole)));
    return parts.flatMap((part) => (part ? whole(part) : (rest ?? [])));
  } catch (error) {
    if (error instanceof Onzegbaar) return undefined;
    throw error;
  }
}

function sayDeel(
  deel: OpgaveDeel | undefined,
  all: Uitdrukking | undefined,
  vertaler: Cijfervertaler,
): Uitdrukking | undefined {
  if (deel?.soort !== "waarde") return undefined;
  const own = vertaler.waarde(deel.waarde, HET_GEHEEL, GEEN_HIER);
  return all && deel.waarde.soort === "getal" ? maal(own, all) : own;
}

function wholeBy(methode: string | undefined, n: Uitdrukking): Uitdrukking {
  if (methode === "geen") return n;
  if (methode === "omhoog") return heelOmhoog(n);
  return methode === "omlaag" ? heel(n) : heel(plus(n, getal(breuk(1, 2))));
}
