/** The public face of the job: carry out a toets, and account for each verdict. */
export { computeToets } from "./toets.ts";
export type { Toetsvraag, Uitleg } from "./toetsvraag.ts";
export { explainToets } from "./verantwoording.ts";
