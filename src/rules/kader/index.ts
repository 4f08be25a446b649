/** The public face of the job: a document said as the sentence it is. */
export { createZincontext, type Zincontext } from "./context.ts";
export { describeDocument } from "./describe-document.ts";
export {
  isEditable,
  type Tekstvorm,
  type Zin,
  type Zindeel,
  type Zinstatus,
  zinAlsTekst,
} from "./zin.ts";
