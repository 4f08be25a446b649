import type { Eis } from "./eis.ts";
import type { Kop } from "./kop.ts";
import type { Waarde } from "./waarde.ts";

export const FASEN = ["programmering", "realisatie"] as const;
/** Homes that are planned, or homes that were delivered. */
export type Fase = (typeof FASEN)[number];

/** Is it so? (docs/taal.md 2.4) */
export type Toets = Kop & {
  readonly soort: "toets";
  readonly eisen: Readonly<Record<string, Eis>>;
  readonly niveau: readonly string[];
  /** Level → why no verdict is given there. */
  readonly nietOpNiveau: Readonly<Record<string, string>>;
  readonly meetOp: readonly Fase[];
  /** A periode, or the name of the parameter that holds it. */
  readonly meetperiode?: string;
  readonly beginsel: "hard" | "pas-toe-of-leg-uit";
  /** Absent: anyone may ask more. */
  readonly strengerDoor?: readonly string[];
  readonly aanvullingOp?: string;
  readonly vastgelegd?: Eis;
  readonly overgang?: {
    readonly start: Waarde;
    readonly duur: Waarde;
    readonly totDan: "ingroeipad" | "niet-toetsen";
  };
  readonly ontheffing?: {
    readonly door: readonly string[];
    readonly vraagt: readonly string[];
    readonly op: readonly string[];
  };
};
