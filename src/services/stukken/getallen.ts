import { formatBereik, formatGetal, formatProcent, formatVanTot } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Cel } from "./stuk.ts";
import type { Werk } from "./werk.ts";

/** A number with its room below it, and the part of the own supply that it is. */
export function getalCel(
  { zeg }: Pick<Werk, "zeg">,
  band: Bandbreedte | undefined,
  deel?: Bandbreedte,
): Cel {
  if (!band) return { tekst: zeg("onbekend") };
  const small = [formatBereik(band), ...(deel ? [deelTekst(deel)] : [])].filter(Boolean);
  return {
    tekst: formatGetal(band.midden),
    ...(small.length > 0 ? { onder: small.join(" · ") } : {}),
  };
}

/** `22–29%`, or the middle where there is no room. */
export function deelTekst(deel: Bandbreedte): string {
  return formatBereik(deel, "procent") || formatProcent(deel.midden);
}

/** `420 tot 480`, or that it is not known. */
export function bandTekst({ zeg }: Pick<Werk, "zeg">, band: Bandbreedte | undefined): string {
  return band ? formatVanTot(band) : zeg("onbekend");
}
