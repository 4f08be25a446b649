import type {
  Botsing,
  Cijferverschil,
  Gelezencijfer,
  Herkomst,
  Tellendcijfer,
} from "#domain/inlevering.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { describeInhoud, endOf } from "../voorrang.ts";
import { cijfersleutel } from "./dubbelen.ts";
import type { Telling } from "./opvallend.ts";

/** Senders are one where they call themselves the same, but for capitals and spaces. */
export function afzendersleutel(afzender: string): string {
  return afzender.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * Where another delivery says something else of the same moment: by indicator, moment and delivery.
 *
 * What the same sender delivered before is none: the later takes its place.
 */
export function findBotsingen(
  cijfers: readonly Gelezencijfer[],
  telling: Telling,
  afzender: string,
): readonly Botsing[] {
  const own = afzendersleutel(afzender);
  const found = new Map<string, { eerste: Tellendcijfer; gebieden: string[] }>();
  for (const { waarneming } of cijfers) {
    for (const other of rivals(waarneming, telling)) {
      const { herkomst } = other;
      if (herkomst.soort === "inlevering" && afzendersleutel(herkomst.afzender) === own) continue;
      const id = [waarneming.indicator, waarneming.moment ?? "", herkomstnaam(herkomst)].join("|");
      const group = found.get(id) ?? { eerste: other, gebieden: [] };
      if (!group.gebieden.includes(waarneming.gebied)) group.gebieden.push(waarneming.gebied);
      found.set(id, group);
    }
  }
  return [...found].map(([id, { eerste, gebieden }]) => {
    const { indicator, moment, bron } = eerste.waarneming;
    return { id, indicator, ...(moment ? { moment } : {}), met: eerste.herkomst, bron, gebieden };
  });
}

/** A name for where figures were delivered, by which a choice about it is kept. */
export function herkomstnaam(herkomst: Herkomst): string {
  return herkomst.soort === "meegeleverd" ? "meegeleverd" : `${herkomst.soort}/${herkomst.id}`;
}

function rivals(waarneming: Waarneming, telling: Telling): readonly Tellendcijfer[] {
  const key = cijfersleutel(waarneming);
  const own = describeInhoud(waarneming.inhoud);
  return telling(waarneming.indicator, waarneming.gebied).filter(
    (other) =>
      cijfersleutel(other.waarneming) === key && describeInhoud(other.waarneming.inhoud) !== own,
  );
}

/** Every figure of a delivery beside what counted for its moment, and beside the last before that. */
export function listVerschillen(
  cijfers: readonly Gelezencijfer[],
  telling: Telling,
): readonly Cijferverschil[] {
  return cijfers.map(({ waarneming }) => {
    const key = cijfersleutel(waarneming);
    const cel = waarneming.cel.join(".");
    const known = telling(waarneming.indicator, waarneming.gebied).map((item) => item.waarneming);
    const was = known.filter((item) => cijfersleutel(item) === key);
    const end = endOf(waarneming);
    const eerder = known
      .filter((item) => item.cel.join(".") === cel && endOf(item) < end)
      .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
      .at(-1);
    return { waarneming, was, ...(eerder ? { eerder } : {}) };
  });
}
