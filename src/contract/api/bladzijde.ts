import { z } from "zod";

const PER_PAGINA = 100;
const MEESTE_PER_PAGINA = 1000;
const LAATSTE_PAGINA = 1_000_000;

/** The query of every list: which page, and how many on a page. */
export const bladzijdevraag = {
  pagina: z.coerce
    .number()
    .pipe(z.int().min(1).max(LAATSTE_PAGINA))
    .default(1)
    .meta({ description: "De hoeveelste pagina; de eerste is 1.", example: 1 }),
  perPagina: z.coerce
    .number()
    .pipe(z.int().min(1).max(MEESTE_PER_PAGINA))
    .default(PER_PAGINA)
    .meta({ description: "Hoeveel er op een pagina staan.", example: PER_PAGINA }),
};

const adres = z.string().meta({ description: "Een pad op deze server, met query." });

const links = z
  .object({ zelf: adres, vorige: adres.optional(), volgende: adres.optional() })
  .meta({ id: "Paginalinks", description: "De adressen van deze pagina en die ernaast." });

/** One page of a list of `item`; `naam` is how the page is called in the description of the API. */
export function bladzijdeVan<S extends z.ZodType>(naam: string, item: S) {
  return z
    .object({
      aantal: z.int().min(0).meta({ description: "Hoeveel er in totaal zijn." }),
      pagina: z.int().min(1),
      perPagina: z.int().min(1),
      links,
      items: z.array(item),
    })
    .meta({ id: naam });
}
