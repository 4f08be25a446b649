/** What somebody asks of a list; the bounds are those of `bladzijdevraag`. */
type Vraag = { readonly pagina: number; readonly perPagina: number };

/** One page of what there is, with the addresses of the pages beside it; past the end it is empty. */
export function toBladzijde<T>(all: readonly T[], vraag: Vraag, url: string) {
  const { pagina, perPagina } = vraag;
  const items = all.slice((pagina - 1) * perPagina, pagina * perPagina);
  return {
    aantal: all.length,
    pagina,
    perPagina,
    links: toPaginalinks(all.length, vraag, url),
    items,
  };
}

/** The addresses of a page of a list of so many, and of the pages beside it. */
export function toPaginalinks(aantal: number, { pagina, perPagina }: Vraag, url: string) {
  const address = new URL(url);
  const of = (number: number) => {
    address.searchParams.set("pagina", String(number));
    return address.pathname + address.search;
  };
  const last = Math.max(1, Math.ceil(aantal / perPagina));
  return {
    zelf: of(pagina),
    ...(pagina > 1 ? { vorige: of(Math.min(pagina - 1, last)) } : {}),
    ...(pagina < last ? { volgende: of(pagina + 1) } : {}),
  };
}
