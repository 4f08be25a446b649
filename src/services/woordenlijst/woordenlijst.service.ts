import { randomUUID } from "node:crypto";
import type { Kennis } from "#contract/kader/kennis.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import type { Basis } from "#services/basis.ts";
import { asKenmerk, makeLink, type NieuweLink, openLink } from "#services/toegang/geheim.ts";
import { findGebied } from "#services/verdeling/opdracht.ts";
import type { Connection } from "#storage/transaction.ts";
import { inTransaction } from "#storage/transaction.ts";
import {
  findLijst,
  insertLijst,
  insertLijstversie,
  type Woordenlijst,
} from "#storage/woordenlijst.repository.ts";
import { listCodes } from "./codes.ts";

/** Starts an empty word list of a region, with the link that changes it. */
export async function startLijst(
  db: Connection,
  basis: Basis,
  regio: string,
): Promise<({ readonly lijst: string } & NieuweLink) | { readonly fouten: readonly string[] }> {
  const fouten: string[] = [];
  const { peildatum = "" } = basis.kennis;
  if (!findGebied(basis, regio, peildatum, fouten)) return { fouten };
  return inTransaction(db, async (tx) => {
    const lijst = randomUUID();
    await insertLijst(tx, { id: lijst, regio });
    return { lijst, ...(await makeLink(tx, { onderwerp: lijst, recht: "beheren" })) };
  });
}

/** A word list, its newest version or that one; undefined where there is none. */
export function readLijst(
  db: Connection,
  id: string,
  versie?: number,
): Promise<Woordenlijst | undefined> {
  return findLijst(db, asKenmerk(id), versie);
}

export type Lijstdaad =
  | { readonly soort: "gedaan"; readonly lijst: Woordenlijst }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  /** Somebody else changed it since. */
  | { readonly soort: "botsing"; readonly lijst: Woordenlijst };

/** Gives a region its own words: labels change, codes never do. The versions before stay. */
export async function changeLijst(
  db: Connection,
  { kennis }: Basis,
  { id, geheim }: { readonly id: string; readonly geheim: string },
  verzoek: Pick<Woordenlijst, "woorden"> & {
    readonly van: number;
    readonly wie?: string | undefined;
  },
): Promise<Lijstdaad> {
  const link = await openLink(db, asKenmerk(id), geheim);
  if (!link) return { soort: "niet-gevonden" };
  const fouten = refuseCodes(verzoek.woorden, kennis);
  if (fouten.length > 0) return { soort: "fouten", fouten };
  const woorden = Object.fromEntries(
    Object.entries(verzoek.woorden).map(([code, label]) => [code, label.trim()]),
  );
  const done = await insertLijstversie(db, {
    van: verzoek.van,
    ...(verzoek.wie ? { wie: verzoek.wie } : {}),
    woorden,
    id: link.onderwerp,
    link: link.id,
  });
  const lijst = await findLijst(db, link.onderwerp);
  if (!lijst) return { soort: "niet-gevonden" };
  return { soort: done ? "gedaan" : "botsing", lijst };
}

function refuseCodes(woorden: Readonly<Record<string, string>>, kennis: Kennis): readonly string[] {
  const known = new Set(listCodes(kennis));
  return Object.keys(woorden)
    .filter((code) => !known.has(code))
    .map((code) => {
      const nearest = findNearest(code, known);
      const hint = nearest ? ` Bedoelt u «${nearest}»?` : "";
      return `Er is geen code «${code}».${hint} Een woord mag u kiezen, een code niet.`;
    });
}
