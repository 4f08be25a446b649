import type { Cijferlevering } from "#domain/levering.ts";
import { bovenMeegeleverd, watTelt } from "#rules/cijfers/inlezen/wat-telt.ts";
import type { Eigen } from "#sources/meegeleverd.ts";
import {
  type BewaardeLevering,
  listKandidaten,
  listLeveringen,
} from "#storage/cijfers.repository.ts";
import { listVoorrang } from "#storage/inlevering-telling.repository.ts";
import { listDocumenten } from "#storage/kader.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** What this installation keeps beside what ships. */
export async function readEigen(db: Connection): Promise<Eigen> {
  const stored = await listDocumenten(db, "eigen");
  const voorrang = await listVoorrang(db);
  const tellend = watTelt(await listKandidaten(db, { eigen: true }), voorrang);
  return {
    waarnemingen: tellend.map(({ waarneming }) => waarneming),
    bovenMeegeleverd: bovenMeegeleverd(tellend, voorrang),
    leveringen: (await listLeveringen(db)).filter(isOwn).map(toVermelding),
    documenten: stored.map(({ id, versie, tekst }) => ({ id, versie, tekst })),
  };
}

function isOwn({ id }: BewaardeLevering): boolean {
  return !id.startsWith("meegeleverd/");
}

function toVermelding(levering: BewaardeLevering): Cijferlevering {
  const { indicator, moment, bron, licentie, ingelezenOp } = levering;
  return {
    indicator,
    bron,
    datum: ingelezenOp.slice(0, 10),
    ...(moment === undefined ? {} : { moment }),
    ...(licentie === undefined ? {} : { licentie }),
  };
}
