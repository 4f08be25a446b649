import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { createGemeentelijst, type Gemeente } from "#domain/gebied.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Kennis } from "./kennis.ts";

/** All that the loader may know, as data: for a loader that runs elsewhere, such as in a browser. */
export type Kennisbestand = {
  readonly peildatum: Datum;
  readonly gemeenten: readonly Gemeente[];
  readonly provincies: readonly { readonly code: string; readonly naam: string }[];
  readonly andereNamen: readonly { readonly code: string; readonly naam: string }[];
  readonly documenten: readonly RegieDocument[];
  readonly codelijsten: Readonly<Record<string, readonly string[]>>;
  readonly bevoegdheden: readonly Bevoegdheid[];
};

/** Every gemeente shows itself on one of these days: gemeenten begin and end on the first of January. */
const DAGEN = Array.from({ length: 40 }, (_, i) => `${2000 + i}-01-01`);

/** What is known here; reads every document. */
export function toKennisbestand(kennis: Kennis): Kennisbestand {
  const { gemeenten, peildatum = DAGEN[26] ?? "", bibliotheek } = kennis;
  const all = DAGEN.flatMap((dag) => gemeenten?.list(dag) ?? []);
  return {
    peildatum,
    gemeenten: [...new Set(all)],
    provincies: gemeenten?.provincies ?? [],
    andereNamen: gemeenten?.andereNamen ?? [],
    documenten: bibliotheek?.list() ?? [],
    codelijsten: Object.fromEntries(kennis.codelijsten ?? []),
    bevoegdheden: [...(kennis.bevoegdheden?.values() ?? [])],
  };
}

/** The same knowledge again; a loader with it says what the loader it came from says. */
export function fromKennisbestand(bestand: Kennisbestand): Kennis {
  const { peildatum, gemeenten, provincies, andereNamen, documenten } = bestand;
  return {
    peildatum,
    gemeenten: createGemeentelijst(gemeenten, provincies, andereNamen),
    bibliotheek: createBibliotheek(documenten),
    indicatoren: new Map(
      documenten.flatMap((document) =>
        document.soort === "indicator" ? [[document.id, document.uitsplitsing] as const] : [],
      ),
    ),
    codelijsten: new Map(Object.entries(bestand.codelijsten)),
    regios: documenten.flatMap((document) =>
      document.soort === "indeling"
        ? Object.keys(document.regios).map((id) => ({ id, soortRegio: document.soortRegio }))
        : [],
    ),
    bevoegdheden: new Map(bestand.bevoegdheden.map((item) => [item.over, item])),
  };
}
