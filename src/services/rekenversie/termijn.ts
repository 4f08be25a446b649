import type { Versiestatus } from "#storage/rekenversie.repository.ts";

/** For how many days a version is kept after it was saved, or set ready for discussion. */
export const BEWAARDAGEN: Readonly<Record<Versiestatus, number>> = {
  concept: 90,
  "klaar voor bespreking": 365,
};

const DAY_MS = 86_400_000;

/** The moment at which a version of this status lapses. */
export function vervaltOp(status: Versiestatus, nu: Date): Date {
  return new Date(nu.getTime() + BEWAARDAGEN[status] * DAY_MS);
}
