export { computeMismatch, type Woonzorgcijfers } from "./mismatch.ts";
export { type Aanbieding, computeOvername, type Overname } from "./overname.ts";
