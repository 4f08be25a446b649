/** The public face of the room: who may do what, and on which days a mandate holds. */

export { apirechtVoor } from "./apirecht.ts";
export {
  BEVOEGDHEDEN,
  HANDELINGEN,
  type Handeling,
  NOG_NIET_HIER,
  VOORWAARDEN,
} from "./bevoegdheden.ts";
export { holdsOn, type Magoordeel, mag, ORGAAN_VAN } from "./mag.ts";
