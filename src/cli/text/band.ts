import { formatBereik } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";

/** The range behind a number in a table, `(37–45)`; empty where there is none. */
export function formatBandbreedte(
  band: Bandbreedte,
  vorm: "getal" | "procent" = "getal",
  decimals = 0,
): string {
  const range = formatBereik(band, vorm, decimals);
  return range && `(${range})`;
}
