import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Hoek, Plek } from "./rekenvraag.ts";

/** What was read before: by figure, and then by place and corner. */
export type Leesgeheugen = Map<string, Map<string, Bandbreedte | undefined>>;

/** What was read of one figure. */
export function memoFor(memo: Leesgeheugen, figure: string): Map<string, Bandbreedte | undefined> {
  const known = memo.get(figure);
  if (known) return known;
  const made = new Map<string, Bandbreedte | undefined>();
  memo.set(figure, made);
  return made;
}

/** The same text for the same place in the same corner; for a unit by itself simply its id. */
export function nameOf({ pad, onderdeel }: Plek, at: Hoek["parameters"] | undefined): string {
  const path = pad.length === 1 ? (pad[0] ?? "") : pad.join("/");
  if (onderdeel === "" && !at) return path;
  return `${path}|${onderdeel}|${at ? JSON.stringify(at) : ""}`;
}
