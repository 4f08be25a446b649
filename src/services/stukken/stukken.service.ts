import type { Sleutelverschil } from "#services/rekenversie/was-wordt.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { findProjectRoot } from "#sources/project-root.ts";
import { readEigenSjabloon, readSjabloontekst } from "#sources/sjablonen.ts";
import { makeA4 } from "./a4.ts";
import { makeNota } from "./nota.ts";
import { makeOplegger } from "./oplegger.ts";
import { writeDocx } from "./schrijvers/stuk-docx.ts";
import { writePdf } from "./schrijvers/stuk-pdf.ts";
import { readSjabloon } from "./sjabloon.ts";
import type { Stuk } from "./stuk.ts";
import { makeWasWordt } from "./was-wordt.ts";
import { type Stukbron, startWerk, type Werk } from "./werk.ts";

export const STUKVORMEN = ["pdf", "docx"] as const;
export type Stukvorm = (typeof STUKVORMEN)[number];

/** Which paper, and where it needs more than the sheet: of one gemeente, or beside what was. */
export type Stukvraag =
  | { readonly soort: "a4"; readonly gemeente?: string }
  | { readonly soort: "oplegger" }
  | { readonly soort: "nota" }
  | {
      readonly soort: "was-wordt";
      readonly was: Uitvoerblad;
      readonly sleutels: readonly Sleutelverschil[];
    };

export type Stuklezing =
  | { readonly ok: true; readonly stuk: Stuk }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * Makes a paper of a sheet, with our words or those of the installation in `sjablonenmap`.
 *
 * The words are read anew each time: who mends them need not start anything again.
 */
export function makeStuk(bron: Stukbron, vraag: Stukvraag, sjablonenmap?: string): Stuklezing {
  const eigen = sjablonenmap === undefined ? undefined : readEigenSjabloon(sjablonenmap);
  const read = readSjabloon(readSjabloontekst(findProjectRoot()), eigen);
  if (!read.ok) return read;
  const werk = startWerk(bron, read.sjabloon);
  if (vraag.soort === "a4" && vraag.gemeente !== undefined) {
    const known = bron.blad.eenheden.some(({ id }) => id === vraag.gemeente);
    if (!known) {
      return { ok: false, fouten: [`«${vraag.gemeente}» staat niet in dit rekenblad.`] };
    }
  }
  return { ok: true, stuk: compose(werk, vraag) };
}

function compose(werk: Werk, vraag: Stukvraag): Stuk {
  switch (vraag.soort) {
    case "a4":
      return makeA4(werk, vraag.gemeente);
    case "oplegger":
      return makeOplegger(werk);
    case "nota":
      return makeNota(werk);
    case "was-wordt":
      return makeWasWordt(werk, vraag.was, vraag.sleutels);
  }
}

export type Geschreven =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `onmogelijk`: this computer cannot. `druk`: later it can. */
  | { readonly ok: false; readonly soort: "onmogelijk" | "druk"; readonly fout: string };

/** Writes a paper as PDF or Word. */
export async function writeStuk(stuk: Stuk, vorm: Stukvorm): Promise<Geschreven> {
  if (vorm === "docx") return { ok: true, bytes: await writeDocx(stuk) };
  const made = await writePdf(stuk);
  switch (made.soort) {
    case "pdf":
      return { ok: true, bytes: made.bytes };
    case "ontbreekt":
      return { ok: false, soort: "onmogelijk", fout: NO_TYPST };
    case "druk":
      return { ok: false, soort: "druk", fout: BUSY };
    case "te-lang":
      return { ok: false, soort: "druk", fout: tooLong(made.seconden) };
    case "fout":
      throw new Error(`the paper could not be set: ${made.tekst}`);
  }
}

const NO_TYPST =
  "Op deze computer ontbreekt het onderdeel dat PDF maakt (Typst). Word kan wel: kies docx.";
const BUSY = "Er worden al veel stukken gemaakt. Probeer het over een minuut opnieuw.";

function tooLong(seconden: number): string {
  return `Het stuk was na ${seconden} seconden niet klaar. Vraag één gemeente, of kies docx.`;
}
