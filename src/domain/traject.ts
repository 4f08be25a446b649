import type { Eis } from "./eis.ts";
import type { Kop } from "./kop.ts";
import type { Waarde } from "./waarde.ts";

export type Bewijs = {
  readonly stuk: string;
  readonly voorElk?: string;
  readonly aantal?: number;
  /** Or that this term has passed unanswered. */
  readonly ofNa?: Waarde;
};

export type Trajectstap = {
  readonly naam: string;
  readonly titel: string;
  readonly trekker: string;
  /** The article that makes the step a must; only such a step blocks. */
  readonly wettelijk?: string;
  readonly met: readonly string[];
  readonly informeert: readonly string[];
  readonly genodigden?: {
    readonly verplicht: readonly string[];
    readonly hoogstens?: { readonly voorElk: string; readonly aantal: number };
  };
  readonly bewijs: readonly Bewijs[];
  readonly termijn?:
    | { readonly soort: "uiterlijk"; readonly uiterlijk: Waarde }
    | { readonly soort: "binnen"; readonly binnen: Waarde; readonly na: string };
  readonly pasAls?: Eis;
  readonly besluit?: {
    readonly orgaan: string;
    readonly voorElk?: string;
    /** What is decided on, as `data/bevoegdheden.yaml` names it; the body is checked against it. */
    readonly over?: string;
  };
  readonly verder: readonly { readonly naar: string; readonly als?: Eis; readonly door?: string }[];
};

/** What must happen before it is decided? (docs/taal.md 2.6) */
export type Traject = Kop & {
  readonly soort: "traject";
  readonly voor: string;
  readonly stappen: readonly Trajectstap[];
  readonly vergrendeld?: { readonly tot: Waarde; readonly wat: string };
  readonly naAfloop: readonly {
    readonly taak: string;
    readonly voorElk?: string;
    readonly landtIn?: string;
    readonly binnen?: Waarde;
  }[];
};
