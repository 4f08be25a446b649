/** The public face of the job: which gemeenten form which region on a day. */
export type { Regiolid } from "./leden.ts";
export {
  type Regiokennis,
  type Regiovondst,
  rekengebiedFor,
  rekengebiedVan,
} from "./rekengebied.ts";
export { computeIndeling, type IndelingUitkomst } from "./uitkomst.ts";
