export { askBeside } from "#rules/verdeling/index.ts";
