export { computeMismatch, type Woonzorgcijfers } from "./mismatch.ts";
export { computeOvername, type Overname } from "./overname.ts";
