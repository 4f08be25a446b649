import { beginVorigJaar, parseMoment, vorigePeriode } from "#domain/peildatum.ts";
import type { Tijdstip } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";

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
  const timeless = waarnemingen.find((waarneming) => waarneming.moment === undefined);
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
  const exact = waarnemingen.find((waarneming) => waarneming.moment === asked);
  if (exact) return exact;
  const span = parseMoment(asked);
  if (!span || span.van === span.tot) return undefined;
  return waarnemingen
    .filter(({ moment = "" }) => moment.length === 10 && span.van <= moment && moment <= span.tot)
    .reduce<Waarneming | undefined>(
      (first, item) => ((first?.moment ?? "9999") <= (item.moment ?? "") ? first : item),
      undefined,
    );
}

function latest(
  waarnemingen: readonly Waarneming[],
  op: string | undefined,
): Waarneming | undefined {
  const limit = op === undefined ? "9999-12-31" : (parseMoment(op)?.tot ?? op);
  let best: Waarneming | undefined;
  for (const waarneming of waarnemingen) {
    const end = endOf(waarneming);
    if (end <= limit && (best === undefined || endOf(best) < end)) best = waarneming;
  }
  return best;
}

const DAY = "2026-01-01".length;

function endOf(waarneming: Waarneming): string {
  const moment = waarneming.moment ?? "";
  // A day ends itself; only a periode has to be worked out.
  return moment.length === DAY ? moment : (parseMoment(moment)?.tot ?? moment);
}
