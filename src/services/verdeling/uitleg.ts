export { explainAanbod, explainUitkomst } from "#rules/verdeling/index.ts";
