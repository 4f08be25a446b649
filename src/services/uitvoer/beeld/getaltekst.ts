import { formatBereik, formatGetal, formatProcent } from "#domain/notatie.ts";
import type { Uitvoerrij } from "../uitvoerblad.ts";

/** The number of a unit with its room: «41 (37–45)»; onbekend is a word and not nought. */
export function aantaltekst({ aantal }: Uitvoerrij): string {
  if (!aantal) return "onbekend";
  const range = formatBereik(aantal);
  return `${formatGetal(aantal.midden, 2)}${range && ` (${range})`}`;
}

/** The part of the own freed homes with its room: «25% (22–29%)»; empty where it is not known. */
export function deeltekst({ deelVanAanbod }: Uitvoerrij): string {
  if (!deelVanAanbod) return "";
  const range = formatBereik(deelVanAanbod, "procent");
  return `${formatProcent(deelVanAanbod.midden)}${range && ` (${range})`}`;
}
