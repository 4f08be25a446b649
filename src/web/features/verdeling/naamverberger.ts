import type { Rekenblad } from "#domain/rekenblad.ts";

/** Takes the names of gemeenten out of a text, whoever wrote it. */
export function createNaamverberger({ gebied, nederland }: Rekenblad): (text: string) => string {
  const units = [...gebied.eenheden, ...(nederland?.eenheden ?? [])];
  const names = new Set(units.flatMap(({ id, naam }) => [id, naam, naam.replace(/ \(.*\)$/, "")]));
  const longest = [...names].toSorted((a, b) => b.length - a.length).map(escapeSigns);
  if (longest.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<!\\p{L})(?:${longest.join("|")})(?!\\p{L})`, "gu");
  return (text) => text.replace(pattern, "een gemeente");
}

function escapeSigns(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
