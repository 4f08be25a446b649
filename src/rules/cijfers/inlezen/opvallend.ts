import {
  type Breuk,
  breuk,
  compare,
  divide,
  formatBreuk,
  isPositive,
  toNumber,
} from "#domain/breuk.ts";
import type { Bevinding, Gelezencijfer, Tellendcijfer } from "#domain/inlevering.ts";
import { formatExact, formatMoment } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { isGroepscijfer } from "../kleine-aantallen.ts";
import { endOf } from "../voorrang.ts";
import type { Inleeskennis } from "./kennis.ts";
import { opmerking, toBevinding } from "./melding.ts";

/** What counts now, by indicator and gebied. */
export type Telling = (indicator: string, gebied: string) => readonly Tellendcijfer[];

export function createTelling(tellend: readonly Tellendcijfer[]): Telling {
  const byKey = new Map<string, Tellendcijfer[]>();
  for (const item of tellend) {
    const key = `${item.waarneming.indicator} ${item.waarneming.gebied}`;
    const list = byKey.get(key);
    if (list) list.push(item);
    else byKey.set(key, [item]);
  }
  return (indicator, gebied) => byKey.get(`${indicator} ${gebied}`) ?? [];
}

const FACTOR = breuk(4);
/** Below this, one household more can be a large part. */
const KLEIN = breuk(20);

/** Tells figures that are many times what was known of the same gemeente, or a small part of it. */
export function findOpvallend(
  cijfers: readonly Gelezencijfer[],
  telling: Telling,
  { indicatoren }: Pick<Inleeskennis, "indicatoren">,
): readonly Bevinding[] {
  return cijfers.flatMap(({ waarneming, waar }) => {
    const before = nearestBefore(waarneming, telling);
    const now = numberOf(waarneming);
    const was = before && numberOf(before);
    if (!now || !was || !isFar(now, was)) return [];
    const indicator = indicatoren.get(waarneming.indicator);
    const closed = indicator !== undefined && isGroepscijfer(indicator);
    const when = before.moment ? ` (${formatMoment(before.moment)})` : "";
    // A small count of others is not told, also not to who delivers (F224).
    const known = closed
      ? "Dit is heel anders dan het vorige cijfer."
      : `Het vorige cijfer was ${formatExact(formatBreuk(was))}${when}.`;
    const melding = opmerking("ver-van-vorige", `${describeFactor(now, was)} ${known} Klopt dat?`);
    return [toBevinding(melding, waar, formatBreuk(now), waarneming.indicator)];
  });
}

function numberOf({ inhoud }: Waarneming): Breuk | undefined {
  return inhoud.soort === "getal" && isPositive(inhoud.waarde) ? inhoud.waarde : undefined;
}

/** The figure that counts of the same moment, else the last before it, else the first after it. */
function nearestBefore(waarneming: Waarneming, telling: Telling): Waarneming | undefined {
  const cel = waarneming.cel.join(".");
  const end = endOf(waarneming);
  const known = telling(waarneming.indicator, waarneming.gebied)
    .map((item) => item.waarneming)
    .filter((item) => item.cel.join(".") === cel)
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  return known.findLast((item) => endOf(item) <= end) ?? known[0];
}

function isFar(now: Breuk, was: Breuk): boolean {
  if (compare(now, KLEIN) < 0 && compare(was, KLEIN) < 0) return false;
  const times = divide(now, was);
  return compare(times, FACTOR) >= 0 || compare(times, divide(breuk(1), FACTOR)) <= 0;
}

function describeFactor(now: Breuk, was: Breuk): string {
  const more = compare(now, was) > 0;
  const times = toNumber(more ? divide(now, was) : divide(was, now));
  const power = [10, 100, 1000].find((ten) => Math.abs(times / ten - 1) < 0.25);
  const rounded = power ?? Math.round(times);
  const often = rounded >= 1000 ? "1.000" : `${rounded}`;
  const hint = power
    ? " Staat er iets over duizendtallen in de kop, of is een komma weggevallen?"
    : "";
  return more
    ? `Dit is ongeveer ${often} keer zo veel als eerder.${hint}`
    : `Dit is ongeveer ${often} keer zo weinig als eerder.${hint}`;
}
