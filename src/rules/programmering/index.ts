export {
  describeTeVeel,
  type Fondsstand,
  formatEuro,
  standVan,
  whyNotBooked,
} from "./fonds.ts";
export { compareRegionaalLokaal, type RegionaalLokaal } from "./regionaal-lokaal.ts";
