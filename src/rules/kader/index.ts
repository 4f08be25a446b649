/** The public face of the job: a document said as the sentence it is. */
export { createZincontext } from "./context.ts";
export { describeDocument } from "./describe-document.ts";
export { isEditable, type Zin, zinAlsTekst } from "./zin.ts";
