import { beginVorigJaar, parseMoment, vorigePeriode } from "#domain/peildatum.ts";
import type { Tijdstip } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { DAY, endOf, goesBefore } from "./voorrang.ts";

/**
 * The one of these waarnemingen that holds at the asked moment; undefined where none does.
 *
 * Without a `tijd` it is the latest that does not lie after `op`. A waarneming without a moment
 * (a made-up case) holds always, and goes first.
 */
export function pickMoment(
  waarnemingen: readonly Waarneming[],
  tijd: Tijdstip | undefined,
  op: string | undefined,
): Waarneming | undefined {
  const timeless = firstAmong(waarnemingen, ({ moment }) => moment === undefined);
  if (timeless) return timeless;
  const asked = tijd && describeMoment(tijd, op);
  if (tijd) return asked === undefined ? undefined : findAt(waarnemingen, asked);
  return latest(waarnemingen, op);
}

/** The date or periode that a tijdstip means in a run; undefined where the run has no `op`. */
export function describeMoment(tijd: Tijdstip, op: string | undefined): string | undefined {
  if (tijd.soort === "op") return tijd.datum;
  if (tijd.soort === "in") return tijd.periode;
  if (op === undefined) return undefined;
  switch (tijd.moment) {
    case "begin-periode":
      return parseMoment(op)?.van;
    case "einde-periode":
      return parseMoment(op)?.tot;
    case "begin-vorig-jaar":
      return beginVorigJaar(op);
    case "vorige-periode":
      return vorigePeriode(op);
  }
}

/** An exact moment, else, for a stock asked `in` a periode, the first count inside it. */
function findAt(waarnemingen: readonly Waarneming[], asked: string): Waarneming | undefined {
  const exact = firstAmong(waarnemingen, ({ moment }) => moment === asked);
  if (exact) return exact;
  const span = parseMoment(asked);
  if (!span || span.van === span.tot) return undefined;
  const inside = waarnemingen.filter(
    ({ moment = "" }) => moment.length === DAY && span.van <= moment && moment <= span.tot,
  );
  const day = inside.reduce((first, { moment = "" }) => (moment < first ? moment : first), "9999");
  return firstAmong(inside, ({ moment }) => moment === day);
}

/** Of all that hold, the one that goes before the others; the order of a file never counts. */
function firstAmong(
  waarnemingen: readonly Waarneming[],
  holds: (waarneming: Waarneming) => boolean,
): Waarneming | undefined {
  let best: Waarneming | undefined;
  for (const waarneming of waarnemingen) {
    if (holds(waarneming) && (!best || goesBefore(waarneming, best))) best = waarneming;
  }
  return best;
}

function latest(
  waarnemingen: readonly Waarneming[],
  op: string | undefined,
): Waarneming | undefined {
  const limit = op === undefined ? "9999-12-31" : (parseMoment(op)?.tot ?? op);
  let best: Waarneming | undefined;
  let last = "";
  for (const waarneming of waarnemingen) {
    const end = endOf(waarneming);
    if (end > limit || (best && end < last)) continue;
    if (best && end === last && !goesBefore(waarneming, best)) continue;
    best = waarneming;
    last = end;
  }
  return best;
}
