import type { Stand } from "#rules/verdeling/stand.ts";
import { somVan, type Uitdrukking } from "./uitdrukking.ts";

/** Where the numbers stand that a step left behind: per unit, or cell below it, and onderdeel. */
export type Celstand = {
  readonly zet: (pad: readonly string[], onderdeel: string, cel: Uitdrukking) => void;
  /** All at or below a path, in one onderdeel or in all; undefined where nothing stands. */
  readonly som: (pad: readonly string[], onderdeel?: string) => Uitdrukking | undefined;
  readonly kent: (onderdeel: string) => boolean;
  /** Takes over what rows hold that took no part. */
  readonly houdt: (na: Stand) => void;
};

type Plaats = {
  readonly pad: readonly string[];
  readonly onderdeel: string;
  readonly cel: Uitdrukking;
};

export function createCelstand(voor: Celstand | undefined): Celstand {
  const plaatsen: Plaats[] = [];
  const som: Celstand["som"] = (pad, onderdeel) => {
    const near = plaatsen.filter(
      (plaats) =>
        covers(pad, plaats.pad) && (onderdeel === undefined || plaats.onderdeel === onderdeel),
    );
    return near.length > 0 ? somVan(near.map(({ cel }) => cel)) : undefined;
  };
  return {
    zet: (pad, onderdeel, cel) => {
      plaatsen.push({ pad, onderdeel, cel });
    },
    som,
    kent: (onderdeel) => plaatsen.some((plaats) => plaats.onderdeel === onderdeel),
    houdt: ({ rijen, onderdelen }) => {
      for (const { pad } of rijen) {
        for (const onderdeel of onderdelen) {
          const here = plaatsen.some(
            (plaats) => plaats.onderdeel === onderdeel && plaats.pad.join("/") === pad.join("/"),
          );
          // After `optellen` one onderdeel without a name holds all of them.
          const kept = here
            ? undefined
            : (voor?.som(pad, onderdeel) ?? voor?.som(pad, onderdeel || undefined));
          if (kept) plaatsen.push({ pad, onderdeel, cel: kept });
        }
      }
    },
  };
}

/** Whether the one path lies at or above the other, or the other way round. */
function covers(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
