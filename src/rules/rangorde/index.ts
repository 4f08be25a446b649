/** The public face of the job: put candidates in order, and account for it. */
export { type Gevraagd, kenmerkenIn } from "./kenmerken.ts";
export { computeRangorde } from "./rangschik.ts";
export { explainKandidaat } from "./verantwoording.ts";
export { createContext, type Rangordevraag } from "./vraag.ts";
