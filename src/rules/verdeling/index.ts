/** The public face of the job: carry out a verdeling, lay another beside it, and account for it. */
export { explainAanbod, explainBijcijfer } from "./aanbod-uitleg.ts";
export { type AndereAfronding, tryAfrondingen } from "./andere-afronding.ts";
export { type Bijcijfer, type Bijcijfers, readBijcijfers, spreidingVan } from "./bijcijfers.ts";
export { explainUitkomst } from "./geheel-uitleg.ts";
export { describeHerkomstNa } from "./herkomst-na.ts";
export { carryUitkomst, type RijNa } from "./na-herindeling.ts";
export { type Aanspraak, leftFor, readRustAlOp } from "./rust-al-op.ts";
export type { Verdelingsvraag, Verloopgegevens } from "./stapcontext.ts";
export {
  askBeside,
  comparePairs,
  type Kolom,
  layBeside,
  type Paar,
  type Verdeeltabel,
} from "./tabel.ts";
export { findUitersten, type Uiterste } from "./uitersten.ts";
export { computeVerdeling } from "./verdeel.ts";
export { compareVerdelingen, type Vergelijking } from "./vergelijk.ts";
export { shiftsOf } from "./verschoven.ts";
export { realizedFigure } from "./werkelijk.ts";
