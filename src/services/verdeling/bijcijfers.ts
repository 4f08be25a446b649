export {
  type Bijcijfer,
  type Bijcijfers,
  readBijcijfers,
  spreidingVan,
} from "#rules/verdeling/index.ts";
