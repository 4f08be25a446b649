export {
  BEVOEGDHEDEN,
  HANDELINGEN,
  type Handeling,
  VOORWAARDEN,
} from "./bevoegdheden.ts";
export { holdsOn } from "./mag.ts";
