import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Boom } from "#contract/kader/knoop.ts";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import { asBlok, optionalText, parseBlok, textAt } from "../eigen-yaml.ts";
import type { Telkant } from "./periode.ts";

/** What stands beside a value of CBS: a number, a provisional one, or why there is none. */
export type Attribuut =
  | { readonly betekent: "getal" | "voorlopig" }
  | { readonly betekent: "onbekend"; readonly toelichting: string };

/** A unit of CBS: what its numbers are multiplied by, and which unit of ours that is. */
export type Cbseenheid = {
  readonly maal: Breuk;
  readonly pastBij: "telling" | "deel" | "euro" | "km2";
};

/** A table in which a figure of ours stands, as a public paper says. */
export type Koppeling = {
  readonly tabel: string;
  readonly indicator: string;
  /** How the title of the measure probably begins. */
  readonly titel: string;
  readonly stand?: Telkant;
  readonly dimensies: Readonly<Record<string, string>>;
  readonly bron: string;
  readonly letOp?: string;
};

/** How answers of CBS are read, and from which day that is. */
export type Cbskennis = {
  readonly opgesteld: string;
  readonly attributen: ReadonlyMap<string, Attribuut>;
  readonly statussen: ReadonlyMap<string, "vast" | "voorlopig">;
  /** By its name without capitals and spaces. */
  readonly eenheden: ReadonlyMap<string, Cbseenheid>;
  readonly koppelingen: readonly Koppeling[];
};

const BESTAND = "data/bronnen/cbs.yaml";

export function readCbskennis(root: string): Cbskennis {
  const blok = parseBlok(readFileSync(join(root, BESTAND), "utf8"), BESTAND);
  const { koppelingen } = blok;
  return {
    opgesteld: textAt(blok, "opgesteld", BESTAND),
    attributen: toMap(blok.attributen, toAttribuut),
    statussen: toMap(blok.statussen, (text) => (text === "vast" ? "vast" : "voorlopig")),
    eenheden: new Map(
      [...toMap(blok.eenheden, toEenheid)].map(([name, unit]) => [unitKey(name), unit]),
    ),
    koppelingen: (Array.isArray(koppelingen) ? koppelingen : []).map(toKoppeling),
  };
}

/** A name of a unit as it is looked up: without capitals, spaces, or what looks like a space. */
export function unitKey(name: string): string {
  return name.replace(/\s/g, "").toLowerCase();
}

function toMap<T>(
  boom: Boom | undefined,
  read: (value: Boom | undefined, name: string) => T,
): ReadonlyMap<string, T> {
  const blok = asBlok(boom, BESTAND);
  return new Map(Object.keys(blok).map((name) => [name, read(blok[name], name)]));
}

function toAttribuut(boom: Boom | undefined, name: string): Attribuut {
  const blok = asBlok(boom, `${BESTAND}: ${name}`);
  const betekent = textAt(blok, "betekent", name);
  if (betekent === "getal" || betekent === "voorlopig") return { betekent };
  return { betekent: "onbekend", toelichting: textAt(blok, "toelichting", name) };
}

const PAST_BIJ = ["telling", "deel", "euro", "km2"] as const;

function toEenheid(boom: Boom | undefined, name: string): Cbseenheid {
  const blok = asBlok(boom, `${BESTAND}: ${name}`);
  const maal = parseBreuk(textAt(blok, "maal", name));
  const text = textAt(blok, "past-bij", name);
  const pastBij = PAST_BIJ.find((item) => item === text);
  if (!maal || !pastBij) throw new Error(`${BESTAND}: «${name}» is geen eenheid.`);
  return { maal, pastBij };
}

function toKoppeling(boom: Boom): Koppeling {
  const blok = asBlok(boom, `${BESTAND}: koppelingen`);
  const dimensies = blok.dimensies === undefined ? {} : asBlok(blok.dimensies, BESTAND);
  const stand = optionalText(blok, "stand");
  const letOp = optionalText(blok, "let-op");
  return {
    tabel: textAt(blok, "tabel", BESTAND),
    indicator: textAt(blok, "indicator", BESTAND),
    titel: textAt(blok, "titel", BESTAND),
    bron: textAt(blok, "bron", BESTAND),
    dimensies: Object.fromEntries(
      Object.keys(dimensies).map((name) => [name, textAt(dimensies, name, BESTAND)]),
    ),
    ...(stand === "begin" || stand === "einde" ? { stand } : {}),
    ...(letOp === undefined ? {} : { letOp }),
  };
}
