/** The public face of the job: which gemeenten form which region on a day. */
export { type Regiokennis, rekengebiedFor, rekengebiedVan } from "./rekengebied.ts";
export { computeIndeling } from "./uitkomst.ts";
export { asksHarmonisation, compareLeden, type Ledenvergelijking } from "./vergelijk.ts";
