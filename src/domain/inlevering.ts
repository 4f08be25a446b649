import type { Betrouwbaarheid } from "./indicator.ts";
import type { Waarneming } from "./waarneming.ts";

/**
 * How the columns of one sheet are to be read; proposed by the system, settled by a person, and
 * remembered per sender.
 */
export type Koppeling = {
  readonly blad: string;
  /** `breed`: a row per gebied, a column per figure. `lang`: a row per figure. */
  readonly vorm: "breed" | "lang";
  /** Rows, from nought, that are the head; the figures begin below the last of them. */
  readonly kopregels: readonly number[];
  readonly kolommen: readonly Kolomkoppeling[];
};

/** What one column holds; `kolom` counts from nought. */
export type Kolomkoppeling = { readonly kolom: number } & (
  | { readonly rol: "gebied" }
  /** Only `lang`: the column names the indicator, the moment or the cell of the row. */
  | { readonly rol: "indicator" }
  | { readonly rol: "moment" }
  | { readonly rol: "cel" }
  | {
      readonly rol: "waarde" | "laag" | "hoog";
      readonly indicator?: string;
      /** A date or a periode; absent where a column or the delivery tells it. */
      readonly moment?: string;
      readonly cel?: readonly string[];
      /** What one unit of the column is worth, as exact text: `1000` where the head says «× 1.000». */
      readonly maal?: string;
    }
  | { readonly rol: "opmerking" }
  | { readonly rol: "negeer" }
);

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
  /** For who reads columns that do not tell it themselves. */
  readonly indicator?: string;
  readonly moment?: string;
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
  /** Stable within one reading, so that a confirmation can name it: code, sheet, cell. */
  readonly id: string;
  readonly ernst: "fout" | "opmerking";
  /** A word of a fixed list, for programs: `getal-onleesbaar`, `gebied-onbekend`, … */
  readonly code: string;
  readonly waar: Partial<Vindplaats> & Pick<Vindplaats, "blad">;
  readonly gevonden: string;
  /** Dutch, B1: what was expected, and how to mend it. */
  readonly tekst: string;
  /** What the cell could have said, where there is one likely answer. */
  readonly voorstel?: string;
};

/** A row of the sheet that gives no figure, and why. */
export type Overgeslagen = {
  readonly blad: string;
  readonly rij: number;
  readonly reden: "totaal" | "leeg" | "kop" | "toelichting";
  readonly tekst: string;
};

/** One figure as it was read, with the cell it comes from. */
export type Gelezencijfer = {
  readonly waarneming: Waarneming;
  readonly waar: Vindplaats;
};

/** What a file comes to under a koppeling: figures, and everything that was noticed, at once. */
export type Inleescontrole = {
  readonly cijfers: readonly Gelezencijfer[];
  readonly bevindingen: readonly Bevinding[];
  readonly overgeslagen: readonly Overgeslagen[];
};

/** A cell that was mended on the screen; the file itself stays as it was sent. */
export type Verbetering = Vindplaats & { readonly tekst: string };

/** What became of a delivery. */
export type Inleveruitkomst =
  | "overgenomen"
  | "overgenomen met opmerkingen"
  | "teruggelegd met opmerkingen";

/** One figure that differs from the former delivery of the same indicator and moment. */
export type Cijferverschil = {
  readonly indicator: string;
  readonly gebied: string;
  readonly cel: readonly string[];
  readonly moment?: string;
  readonly was?: Waarneming;
  readonly wordt?: Waarneming;
};
