import { add, type Breuk, NUL } from "#domain/breuk.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";

/** What a bound moved to a unit (above zero) or away from it, and what of it found no place. */
export type Verschuiving = { readonly verschoven: Breuk; readonly open: Breuk };

/** Of every unit, in the last periode, over all steps together. */
export function shiftsOf({
  stappen,
  eenheden,
}: VerdelingUitkomst): ReadonlyMap<string, Verschuiving> {
  const last = stappen.at(-1)?.periode;
  const moved = new Map<string, Breuk>();
  for (const { periode, cellen } of stappen) {
    if (periode !== last) continue;
    for (const { pad, verschoven } of cellen) {
      const [id = ""] = pad;
      moved.set(id, add(moved.get(id) ?? NUL, verschoven));
    }
  }
  return new Map(
    eenheden.map(({ id, open }) => [id, { verschoven: moved.get(id) ?? NUL, open: open ?? NUL }]),
  );
}
