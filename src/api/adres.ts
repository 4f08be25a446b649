/** One document: its newest version by `id`, or `id@versie`. */
export function documentAdres(naam: string): string {
  return `/documenten/${encode(naam)}`;
}

/** A region by its name, or `indeling@versie#naam` where more indelingen have one. */
export function regioAdres(naam: string): string {
  return `/regios/${encode(naam)}`;
}

/** A gemeente by its code; with an indicator, the line of that figure. */
export function gemeenteAdres(code: string, indicator?: string): string {
  return `/gemeenten/${encode(code)}${indicator === undefined ? "" : `#${encode(indicator)}`}`;
}

/** Every delivery of a figure of a gemeente. */
export function leveringenAdres(code: string, indicator: string): string {
  return `/gemeenten/${encode(code)}/cijfers/${encode(indicator)}`;
}

/** An `@` may stand in a path, and reads better so. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%40", "@");
}
