import type { Basis } from "#services/basis.ts";
import { readCbskennis } from "#sources/cbs/kennis.ts";
import { createBronnet } from "#sources/ophalen/bronadressen.ts";
import { createOphaler } from "#sources/ophalen/ophaler.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Ophaalgrond } from "./werk.ts";

type Bouw = {
  readonly root: string;
  readonly db: Connection;
  readonly kaartenmap: string;
  readonly readBasis: () => Promise<Basis>;
  /** Only for tests: a server on this machine in the place of all sources. */
  readonly proefbron?: string | undefined;
  readonly now?: () => Date;
};

/** Gives what fetching stands on, with the basis as it is when it is asked. */
export function createOphaalgrond(bouw: Bouw): () => Promise<Ophaalgrond> {
  const { netwerk, adressen } = createBronnet(bouw.proefbron);
  const ophaler = createOphaler({ netwerk });
  const cbs = readCbskennis(bouw.root);
  return async () => {
    const basis = await bouw.readBasis();
    const peildatum = basis.kennis.peildatum ?? "2026-01-01";
    return {
      ...{ db: bouw.db, ophaler, adressen, cbs, peildatum, kaartenmap: bouw.kaartenmap },
      ...{ bibliotheek: basis.bibliotheek, gemeenten: basis.gemeenten },
      now: bouw.now ?? (() => new Date()),
      regios: () =>
        basis.regios().flatMap((regio) => {
          const found = basis.gebied(`${regio.indeling}#${regio.naam}`, peildatum);
          if (found.soort !== "gevonden") return [];
          return [{ ...regio, gemeenten: found.gebied.eenheden.map(({ id }) => id) }];
        }),
    };
  };
}
