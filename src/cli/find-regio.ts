import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import { UsageError } from "./usage-error.ts";

/**
 * A region as somebody writes it: `drechtsteden`, `mra@1#mra`, `Zuid-Holland`, `nederland`.
 *
 * @throws UsageError with the region that was probably meant, or those to choose from.
 */
export function findRegio(
  text: string,
  basis: Basis,
  day: string,
): { readonly regio: string; readonly gebied: Rekengebied } {
  const provincie = basis.gemeenten.provincies.find(({ naam }) => isSame(naam, text));
  const names = [text, text.toLowerCase().replaceAll(" ", "-")];
  // A region may carry the name of a provincie: Friesland. Then the region counts.
  for (const regio of [...names, ...(provincie ? [provincie.code] : [])]) {
    const found = basis.gebied(regio, day);
    if (found.soort === "gevonden") return { regio, gebied: found.gebied };
    if (found.soort === "meer") {
      throw new UsageError([
        `--regio ${text}\n  Er zijn meer regio's met die naam: ${found.mogelijk.join(", ")}. Kies er één.`,
      ]);
    }
  }
  const found = basis.gebied(names[1] ?? text, day);
  const nearest = found.soort === "onbekend" ? found.dichtstbij : undefined;
  const hint = nearest ? `Bedoelt u «${nearest}»?` : "Met «woonregie toon» ziet u welke er zijn.";
  throw new UsageError([`--regio ${text}\n  Er is geen regio «${text}». ${hint}`]);
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, "nl", { sensitivity: "base" }) === 0;
}
