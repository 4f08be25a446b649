export {
  compareRegionaalLokaal,
  type Programmaregel,
  type RegionaalLokaal,
} from "./regionaal-lokaal.ts";
