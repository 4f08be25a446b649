import { type Breuk, breuk } from "#domain/breuk.ts";
import type { Deelnemer } from "./deelnemer.ts";
import { GRENS, toGetalquota } from "./getalquota.ts";
import { clipQuota, type Getalvraag } from "./grenzen-in-getallen.ts";

/**
 * Where units come to stand that all stand in proportion to their weight, with whole bounds.
 *
 * Then one rate for all who are on no bound is the whole answer, and it can be found in Numbers.
 *
 * @returns undefined where it is another kind of question, or has no answer.
 */
export function redistributeInNumbers(
  deelnemers: readonly Deelnemer[],
): readonly Breuk[] | undefined {
  const vraag = toGetalvraag(deelnemers);
  if (!vraag) return undefined;
  const vrij = new Float64Array(deelnemers.length);
  const vast = new Float64Array(deelnemers.length);
  const rate = clipQuota(vraag, vrij, vast);
  if (!rate) return undefined;
  const { factor, noemer } = rate;
  return deelnemers.map((_, unit) => {
    const own = vrij[unit] as number;
    return own > 0 ? breuk(own * factor, noemer) : breuk(vast[unit] as number);
  });
}

function toGetalvraag(deelnemers: readonly Deelnemer[]): Getalvraag | undefined {
  const weights = toGetalquota(deelnemers.map(({ gewicht }) => gewicht));
  if (!weights) return undefined;
  const gewichten = weights.tellers;
  const som = gewichten.reduce((total, weight) => total + weight, 0);
  const totaal = sharedTotal(deelnemers, gewichten, som);
  if (totaal === undefined || !deelnemers.every(hasWholeBounds)) return undefined;
  return {
    totaal,
    gewichten,
    som,
    onder: Float64Array.from(deelnemers, ({ onder }) => Number(onder.teller)),
    boven: Float64Array.from(deelnemers, ({ boven }) => (boven ? Number(boven.teller) : Infinity)),
  };
}

/** The whole total of which every stand is the exact part by weight; undefined where there is none. */
function sharedTotal(
  deelnemers: readonly Deelnemer[],
  gewichten: Float64Array,
  som: number,
): number | undefined {
  const heaviest = gewichten.reduce(
    (best, weight, unit) => (weight > (gewichten[best] ?? 0) ? unit : best),
    0,
  );
  const total = times(deelnemers[heaviest]?.stand, som) / (gewichten[heaviest] ?? 0);
  if (!Number.isInteger(total) || total < 0 || total * som >= GRENS) return undefined;
  const shared = deelnemers.every(
    ({ stand }, unit) => times(stand, som) === total * (gewichten[unit] as number),
  );
  return shared ? total : undefined;
}

/** stand × som where that is whole and exact; else no number. */
function times(stand: Breuk | undefined, som: number): number {
  if (!stand) return Number.NaN;
  const product = Number(stand.teller) * (som / Number(stand.noemer));
  const exact = Number.isInteger(som / Number(stand.noemer)) && Math.abs(product) < GRENS;
  return exact ? product : Number.NaN;
}

function hasWholeBounds({ onder, boven }: Deelnemer): boolean {
  return onder.noemer === 1n && (boven === undefined || boven.noemer === 1n);
}
