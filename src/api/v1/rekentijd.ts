import type { Basis } from "#services/basis.ts";
import { tooSlow } from "./grenzen.ts";

/**
 * The same basis, that stops a computation which takes longer than `tijd` milliseconds.
 *
 * Reckoning does not wait for anything, so nothing else can stop it: it looks at the clock itself
 * each time it reads a figure or a document.
 */
export function withDeadline(basis: Basis, tijd: number, now: () => number): Basis {
  const until = now() + tijd;
  const look = () => {
    if (now() > until) throw tooSlow();
  };
  const { bibliotheek, cijfers } = basis;
  return {
    ...basis,
    cijfers: {
      find: (indicator, gebied) => {
        look();
        return cijfers.find(indicator, gebied);
      },
    },
    bibliotheek: {
      ...bibliotheek,
      find: (naam) => {
        look();
        return bibliotheek.find(naam);
      },
    },
  };
}
