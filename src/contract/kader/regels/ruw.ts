import type { Soort } from "#domain/kop.ts";
import type { Pad } from "../fout.ts";
import type { Kennis } from "../kennis.ts";
import type { Boom } from "../knoop.ts";

/** A document as it was written, good or not, for rules that look across its blocks. */
export type Ruwdocument = {
  readonly soort: Soort;
  readonly boom: Kaartboom;
  readonly bestand: string;
  readonly kennis: Kennis;
};

export type Kaartboom = { readonly [key: string]: Boom };

export type Melder = {
  readonly fout: (pad: Pad, tekst: string, bij?: "sleutel" | "waarde") => void;
  readonly opmerking: (pad: Pad, tekst: string, bij?: "sleutel" | "waarde") => void;
};

/** A rule of the language that no single block can check; silent where it cannot tell. */
export type Regel = (document: Ruwdocument, melder: Melder) => void;

export function isKaart(boom: Boom | undefined): boom is Kaartboom {
  return typeof boom === "object" && !Array.isArray(boom);
}

/** The block, also where it was written as the value of its first key alone. */
export function asBlok(boom: Boom | undefined, first: string): Kaartboom {
  if (boom === undefined) return {};
  return isKaart(boom) ? boom : { [first]: boom };
}

export function asTekst(boom: Boom | undefined): string | undefined {
  return typeof boom === "string" ? boom : undefined;
}

export function asLijst(boom: Boom | undefined): readonly Boom[] {
  return Array.isArray(boom) ? boom : [];
}

export function entries(boom: Boom | undefined): readonly (readonly [string, Boom])[] {
  return isKaart(boom) ? Object.entries(boom) : [];
}
