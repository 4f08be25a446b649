import type { Verloop } from "#domain/kop.ts";
import { formatBreuktekst } from "./getaltekst.ts";
import { formatPeriode } from "./momenttekst.ts";
import { field, phrase, series, type Zin } from "./zin.ts";

/** How something moves between two periodes; nothing where it goes in a straight line. */
export function describeVerloop(verloop: Verloop, pad: string): Zin {
  if (verloop.soort === "lineair") return [];
  if (verloop.soort === "sprongen") {
    return phrase("in", field(String(verloop.aantal), `${pad}.sprongen`), "sprongen");
  }
  const years = Object.entries(verloop.is).map(([year, deel]) =>
    phrase(field(formatBreuktekst(deel, true), `${pad}.is.${year}`), `in ${formatPeriode(year)}`),
  );
  return phrase("met", series(years), "van de weg afgelegd");
}
