/** The public face of the job: a document said as the sentence it is, where a kader stands, and what a run leans on. */
export { recordBron } from "./afhankelijkheid/opname.ts";
export { createRegister } from "./afhankelijkheid/register.ts";
export { beleidswoordVan } from "./beleidswoord.ts";
export { createZincontext } from "./context.ts";
export { describeDocument } from "./describe-document.ts";
export { isSame as isSameBoom } from "./samen/boom.ts";
export { diffBomen } from "./samen/verschil.ts";
export { type Kant, voegSamen } from "./samen/voeg-samen.ts";
export { computeKaderstand } from "./stand/kaderstand.ts";
export type { Onderdeelloop } from "./stand/kadervraag.ts";
export { hasCap, prestatieafsprakenOf } from "./stand/sporen.ts";
export { runVerdeelperiodes } from "./stand/verdeelperiodes.ts";
export { isEditable, type Zin, type Zindeel, zinAlsTekst } from "./zin.ts";
