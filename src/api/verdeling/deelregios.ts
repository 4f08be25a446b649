import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";

type Groep = { readonly titel?: string; readonly eenheden: readonly Rekeneenheid[] };

/** By deelregio where the region has them, and by name inside; who is in none comes last. */
export function groupByDeelregio({ eenheden, deelregios }: Rekengebied): readonly Groep[] {
  const sorted = eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  const known = Object.entries(deelregios).toSorted(([, a], [, b]) => a.localeCompare(b, "nl"));
  const groepen = known.map(([id, titel]) => ({
    titel,
    eenheden: sorted.filter(({ deelregio }) => deelregio === id),
  }));
  const others = sorted.filter(({ deelregio }) => !deelregio || !(deelregio in deelregios));
  const filled = groepen.filter((groep) => groep.eenheden.length > 0);
  if (filled.length === 0) return [{ eenheden: others }];
  if (others.length === 0) return filled;
  return [...filled, { titel: "Buiten de deelregio's", eenheden: others }];
}
