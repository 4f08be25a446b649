import type { Indicator } from "#domain/indicator.ts";
import { gelijkmaken, type Inleeskennis } from "./kennis.ts";
import { zonderMoment } from "./moment.ts";

/** What was found in a text; not `zeker` where it only looks like it. */
type Gevonden<T> = { readonly wat: T; readonly zeker: boolean };

/** Words about how a number is written, that say nothing about what it counts. */
const OVER_SCHRIJFWIJZE =
  /\(?(?:[x×*]\s*1(?:[.\s]?000)+|in duizenden|duizend(?:tallen)?|in miljoenen|mln\.?|in procenten|procent(?:en)?|%|aantal|abs\.?|absoluut)\)?/gi;

/** The words of a head that can name a figure. */
function kernVan(kop: string): string {
  return gelijkmaken(zonderMoment(kop).replace(OVER_SCHRIJFWIJZE, " "));
}

/**
 * The figure that a head names: by its id or title, else the one whose name stands in it, else the
 * one that looks most like it. Undefined where none or more than one comes into question.
 */
export function zoekIndicator(
  kop: string,
  { indicatoren, dichtstbij }: Pick<Inleeskennis, "indicatoren" | "dichtstbij">,
): Gevonden<Indicator> | undefined {
  const kern = kernVan(kop);
  if (kern === "") return undefined;
  const named = [...indicatoren.values()].map((indicator) => ({
    indicator,
    namen: [gelijkmaken(indicator.id), gelijkmaken(indicator.titel)],
  }));
  const same = named.filter(({ namen }) => namen.includes(kern));
  if (same[0]) return same.length === 1 ? { wat: same[0].indicator, zeker: true } : undefined;
  const inside = longest(
    named.flatMap(({ indicator, namen }) =>
      namen.filter((naam) => standsIn(naam, kern)).map((naam) => ({ indicator, naam })),
    ),
  );
  if (inside) return { wat: inside, zeker: false };
  const near = dichtstbij(
    kern,
    named.flatMap(({ namen }) => namen),
  );
  const found = near && named.find(({ namen }) => namen.includes(near));
  return found ? { wat: found.indicator, zeker: false } : undefined;
}

function longest(
  found: readonly { readonly indicator: Indicator; readonly naam: string }[],
): Indicator | undefined {
  const size = Math.max(0, ...found.map(({ naam }) => naam.length));
  const all = new Set(
    found.filter(({ naam }) => naam.length === size).map(({ indicator }) => indicator),
  );
  return all.size === 1 ? [...all][0] : undefined;
}

function standsIn(naam: string, kern: string): boolean {
  return ` ${kern} `.includes(` ${naam} `);
}

/**
 * The cell of a split figure that a head names, a code for each axis in its own order.
 *
 * Undefined where the head names none; an axis of which it names two codes is left out.
 */
export function zoekCel(
  kop: string,
  { uitsplitsing, id, titel }: Indicator,
  { codes }: Pick<Inleeskennis, "codes">,
): readonly string[] | undefined {
  const kern = kernVan(kop);
  const rest = [gelijkmaken(titel), gelijkmaken(id)].reduce(
    (text, naam) => ` ${text} `.replace(` ${naam} `, " ").trim(),
    kern,
  );
  const cel = uitsplitsing.flatMap((as) => {
    const inside = (codes(as) ?? []).filter((code) => standsIn(gelijkmaken(code), rest));
    const size = Math.max(0, ...inside.map((code) => code.length));
    const best = inside.filter((code) => code.length === size);
    return best.length === 1 ? best : [];
  });
  return cel.length > 0 ? cel : undefined;
}

/** What one unit of a column is worth by its head, as exact text; undefined where it says nothing. */
export function zoekMaal(kop: string): string | undefined {
  if (/(?:[x×*]\s*1(?:[.\s]?000){2}\b)|\bmiljoen(?:en)?\b|\bmln\b/i.test(kop)) return "1000000";
  if (/(?:[x×*]\s*1[.\s]?000\b)|\bduizend(?:en|tallen)?\b/i.test(kop)) return "1000";
  return undefined;
}

/** Whether a head says that its numbers are percentages. */
export function zegtProcent(kop: string): boolean {
  return /%|\bprocent(?:en)?\b|\bpercentage\b/i.test(kop);
}
