/** The public face of the job: what governments must do together before something is decided. */
export { computeTrajectstand } from "./trajectstand.ts";
export type { Trajectvraag } from "./trajectvraag.ts";
