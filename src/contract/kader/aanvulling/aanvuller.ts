import { SOORTEN, type Soort } from "#domain/kop.ts";
import { AFRONDINGSMETHODEN } from "#domain/verdeling.ts";
import { NIVEAUS } from "#domain/waarde.ts";
import { formatPad, type Pad } from "../fout.ts";
import type { Kennis } from "../kennis.ts";
import { firstKeyOf } from "../korte-vorm.ts";
import { createSchemawijzer, type Ruimte } from "./schemawijzer.ts";
import { readVorm, type Vorm } from "./vorm.ts";

/** A word that can be written here. */
export type Voorstel = {
  /** What comes in the place of what was begun. */
  readonly tekst: string;
  readonly soort: "sleutel" | "woord" | "cijfer" | "eenheid" | "document";
  /** What it stands for, in a few words. */
  readonly uitleg?: string;
};

export type Aanvulling = {
  /** Where in the text the word begins that a proposal takes the place of. */
  readonly van: number;
  readonly voorstellen: readonly Voorstel[];
};

export type Aanvuller = {
  /** Everything that can stand at this place of a text, whole or half written. */
  readonly vul: (tekst: string, bij: number) => Aanvulling | undefined;
  /** Everything that can stand at a path of a text, for a control that sets it. */
  readonly keuzes: (tekst: string, pad: Pad) => readonly Voorstel[];
};

/**
 * Proposes keys, words, figures, gemeenten, regions, codes and documents, from the grammar and
 * from what the loader knows. It proposes and refuses nothing: that is for the loader.
 */
export function createAanvuller(kennis: Kennis): Aanvuller {
  const wijs = createSchemawijzer();
  const ruimteAt = (vorm: Vorm, pad: Pad) => {
    const soort = SOORTEN.find((known) => known === vorm.waarde(["soort"]));
    return wijs(soort, pad);
  };
  const values = (vorm: Vorm, pad: Pad) => {
    const first = firstKeyOf(pad.at(-1));
    // A value alone may stand for the first key of a block: `afronding: omlaag`.
    const short = first === undefined ? [] : valuesIn(vorm, [...pad, first]);
    const own = valuesIn(vorm, pad);
    const there = new Set(own.map(({ tekst }) => tekst));
    return [...own, ...short.filter(({ tekst }) => !there.has(tekst))];
  };
  const valuesIn = (vorm: Vorm, pad: Pad) => valuesAt({ vorm, pad, kennis }, ruimteAt(vorm, pad));
  return {
    vul: (tekst, bij) => {
      const vorm = readVorm(tekst, bij);
      const { plek } = vorm;
      if (!plek) return undefined;
      const keys =
        plek.soort === "waarde"
          ? []
          : keysAt({ vorm, pad: plek.pad, kennis }, ruimteAt(vorm, plek.pad));
      const found = plek.soort === "sleutel" ? [] : values(vorm, plek.pad);
      // A value may be of more words; only the last one is still being written.
      const last = plek.soort === "sleutel" ? plek.woord : lastWord(plek.woord, found);
      return { van: bij - last.length, voorstellen: [...keys, ...found] };
    },
    keuzes: (tekst, pad) => values(readVorm(tekst, -1), pad),
  };
}

type Vraag = { readonly vorm: Vorm; readonly pad: Pad; readonly kennis: Kennis };

/** A gemeente is two words, everything else one. */
function lastWord(woord: string, found: readonly Voorstel[]): string {
  if (found.some(({ soort }) => soort === "eenheid") && /^GM/.test(woord)) return woord;
  return /[^\s]*$/.exec(woord)?.[0] ?? "";
}

function keysAt(vraag: Vraag, { sleutels }: Ruimte): readonly Voorstel[] {
  const { vorm, pad } = vraag;
  const there = new Set(vorm.sleutels(pad));
  const known = sleutels.length > 0 ? sleutels : onderdelenAt(vraag);
  return known
    .filter(({ naam }) => !there.has(naam))
    .map(({ naam, moet }) => ({
      tekst: `${naam}: `,
      soort: "sleutel" as const,
      ...(moet ? { uitleg: "verplicht" } : {}),
    }));
}

/** Below `is` stand the onderdelen of the axis that is written beside it. */
function onderdelenAt({ vorm, pad, kennis }: Vraag) {
  const codes = codesBeside({ vorm, pad, kennis }, "per");
  return codes.map((naam) => ({ naam, moet: false }));
}

/** The codes of the list that is named by a key beside `is`. */
function codesBeside({ vorm, pad, kennis }: Vraag, sleutel: string): readonly string[] {
  const at = pad.lastIndexOf("is");
  if (at === -1) return [];
  const lijst = vorm.waarde([...pad.slice(0, at), sleutel]);
  return (lijst && kennis.codelijsten?.get(lijst)) || [];
}

const CIJFERPLEKKEN = [
  "verwijzing",
  "waarde",
  "voorwaardewaarde",
  "bandwaarde",
  "sleutel",
  "formule",
];

/** What can stand as a value, by what the grammar calls the place. */
function valuesAt(vraag: Vraag, { woorden, namen }: Ruimte): readonly Voorstel[] {
  const words = woorden.map((tekst) => ({ tekst, soort: "woord" as const }));
  return [
    ...words,
    ...(CIJFERPLEKKEN.some((naam) => namen.has(naam)) ? figures(vraag) : []),
    ...(namen.has("sleutel") ? [{ tekst: "gelijk", soort: "woord" as const }] : []),
    ...(namen.has("as") ? axes(vraag) : []),
    ...(namen.has("over") ? OVER : []),
    ...(namen.has("methode") ? METHODEN : []),
    ...(namen.has("gebied") ? regions(vraag) : []),
    ...(namen.has("eenheid") ? units(vraag) : []),
    ...(namen.has("documentversie") ? documents(vraag, true) : []),
    ...(namen.has("documentnaam") ? documents(vraag, false) : []),
    ...codes(vraag),
  ];
}

const OVER: readonly Voorstel[] = [
  "gemeenten",
  "deelregios",
  "corporaties",
  "wijken",
  "locaties",
].map((tekst) => ({ tekst, soort: "woord" }));

const METHODEN: readonly Voorstel[] = AFRONDINGSMETHODEN.map((tekst) => ({
  tekst,
  soort: "woord",
}));

function figures({ vorm, kennis }: Vraag): readonly Voorstel[] {
  const own = (["parameters", "afgeleid"] as const).flatMap((blok) =>
    vorm.sleutels([blok]).map((tekst) => ({
      tekst,
      soort: "cijfer" as const,
      uitleg: blok === "parameters" ? "parameter van dit document" : "afgeleid in dit document",
    })),
  );
  const known = [...(kennis.indicatoren?.keys() ?? [])].map((tekst) => withTitle(tekst, kennis));
  return [...own, ...known];
}

function withTitle(tekst: string, { bibliotheek }: Kennis): Voorstel {
  const titel = bibliotheek?.find(tekst)?.titel;
  return { tekst, soort: "cijfer", ...(titel === undefined ? {} : { uitleg: titel }) };
}

function axes({ kennis }: Vraag): readonly Voorstel[] {
  const names = ["jaar", "halfjaar", "gemeente", ...(kennis.codelijsten?.keys() ?? [])];
  return names.map((tekst) => ({ tekst, soort: "woord" }));
}

function regions({ kennis }: Vraag): readonly Voorstel[] {
  const known = kennis.regios ?? [];
  return known.map(({ id, soortRegio }) => ({ tekst: id, soort: "eenheid", uitleg: soortRegio }));
}

function units(vraag: Vraag): readonly Voorstel[] {
  const { gemeenten, peildatum } = vraag.kennis;
  const list = gemeenten && peildatum ? gemeenten.list(peildatum) : [];
  return [
    ...list.map(({ code, naam }) => ({ tekst: `${code} ${naam}`, soort: "eenheid" as const })),
    ...regions(vraag),
  ];
}

/** What a key points to, where that is one soort. */
const SOORT_VAN: Readonly<Record<string, Soort>> = {
  "op-volgorde": "rangorde",
  "uitkomst-van": "verdeling",
  "aanvulling-op": "toets",
  traject: "traject",
  vereffening: "verdeling",
};

function documents({ pad, kennis }: Vraag, versie: boolean): readonly Voorstel[] {
  const wanted = SOORT_VAN[String(pad.at(-1))];
  const all = kennis.bibliotheek?.list() ?? [];
  return all
    .filter(({ soort }) =>
      wanted ? soort === wanted : soort !== "indicator" && soort !== "indeling",
    )
    .map(({ id, versie: nummer, titel }) => ({
      tekst: versie ? `${id}@${nummer}` : id,
      soort: "document" as const,
      uitleg: titel,
    }));
}

/** Codes of a kenmerk, and the names of the lists they come from. */
function codes(vraag: Vraag): readonly Voorstel[] {
  const { pad, kennis } = vraag;
  const last = pad.findLast((part) => typeof part === "string");
  const asWord = (tekst: string) => ({ tekst, soort: "woord" as const });
  if (last === "kenmerk" || last === "uitsplitsing") {
    return [...(kennis.codelijsten?.keys() ?? [])].map(asWord);
  }
  if (last === "is") return codesBeside(vraag, "kenmerk").map(asWord);
  if (last === "over" && formatPad(pad).startsWith("eisen")) return NIVEAUS.map(asWord);
  return [];
}
