export { comparePairs, type Paar } from "#rules/verdeling/index.ts";
