import { askApi } from "./vraag.ts";

type Bladzijde = { readonly items: readonly { readonly id: string; readonly titel: string }[] };

/** How figures are called, by id; none where that cannot be asked now. */
export async function fetchTitels(): Promise<Readonly<Record<string, string>>> {
  const read = await askApi<Bladzijde>("indicatoren?perPagina=1000");
  if (read.soort !== "goed") return {};
  return Object.fromEntries(read.inhoud.items.map(({ id, titel }) => [id, titel]));
}
