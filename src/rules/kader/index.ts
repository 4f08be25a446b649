/** The public face of the job: a document said as the sentence it is, and where a kader stands. */
export { createZincontext } from "./context.ts";
export { describeDocument } from "./describe-document.ts";
export { computeKaderstand } from "./stand/kaderstand.ts";
export type { Kadervraag, Onderdeelloop } from "./stand/kadervraag.ts";
export { runVerdeelperiodes } from "./stand/verdeelperiodes.ts";
export { isEditable, type Zin, zinAlsTekst } from "./zin.ts";
