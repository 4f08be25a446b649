import { type Pakketvraag, pakketQuery } from "#services/pakket/vraag.ts";

/** The page that shows exactly this. */
export function pakketAdres(vraag: Pakketvraag): string {
  return `/pakket?${pakketQuery(vraag)}`;
}

/** The package of a region as it was delivered, with the row of one gemeente on top. */
export function pakketVan(regio: string, eigen?: string): string {
  return `/pakket?${new URLSearchParams({ regio, ...(eigen ? { eigen } : {}) })}`;
}

/** The line on this page of a figure that was typed: `ingevuld-azc-plekken-GM0505`. */
export function ingevuldAnker(naam: string, gebied: string): string {
  return `ingevuld-${naam.replaceAll(".", "-")}-${gebied}`;
}
