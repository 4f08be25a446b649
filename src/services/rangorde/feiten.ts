import type { Bibliotheek } from "#domain/document.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { kenmerkenIn } from "#rules/rangorde/index.ts";

/**
 * The facts that an order asks of those over whom a verdeling fills up: what the rangorde of an
 * `op-volgorde` reads and no indicator names. Empty where the document divides in proportion.
 */
export function feitenVoor(
  { stappen }: Pick<Verdeling, "stappen">,
  bibliotheek: Bibliotheek,
): ReadonlySet<string> {
  const names = stappen.flatMap(({ sleutel }) => (sleutel ? rangordesIn(sleutel) : []));
  const facts = names.flatMap((naam) => {
    const found = bibliotheek.find(naam);
    return found?.soort === "rangorde" ? [...kenmerkenIn(found).keys()] : [];
  });
  return new Set(facts.filter((naam) => bibliotheek.find(naam)?.soort !== "indicator"));
}

function rangordesIn(sleutel: Sleutel): readonly string[] {
  if (sleutel.soort === "op-volgorde") return [sleutel.rangorde];
  return sleutel.soort === "per" ? Object.values(sleutel.is).flatMap(rangordesIn) : [];
}
