import { randomUUID } from "node:crypto";
import type { Kennis } from "#contract/kader/kennis.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import type { Basis } from "#services/basis.ts";
import { type Gebiedsmacht, MAG_OVERAL } from "#services/toegang/eigen-gebied.ts";
import { asKenmerk, makeIngang, type NieuweLink, openLink } from "#services/toegang/geheim.ts";
import { findGebied } from "#services/verdeling/opdracht.ts";
import type { Toegangslink } from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { inTransaction } from "#storage/transaction.ts";
import {
  findLijst,
  insertLijst,
  insertLijstversie,
  type Woordenlijst,
} from "#storage/woordenlijst.repository.ts";
import { listCodes } from "./codes.ts";

/** A list that was begun, or why it was not: no such region, or no power over it. */
export type Lijstbegin =
  | ({ readonly soort: "begonnen"; readonly lijst: string } & NieuweLink)
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  | { readonly soort: "geen-macht"; readonly waarom: string };

/** Starts an empty word list of a region, with the way in by which it is changed. */
export async function startLijst(
  db: Connection,
  basis: Basis,
  regio: string,
  macht: Gebiedsmacht = MAG_OVERAL,
): Promise<Lijstbegin> {
  const fouten: string[] = [];
  const { peildatum = "" } = basis.kennis;
  const gebied = findGebied(basis, regio, peildatum, fouten);
  if (!gebied) return { soort: "fouten", fouten };
  const waarom = macht(gebied.eenheden.map(({ id }) => id));
  if (waarom !== undefined) return { soort: "geen-macht", waarom };
  return inTransaction(db, async (tx) => {
    const lijst = randomUUID();
    await insertLijst(tx, { id: lijst, regio });
    const ingang = await makeIngang(tx, { onderwerp: lijst, recht: "beheren" });
    return { soort: "begonnen", lijst, ...ingang };
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
  /** With an account that may only read it, or in no capacity that chooses words here. */
  | { readonly soort: "geen-macht"; readonly waarom: string }
  | { readonly soort: "fouten"; readonly fouten: readonly string[] }
  /** Somebody else changed it since. */
  | { readonly soort: "botsing"; readonly lijst: Woordenlijst };

/** Gives a region its own words: labels change, codes never do. The versions before stay. */
export async function changeLijst(
  db: Connection,
  basis: Basis,
  { id, geheim }: { readonly id: string; readonly geheim: string },
  verzoek: Pick<Woordenlijst, "woorden"> & {
    readonly van: number;
    readonly wie?: string | undefined;
  },
  macht: Gebiedsmacht = MAG_OVERAL,
): Promise<Lijstdaad> {
  const link = await openLink(db, asKenmerk(id), geheim);
  if (!link) return { soort: "niet-gevonden" };
  const waarom = link.metAccount && (await whyNotByAccount(db, basis, link, macht));
  if (waarom !== undefined) return { soort: "geen-macht", waarom };
  const fouten = refuseCodes(verzoek.woorden, basis.kennis);
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

async function whyNotByAccount(
  db: Connection,
  basis: Basis,
  { onderwerp, recht }: Toegangslink,
  macht: Gebiedsmacht,
): Promise<string | undefined> {
  if (recht !== "beheren") return "Deze woorden zijn van een andere organisatie. U kunt ze lezen.";
  const { peildatum = "" } = basis.kennis;
  const regio = (await findLijst(db, onderwerp))?.regio ?? "";
  const gebied = findGebied(basis, regio, peildatum, []);
  return macht((gebied?.eenheden ?? []).map(({ id }) => id));
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
