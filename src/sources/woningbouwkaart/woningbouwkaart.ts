import { gunzipSync } from "node:zlib";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import { isGemeentecode } from "#domain/gebied.ts";
import { isDatum } from "#domain/peildatum.ts";
import { Getal, parseExact, toBreuk } from "../ophalen/exacte-json.ts";
import { Ophaalfout, vormfout } from "../ophalen/ophaalfout.ts";

/** Homes in plans, as the Nationale Woningbouwkaart counts them; absent where it gives none. */
export type Planaantallen = {
  readonly netto?: Breuk;
  readonly hard?: Breuk;
  readonly zacht?: Breuk;
};

/** What the source tells of one gemeente. */
export type Kaartgemeente = {
  readonly code: string;
  readonly naam: string;
  readonly woondealregio?: string;
  readonly peilmoment: string;
  readonly aantallen: Planaantallen;
};

/** What the source tells of one woondealregio. */
export type Kaartregio = {
  readonly naam: string;
  readonly peilmoment: string;
  readonly aantallen: Planaantallen;
};

const LARGEST = 200_000_000;
const GZIP = [0x1f, 0x8b];

/**
 * A file of the source as text: unpacked where its first bytes say that it is packed, whatever its
 * name or kind says.
 */
export function pakKaartbestandUit(bytes: Buffer): string {
  const packed = GZIP.every((byte, index) => bytes[index] === byte);
  if (!packed) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST }).toString("utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      const details = { host: "nationalewoningbouwkaart.nl", megabytes: LARGEST / 1_000_000 };
      throw new Ophaalfout("te-groot", details, { cause: error });
    }
    throw vormfout("het bestand", "een heel gzip-bestand", "een beschadigd bestand");
  }
}

/** @throws Ophaalfout "vorm". */
export function readKaartgemeenten(tekst: string): readonly Kaartgemeente[] {
  return properties(tekst, "gemeente.json").map((rij, index) => {
    const waar = `gemeente.json, gemeente ${index + 1}`;
    const code = textOf(rij, "gemeente_code", waar).replace(/^(\d{4})$/, "GM$1");
    if (!isGemeentecode(code)) throw vormfout(`${waar}, «gemeente_code»`, "GM0363", code);
    const woondealregio = optionalTextOf(rij, "woondeal_regio");
    return {
      code,
      naam: textOf(rij, "gemeente_naam", waar),
      peilmoment: textOf(rij, "peilmoment", waar),
      aantallen: readAantallen(rij, waar),
      ...(woondealregio === undefined ? {} : { woondealregio }),
    };
  });
}

/** @throws Ophaalfout "vorm". */
export function readKaartregios(tekst: string): readonly Kaartregio[] {
  return properties(tekst, "woondeal.json").map((rij, index) => {
    const waar = `woondeal.json, regio ${index + 1}`;
    return {
      naam: textOf(rij, "woondeal_regio", waar),
      peilmoment: textOf(rij, "peilmoment", waar),
      aantallen: readAantallen(rij, waar),
    };
  });
}

type Rij = Readonly<Record<string, unknown>>;

/** The source gives shapes (GeoJSON); a bare list of rows says the same. */
function properties(tekst: string, bestand: string): readonly Rij[] {
  const json = parseExact(tekst, bestand);
  const list = Array.isArray(json) ? json : isRij(json) ? json.features : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    throw vormfout(bestand, "een lijst met «features»", isRij(json) ? Object.keys(json) : json);
  }
  return list.map((item: unknown, index) => {
    const own = isRij(item) && "properties" in item ? item.properties : item;
    if (!isRij(own)) throw vormfout(`${bestand}, ${index + 1}`, "«properties»", item);
    return own;
  });
}

function isRij(value: unknown): value is Rij {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(rij: Rij, veld: string, waar: string): string {
  const value = rij[veld];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  if (value instanceof Getal) return value.cijfers;
  throw vormfout(`${waar}, «${veld}»`, "tekst", value);
}

function optionalTextOf(rij: Rij, veld: string): string | undefined {
  const value = rij[veld];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function readAantallen(rij: Rij, waar: string): Planaantallen {
  const netto = readAantal(rij, "Netto", waar);
  const hard = readAantal(rij, "Hard totaal", waar);
  const zacht = readAantal(rij, "Zacht totaal", waar);
  return {
    ...(netto ? { netto } : {}),
    ...(hard ? { hard } : {}),
    ...(zacht ? { zacht } : {}),
  };
}

/** A number, also where it is written as text. The key must be there: a number that is absent is null. */
function readAantal(rij: Rij, veld: string, waar: string): Breuk | undefined {
  const value = rij[veld];
  if (!(veld in rij)) throw vormfout(waar, `«${veld}»`, Object.keys(rij).join(", "));
  if (value === null || value === "") return undefined;
  const digits = value instanceof Getal ? value.cijfers : `${value}`;
  const number = value instanceof Getal ? toBreuk(digits) : parseNumber(digits);
  if (!number) throw vormfout(`${waar}, «${veld}»`, "een getal", digits);
  return number;
}

function parseNumber(text: string): Breuk | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? parseBreuk(text) : undefined;
}

const MAANDEN =
  "januari februari maart april mei juni juli augustus september oktober november december".split(
    " ",
  );

/** The day of a peilmoment: `2025-10-01`, `01-10-2025` or `1 oktober 2025`; undefined otherwise. */
export function readPeilmoment(text: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1];
  const turned = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const words = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text);
  const month = words ? MAANDEN.indexOf((words[2] ?? "").toLowerCase()) + 1 : Number(turned?.[2]);
  const parts = turned ?? words;
  const datum =
    iso ??
    (parts && `${parts[3]}-${`${month}`.padStart(2, "0")}-${`${parts[1]}`.padStart(2, "0")}`);
  return datum && isDatum(datum) ? datum : undefined;
}
