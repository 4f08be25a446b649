import type { Betrouwbaarheid } from "./indicator.ts";
import type { Waarneming } from "./waarneming.ts";

/**
 * How the columns of one sheet are to be read; proposed by the system, settled by a person, and
 * remembered per sender.
 *
 * Wide and long need no other word: what a column does not tell itself, another column of the same
 * row tells, or else the delivery as a whole.
 */
export type Koppeling = {
  readonly blad: string;
  /** Rows, from nought, that are the head; the figures begin below the last of them. */
  readonly kopregels: readonly number[];
  /** Rows, from nought, that a person said are a total or anything else that is of no one gemeente. */
  readonly totaalregels?: readonly number[];
  readonly kolommen: readonly Kolomkoppeling[];
};

/** What a column holds that is no number itself, but says of which figure a number is. */
export const KENMERKROLLEN = [
  "gebied",
  "gebiedsnaam",
  "indicator",
  "moment",
  "cel",
  "eenheid",
  "bron",
  "opmerking",
  "negeer",
] as const;

/** What a column holds that is a number: the figure, or how low or high it may be. */
export const WAARDEROLLEN = ["waarde", "laag", "hoog"] as const;

/** What one column holds; `kolom` counts from nought. */
export type Kolomkoppeling = Kenmerkkolom | Waardekolom;

type Kenmerkkolom = {
  readonly kolom: number;
  readonly rol: (typeof KENMERKROLLEN)[number];
};

export type Waardekolom = {
  readonly kolom: number;
  readonly rol: (typeof WAARDEROLLEN)[number];
  readonly indicator?: string;
  /** A date or a periode; absent where a column or the delivery tells it. */
  readonly moment?: string;
  readonly cel?: readonly string[];
  /** What one unit of the column is worth, as exact text: `1000` where the head says «× 1.000». */
  readonly maal?: string;
};

/** Whether a column holds numbers. */
export function isWaardekolom(kolom: Kolomkoppeling): kolom is Waardekolom {
  return WAARDEROLLEN.some((rol) => rol === kolom.rol);
}

/** What holds for the whole delivery, told by who sends it. */
export type Inleverkop = {
  /** Who sends it, as they call themselves; mappings are remembered under it. */
  readonly afzender: string;
  readonly bron: string;
  readonly peildatum?: string;
  readonly licentie?: string;
  readonly betrouwbaarheid?: Betrouwbaarheid;
  readonly status?: NonNullable<Waarneming["status"]>;
  readonly toelichting?: string;
  /** For columns that do not tell it themselves. */
  readonly indicator?: string;
  readonly moment?: string;
  /** Where it has to be complete: a gemeente of this region that is not in it is told. */
  readonly regio?: string;
};

/** A cell of the file, as people name it. */
export type Vindplaats = { readonly blad: string; readonly rij: number; readonly kolom: number };

/**
 * What was noticed in one cell, row or sheet.
 *
 * A `fout` keeps its figure out; an `opmerking` is strange but possible, and a person confirms it
 * with a reason.
 */
export type Bevinding = {
  /** Stable while the cell says the same, so that a confirmation can name it. */
  readonly id: string;
  readonly ernst: "fout" | "opmerking";
  /** A word of a fixed list, for programs: `getal-onleesbaar`, `gebied-onbekend`, … */
  readonly code: string;
  readonly waar: Partial<Vindplaats> & Pick<Vindplaats, "blad">;
  readonly gevonden: string;
  /** Dutch, B1: what was expected, and how to mend it. */
  readonly tekst: string;
  /** What the cell could have said; more than one where it can be read in more ways. */
  readonly voorstellen: readonly string[];
  /** The figure it is about, where that is known. */
  readonly indicator?: string;
};

/** A row of the sheet that gives no figure, and why. */
export type Overgeslagen = {
  readonly blad: string;
  readonly rij: number;
  readonly reden: "totaal" | "toelichting";
  readonly tekst: string;
};

/** One figure as it was read, with the cell it comes from. */
export type Gelezencijfer = {
  readonly waarneming: Waarneming;
  readonly waar: Vindplaats;
};

/** A cell that was mended on the screen; the file itself stays as it was sent. */
export type Verbetering = Vindplaats & { readonly tekst: string };

/** Why somebody lets something pass: of a `fout`, that its figure is left out. */
export type Bevestiging = { readonly id: string; readonly reden: string };

/** What became of a delivery. */
export const INLEVERUITKOMSTEN = [
  "overgenomen",
  "overgenomen met opmerkingen",
  "teruggelegd met opmerkingen",
] as const;
export type Inleveruitkomst = (typeof INLEVERUITKOMSTEN)[number];

/** Where a figure that counts was delivered: with the product, from a live source, or by a sender. */
export type Herkomst =
  | { readonly soort: "meegeleverd" }
  | { readonly soort: "levering"; readonly id: string }
  | { readonly soort: "inlevering"; readonly id: string; readonly afzender: string };

/** A figure that counts now, and where it was delivered. */
export type Tellendcijfer = { readonly waarneming: Waarneming; readonly herkomst: Herkomst };

/** One figure beside what counted for the same moment, or else the last before it. */
export type Cijferverschil = {
  readonly waarneming: Waarneming;
  readonly was: readonly Waarneming[];
  readonly eerder?: Waarneming;
};

/** Figures of another delivery that say something else of the same moment: people choose. */
export type Botsing = {
  /** Stable: indicator, moment and the other delivery. */
  readonly id: string;
  readonly indicator: string;
  readonly moment?: string;
  readonly met: Herkomst;
  /** The source of the other delivery, as its figures name it. */
  readonly bron: string;
  readonly gebieden: readonly string[];
};

/** What somebody chose about a botsing: this delivery goes first, or both stand and nothing counts. */
export type Botsingskeuze = {
  readonly id: string;
  readonly keuze: "gaat-voor" | "naast-elkaar";
  readonly reden: string;
};
