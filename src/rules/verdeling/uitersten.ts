import { type Breuk, equals, largest, smallest } from "#domain/breuk.ts";
import type { Hoek, Kant } from "#rules/cijfers/rekenvraag.ts";
import { hasRoom, hoekenFor } from "./hoeken.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { runVerdeling } from "./verdeel.ts";

/**
 * One end of the room of a number: what comes out there before it is made whole, and on which side
 * what is not known exactly then lies. What makes no difference to this end is left out.
 */
export type Uiterste = {
  readonly aantal: Breuk;
  /** The unit's own figures, those of all others, and what is divided. */
  readonly eigen?: Kant;
  readonly anderen?: Kant;
  readonly totaal?: Kant;
  readonly parameters: Readonly<Record<string, Kant>>;
};

export type Uitersten = { readonly laag: Uiterste; readonly hoog: Uiterste };

type Punt = { readonly hoek: Hoek; readonly aantal: Breuk };

/**
 * Finds in which corners the number of a unit is lowest and highest (docs/taal.md 1.5).
 *
 * Undefined where everything is known exactly, or where people must decide first.
 */
export function findUitersten(vraag: Verdelingsvraag, eenheid: string): Uitersten | undefined {
  const run = runVerdeling(vraag);
  if (run.loop.kern.meldingen.length > 0 || !hasRoom(run.ruimte)) return undefined;
  const punten = hoekenFor([eenheid], run.ruimte).flatMap((hoek): readonly Punt[] => {
    const uit = run.hoek(hoek);
    return uit ? [{ hoek, aantal: uit.at([eenheid]) }] : [];
  });
  const [first] = punten;
  if (!first) return undefined;
  const numbers = punten.map(({ aantal }) => aantal);
  const low = numbers.reduce(smallest, first.aantal);
  const high = numbers.reduce(largest, first.aantal);
  if (equals(low, high)) return undefined;
  return { laag: describe(low, punten), hoog: describe(high, punten) };
}

/** What all corners have in common in which this number comes out. */
function describe(aantal: Breuk, punten: readonly Punt[]): Uiterste {
  const hoeken = punten.flatMap((punt) => (equals(punt.aantal, aantal) ? [punt.hoek] : []));
  const shared = (of: (hoek: Hoek) => Kant | undefined): Kant | undefined => {
    const sides = new Set(hoeken.map(of));
    const [side] = sides;
    return sides.size === 1 && side !== "midden" ? side : undefined;
  };
  const eigen = shared((hoek) => (hoek.eigen ? hoek.eigenKant : "midden"));
  const anderen = shared((hoek) => hoek.anderen);
  const totaal = shared((hoek) => hoek.totaal);
  const names = new Set(hoeken.flatMap(({ parameters }) => Object.keys(parameters)));
  return {
    aantal,
    ...(eigen ? { eigen } : {}),
    ...(anderen ? { anderen } : {}),
    ...(totaal ? { totaal } : {}),
    parameters: Object.fromEntries(
      [...names].flatMap((naam) => {
        const side = shared(({ parameters }) => parameters[naam]);
        return side ? [[naam, side]] : [];
      }),
    ),
  };
}
