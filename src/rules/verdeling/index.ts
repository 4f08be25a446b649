/** The public face of the job: carry out a verdeling, lay another beside it, and account for it. */
export { type Bijcijfer, type Bijcijfers, readBijcijfers, spreidingVan } from "./bijcijfers.ts";
export { measureSpreiding, type Spreiding } from "./spreiding.ts";
export type { Verdelingsvraag, Verloopgegevens } from "./stapcontext.ts";
export { comparePairs, type Kolom, layBeside, type Paar, type Verdeeltabel } from "./tabel.ts";
export { explainEenheid, explainOpgave } from "./verantwoording.ts";
export { computeVerdeling } from "./verdeel.ts";
export { compareVerdelingen, type Vergelijking } from "./vergelijk.ts";
export { realizedFigure } from "./werkelijk.ts";
