import { quote } from "#contract/kader/fout.ts";
import type { Kennis } from "#contract/kader/kennis.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import { parseBreuk } from "#domain/breuk.ts";
import { isDatum, parseDuur } from "#domain/peildatum.ts";
import type { Rangorde } from "#domain/rangorde.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import { type Gevraagd, kenmerkenIn } from "#rules/rangorde/index.ts";

/** A candidate as somebody wrote it down, before anything is looked up. */
export type Kandidaatopgave = {
  /** Where it stands, for a message: file and line, or the option. */
  readonly plek: string;
  /** What the asker calls it: a number or a letter will do; it is kept nowhere. */
  readonly naam: string;
  readonly kenmerken: Readonly<Record<string, string>>;
};

export type Kandidatenlezing = {
  readonly ids: readonly string[];
  readonly waarnemingen: readonly Waarneming[];
  readonly fouten: readonly string[];
  /** What may be a slip of the pen, and changes nothing by itself. */
  readonly opmerkingen: readonly string[];
};

/** Whoever is called so speaks for all who do not say it themselves. */
export const DE_ANDEREN = "alle";

const BRON = "opgave van de kandidaten";

/**
 * The kenmerken of candidates as waarnemingen, or everything that is wrong with them at once.
 *
 * Only what the document reads may be given; a cell left empty is a figure nobody delivered, never
 * a no. A code is read without regard to capitals and spaces.
 */
export function readKandidaten(
  opgaven: readonly Kandidaatopgave[],
  document: Rangorde,
  kennis: Kennis,
  idOf: (naam: string) => { readonly id: string } | { readonly fout: string },
): Kandidatenlezing {
  const lezing: Lezing = {
    asked: kenmerkenIn(document),
    kennis,
    fouten: new Set(),
    opmerkingen: [],
    vreemd: new Set(),
  };
  const ids = new Map<string, string>();
  const waarnemingen = opgaven.flatMap((opgave) => {
    const found = opgave.naam === DE_ANDEREN ? { id: DE_ANDEREN } : idOf(opgave.naam);
    if ("fout" in found) {
      lezing.fouten.add(`${opgave.plek}\n  ${found.fout}`);
      return [];
    }
    const earlier = ids.get(found.id);
    if (earlier !== undefined) {
      const text = `${quote(opgave.naam)} is al genoemd (${earlier}). Haal er een weg.`;
      lezing.fouten.add(`${opgave.plek}\n  ${text}`);
    }
    ids.set(found.id, opgave.plek);
    return readKenmerken(opgave, lezing).map((read) => ({ ...read, gebied: found.id }));
  });
  const { fouten, opmerkingen } = lezing;
  return { ids: [...ids.keys()], waarnemingen, fouten: [...fouten], opmerkingen };
}

type Lezing = {
  readonly asked: ReadonlyMap<string, Gevraagd>;
  readonly kennis: Kennis;
  readonly fouten: Set<string>;
  readonly opmerkingen: string[];
  /** Names that the document does not read: one mistake, however many rows have it. */
  readonly vreemd: Set<string>;
};

function readKenmerken(
  { plek, kenmerken }: Kandidaatopgave,
  lezing: Lezing,
): readonly Omit<Waarneming, "gebied">[] {
  const { asked, kennis, fouten, opmerkingen, vreemd } = lezing;
  return Object.entries(kenmerken).flatMap(([naam, tekst]) => {
    if (vreemd.has(naam)) return [];
    const read = readKenmerk(naam, tekst.trim(), asked, kennis);
    if ("fout" in read) {
      fouten.add(`${plek}  ${naam}\n  ${read.fout}`);
      if (!asked.has(naam)) vreemd.add(naam);
    }
    if (!("inhoud" in read)) return [];
    if (read.opmerking) opmerkingen.push(`${plek}  ${naam}: ${read.opmerking}`);
    return [{ indicator: naam, cel: [], inhoud: read.inhoud, bron: BRON }];
  });
}

type Read =
  | { readonly fout: string }
  | { readonly leeg: true }
  | { readonly inhoud: WaarnemingInhoud; readonly opmerking?: string };

function readKenmerk(
  naam: string,
  tekst: string,
  asked: ReadonlyMap<string, Gevraagd>,
  { indicatoren }: Kennis,
): Read {
  const gevraagd = asked.get(naam);
  if (!gevraagd && !indicatoren?.has(naam)) return { fout: unknownKenmerk(naam, asked) };
  if (tekst === "") return { leeg: true };
  if (tekst.toLowerCase() === "onbekend") return { inhoud: { soort: "onbekend" } };
  const vormen = gevraagd?.vormen ?? new Set(["getal", "code"] as const);
  const inhoud = readMaat(tekst, vormen);
  if (inhoud) return { inhoud };
  if (!vormen.has("code")) return { fout: wrongVorm(tekst, vormen) };
  const code = tekst.toLowerCase().replace(/\s+/g, "-");
  const near = gevraagd?.codes.has(code) ? undefined : findNearest(code, gevraagd?.codes ?? []);
  const opmerking = near
    ? `${quote(tekst)} komt in dit document niet voor. Bedoelt u ${quote(near)}?`
    : undefined;
  return { inhoud: { soort: "kenmerk", code }, ...(opmerking ? { opmerking } : {}) };
}

function readMaat(tekst: string, vormen: Gevraagd["vormen"]): WaarnemingInhoud | undefined {
  const duur = vormen.has("duur") ? parseDuur(tekst.toLowerCase()) : undefined;
  if (duur) return { soort: "duur", duur };
  if (vormen.has("datum") && isDatum(tekst)) return { soort: "datum", datum: tekst };
  const number = vormen.has("getal") ? parseBreuk(tekst) : undefined;
  return number && { soort: "getal", waarde: number };
}

function unknownKenmerk(naam: string, asked: ReadonlyMap<string, Gevraagd>): string {
  const nearest = findNearest(naam, asked.keys());
  const hint = nearest
    ? `Bedoelt u ${quote(nearest)}?`
    : `Dit document kijkt naar: ${[...asked.keys()].join(", ")}.`;
  return `Dit document kijkt niet naar ${quote(naam)}. ${hint}`;
}

const VOORBEELDEN = {
  code: "een code als «ja»",
  duur: "een duur als «24 maanden» of «3 jaar»",
  datum: "een datum als «2026-03-01»",
  getal: "een getal als 12, 1.5 of 30%",
} as const;

function wrongVorm(tekst: string, vormen: Gevraagd["vormen"]): string {
  const wanted = [...vormen].map((vorm) => VOORBEELDEN[vorm]).join(", of ");
  return `${quote(tekst)} kan hier niet. Schrijf ${wanted}; of laat het leeg als niemand het weet.`;
}

/** The names of everything that a rangorde asks of a candidate. */
export function kenmerkenOf(document: Rangorde): readonly string[] {
  return [...kenmerkenIn(document).keys()];
}
