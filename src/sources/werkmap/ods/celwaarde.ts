import type { Celwaarde } from "#domain/werkmap.ts";
import { formatTijd, readGetal, readIsoDag, toFoutcel } from "../getal-en-datum.ts";
import { LEEG, type Werkmapbouwer } from "../werkmapbouwer.ts";
import type { Attributen } from "../xml.ts";

/** A cell as the file holds it: its attributes, and its paragraphs where it has any. */
export type RuweCel = {
  readonly rij: number;
  readonly kolom: number;
  readonly attributen: Attributen;
  readonly tekst: string | undefined;
};

// Programs before 2012 had no type for it: a number nought, shown as an error.
const SHOWN_ERROR = /^(?:#[A-Z/0]+[!?]?|Err:\d{3})$/u;

/** What a cell says; a number, day or time that cannot be read is a `fout`, and is told. */
export function readCelwaarde(cel: RuweCel, bouwer: Werkmapbouwer): Celwaarde {
  const { attributen, tekst = "" } = cel;
  const formula = attributen["table:formula"] !== undefined;
  if (attributen["calcext:value-type"] === "error" || (formula && SHOWN_ERROR.test(tekst))) {
    bouwer.note("foutwaarden", cel);
    return toFoutcel(tekst);
  }
  switch (attributen["office:value-type"]) {
    case "float":
    case "currency":
      return toGetalcel(cel, bouwer, {});
    case "percentage":
      return toGetalcel(cel, bouwer, { procent: true });
    case "date":
      return toDagcel(cel, bouwer);
    case "time":
      return toTijdcel(cel, bouwer);
    case "boolean":
      return { soort: "waarheid", waar: attributen["office:boolean-value"] === "true" };
    default:
      return bouwer.makeTekst(attributen["office:string-value"] ?? tekst, cel.rij, cel.kolom);
  }
}

function toGetalcel(
  cel: RuweCel,
  bouwer: Werkmapbouwer,
  procent: { readonly procent?: true },
): Celwaarde {
  const raw = cel.attributen["office:value"] ?? "";
  const getal = readGetal(raw);
  return getal === undefined ? unreadable(cel, raw, bouwer) : { soort: "getal", getal, ...procent };
}

function toDagcel(cel: RuweCel, bouwer: Werkmapbouwer): Celwaarde {
  const raw = cel.attributen["office:date-value"] ?? "";
  const dag = readIsoDag(raw);
  if (!dag) return unreadable(cel, raw, bouwer);
  if (dag.metTijd) bouwer.note("tijd-weggelaten", cel);
  return { soort: "datum", datum: dag.datum };
}

const TIME = /^P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d+)?)S)?$/u;

function toTijdcel(cel: RuweCel, bouwer: Werkmapbouwer): Celwaarde {
  const raw = cel.attributen["office:time-value"] ?? "";
  const [found, days, hours, minutes, seconds] = TIME.exec(raw) ?? [];
  if (found === undefined) return unreadable(cel, raw, bouwer);
  const part = (text: string | undefined) => Number((text ?? "0").replace(",", "."));
  const inDays = part(days) + part(hours) / 24 + part(minutes) / 1440 + part(seconds) / 86_400;
  return { soort: "tekst", tekst: formatTijd(inDays) };
}

function unreadable(cel: RuweCel, raw: string, bouwer: Werkmapbouwer): Celwaarde {
  const shown = raw || cel.tekst || "";
  if (shown === "") return LEEG;
  bouwer.note("getal-onleesbaar", cel);
  return toFoutcel(shown);
}
