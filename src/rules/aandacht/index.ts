/** The public face of the job: what asks for somebody's attention, each source by itself. */
export { horizon } from "./einde.ts";
export { deelIn, type Ingedeeld, keuzenVoor, keuzeVoor } from "./indelen.ts";
export { vraagtAandacht } from "./vraagt.ts";
