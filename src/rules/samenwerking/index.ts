/** The public face of the job: what governments must do together before something is decided. */
export { noemGebreken, type Tekening, tekeningVan } from "./tekening.ts";
export { drawSvg } from "./tekening-svg.ts";
export { computeTrajectstand } from "./trajectstand.ts";
