import type { Punt } from "#services/kaart/rijksdriehoek.ts";
import type { Veelvlak } from "#services/kaart/veelvlak.ts";
import { isInside, type Vak } from "#services/kaart/vlak.ts";
import type { Collectie, Kenmerkgebied } from "./collectie.ts";
import type { Gebiedsvorm } from "./gebiedsvorm.ts";
import type { Itemsvraag } from "./itemsvraag.ts";

/** A feature and the day of which its shape is. */
export type Gevonden = { readonly gebied: Kenmerkgebied; readonly op: string };

/** Everything of a collection that fits what is asked, in a fixed order. */
export function searchCollectie(
  collectie: Collectie,
  vraag: Itemsvraag,
  peildag: string,
): readonly Gevonden[] {
  const { vak, zoek, dagen } = vraag;
  return collectie
    .list()
    .filter((gebied) => existsIn(gebied, dagen))
    .filter(({ zoekbaar }) => Object.entries(zoek).every(([naam, text]) => zoekbaar[naam] === text))
    .map((gebied) => ({ gebied, op: dayFor(gebied, dagen, peildag) }))
    .filter(({ gebied, op }) => !vak || touches(gebied.vorm(op), vak));
}

function existsIn({ sinds = "", tot = LAATST }: Kenmerkgebied, dagen: Itemsvraag["dagen"]) {
  return sinds <= (dagen?.tot ?? LAATST) && tot >= (dagen?.van ?? "");
}

const LAATST = "9999-12-31";

/** The last day asked on which it exists; without a question, the last day we know of it. */
export function dayFor(
  { sinds = "", tot = LAATST }: Kenmerkgebied,
  dagen: Itemsvraag["dagen"],
  peildag: string,
): string {
  const asked = dagen?.tot ?? (dagen?.van && dagen.van > peildag ? dagen.van : peildag);
  const until = asked < tot ? asked : tot;
  return until > sinds ? until : sinds;
}

function touches(
  vorm: Gebiedsvorm | undefined,
  { box, stelsel }: NonNullable<Itemsvraag["vak"]>,
): boolean {
  const bounds = vorm?.vak(stelsel);
  if (!vorm || !bounds) return false;
  const [l, b, r, t] = bounds;
  if (l > box[2] || r < box[0] || b > box[3] || t < box[1]) return false;
  return vorm.vlakken(stelsel).some((vlak) => vlakTouches(vlak, box));
}

/** A side of it comes into the box, or the box lies in it as a whole. */
function vlakTouches(vlak: Veelvlak, box: Vak): boolean {
  const sides = vlak.some((ring) =>
    ring.some((here, i) => sideTouches(here, ring[i + 1] ?? here, box)),
  );
  return (
    sides ||
    isInside(
      [box[0], box[1]],
      vlak.map((ring) => ring.slice(0, -1)),
    )
  );
}

/** Liang and Barsky: what is left of a side within the four edges. */
function sideTouches([x, y]: Punt, [x2, y2]: Punt, [l, b, r, t]: Vak): boolean {
  const [dx, dy] = [x2 - x, y2 - y];
  let [from, to] = [0, 1];
  const edges = [
    [-dx, x - l],
    [dx, r - x],
    [-dy, y - b],
    [dy, t - y],
  ] as const;
  for (const [step, room] of edges) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}
