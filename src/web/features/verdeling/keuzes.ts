import type { Keuze } from "#domain/verdeling.ts";

/** The five choices for what does not fit, in words; none of them comes first. */
export const KEUZES: readonly {
  readonly keuze: Keuze;
  readonly naam: string;
  readonly doet: string;
}[] = [
  { keuze: "later", naam: "later", doet: "Het wacht en komt er in een volgende periode bij." },
  {
    keuze: "compenseren",
    naam: "compenseren",
    doet: "Het wordt als tekort geboekt en achteraf verrekend.",
  },
  {
    keuze: "extra-aanbod",
    naam: "extra aanbod",
    doet: "Er komen woningen bij; wie dat doet en hoe, wordt afgesproken.",
  },
  { keuze: "anderen", naam: "de anderen", doet: "De andere gemeenten nemen het over." },
  { keuze: "open", naam: "open laten", doet: "Het blijft open staan; niemand neemt het over." },
];
