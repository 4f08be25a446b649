export { compareRegionaalLokaal, type RegionaalLokaal } from "./regionaal-lokaal.ts";
