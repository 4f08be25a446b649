/** The public face of the room: who may do what, and on which days a mandate holds. */

export { apirechtVoor } from "./apirecht.ts";
export { BEVOEGDHEDEN, HANDELINGEN, type Handeling, VOORWAARDEN } from "./bevoegdheden.ts";
export { holdsOn, mag } from "./mag.ts";
