import { z } from "zod";
import { parseDocumentnaam } from "#domain/document.ts";
import {
  ADRESSATEN,
  LAGEN,
  type Laag,
  ONDERWERPEN,
  type Onderwerp,
  ORGANEN,
  STATUSSEN,
} from "#domain/kop.ts";
import { quote } from "../fout.ts";
import { gelezen, ongelezen } from "../scalar/gelezen.ts";
import { blok, lijst, naam, onderdelen, scalar, tekst } from "./blok.ts";
import { bron } from "./bron.ts";
import { eenheden } from "./eenheid.ts";
import { parameter } from "./parameter.ts";
import { datum, formule, geheel } from "./waarde.ts";

export const orgaan = z.enum(ORGANEN);

const SPOREN = { "1": 1, "2": 2, "3": 3, "4": 4 } as const;

export const spoor = z.enum(["1", "2", "3", "4"]).transform((text) => SPOREN[text]);

const regio = scalar((text) =>
  parseDocumentnaam(text)
    ? gelezen(text)
    : ongelezen(
        `${quote(text)} is geen naam van een regio. Schrijf de regio met kleine letters, of gemeenten als lijst: [GM0855 Tilburg].`,
      ),
);

/** A region by its name, or gemeenten as a list. */
export const gebied = z.union([regio, eenheden]);

/** The keys that all seven soorten share (docs/taal.md 2.1). */
export const kopVelden = {
  id: naam,
  versie: geheel.default(1),
  titel: tekst,
  toelichting: tekst.exactOptional(),
  bron,
  onderwerp: z.enum(ONDERWERPEN),
  laag: z.enum(LAGEN).exactOptional(),
  gebied: gebied.exactOptional(),
  orgaan: orgaan.exactOptional(),
  "gericht-tot": lijst(z.enum(ADRESSATEN)).exactOptional(),
  status: z.enum(STATUSSEN).default("concept"),
  besluit: blok({ orgaan, datum, stuk: tekst }).exactOptional(),
  spoor: spoor.exactOptional(),
  "geldig-van": datum.exactOptional(),
  "geldig-tot": datum.exactOptional(),
  // Names are checked over the whole document, where an equal indicator is seen too.
  parameters: onderdelen(parameter).default({}),
  afgeleid: onderdelen(formule).default({}),
};

const LAAG_VAN: Readonly<Partial<Record<Onderwerp, Laag>>> = {
  urgenten: "woningmarktregio",
  uitstroom: "woningmarktregio",
  woningbouw: "woningbouwregio",
  betaalbaarheid: "woningbouwregio",
  aandachtsgroepen: "woningbouwregio",
  ouderen: "woningbouwregio",
};

/** The layer at which agreements about an onderwerp are made. */
export function laagVan(onderwerp: Onderwerp): Laag {
  return LAAG_VAN[onderwerp] ?? "geen";
}

/** The document with the laag that follows from its onderwerp where it names none. */
export function withLaag<T extends { readonly onderwerp: Onderwerp; readonly laag?: Laag }>(
  document: T,
): T & { readonly laag: Laag } {
  return { ...document, laag: document.laag ?? laagVan(document.onderwerp) };
}
