import type { Verdeling } from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";

/**
 * The figure that says what units really do: what is settled against, where a path starts.
 *
 * Undefined where the document names none.
 */
export function realizedFigure({
  vereffening,
  ingroeipad,
  spoor,
  onderwerp,
}: Verdeling): Verwijzing | undefined {
  if (vereffening) return vereffening.werkelijk;
  if (ingroeipad?.van.soort === "naar-rato-van") return ingroeipad.van.van;
  const placed = spoor === 2 && onderwerp === "urgenten";
  return placed ? { naam: "plaatsingen-urgenten", pad: [] } : undefined;
}
