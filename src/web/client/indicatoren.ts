import { askApi } from "./vraag.ts";

/** What a figure is called and counted in. */
export type Cijfersoort = {
  readonly id: string;
  readonly titel: string;
  readonly eenheid: string;
};

/** The kinds of figures by id; none where that cannot be asked now. */
export async function fetchCijfersoorten(): Promise<ReadonlyMap<string, Cijfersoort>> {
  const read = await askApi<{ readonly items: readonly Cijfersoort[] }>(
    "indicatoren?perPagina=1000",
  );
  if (read.soort !== "goed") return new Map();
  return new Map(read.inhoud.items.map((item) => [item.id, item]));
}
