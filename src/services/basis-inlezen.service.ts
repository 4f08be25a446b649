import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gemeente } from "#domain/gebied.ts";
import type { Documentbestand } from "#sources/documenten.ts";
import { GEBIEDEN_PEILDATUM } from "#sources/gebieden.ts";
import type { Meegeleverd } from "#sources/meegeleverd.ts";
import {
  type Gebied,
  type Levering,
  listGebieden,
  listLeveringen,
  replaceGebieden,
  replaceLevering,
} from "#storage/cijfers.repository.ts";
import { type Bewaring, listDocumenten, storeDocument } from "#storage/kader.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";

/** What reading in came to; all counts are of what was new or had changed. */
export type Inleesverslag = {
  readonly gebieden: number;
  readonly leveringen: number;
  readonly documenten: number;
  /** Shipped versions that the database keeps out, because another text of that name stands there. */
  readonly geweigerd: readonly { readonly naam: string; readonly reden: Bewaring }[];
};

type Shipped = Pick<Meegeleverd, "cijfers" | "corop" | "documenten" | "gemeenten"> &
  Pick<Meegeleverd, "gemeentekaart" | "root" | "samenvoegingen">;

type Deel = "gebieden" | "leveringen" | "documenten";

/** One thing to read in; says what became of it where that is not simply done. */
type Taak = {
  readonly deel: Deel;
  readonly doe: (db: Connection) => Promise<Geweigerd | undefined>;
};
type Geweigerd = Inleesverslag["geweigerd"][number];

/**
 * Brings what ships with the product into the database: gebieden, figures and documents.
 *
 * All of it stands, or nothing; what did not change since the last time is left alone. Servers
 * that start at once on one database take turns. What is no longer shipped stays where it is.
 *
 * @param onProgress Is told how many are done, and how many there are to do.
 */
export function readInBasis(
  db: Connection,
  shipped: Shipped,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Inleesverslag> {
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "basis inlezen");
    const taken = [
      ...(await planGebieden(tx, shipped)),
      ...(await planLeveringen(tx, shipped)),
      ...(await planDocumenten(tx, shipped)),
    ];
    const geweigerd: Geweigerd[] = [];
    for (const [index, taak] of taken.entries()) {
      onProgress(index, taken.length);
      const refusal = await taak.doe(tx);
      if (refusal) geweigerd.push(refusal);
    }
    if (taken.length > 0) onProgress(taken.length, taken.length);
    return { ...count(taken), geweigerd };
  });
}

function count(taken: readonly Taak[]): Readonly<Record<Deel, number>> {
  const of = (deel: Deel) => taken.filter((taak) => taak.deel === deel).length;
  return {
    gebieden: of("gebieden"),
    leveringen: of("leveringen"),
    documenten: of("documenten"),
  };
}

async function planGebieden(db: Connection, shipped: Shipped): Promise<readonly Taak[]> {
  const wanted = listAllGebieden(shipped);
  const soorten = ["corop", "gemeente", "provincie"];
  const stored = (await Promise.all(soorten.map((soort) => listGebieden(db, soort)))).flat();
  if (fingerprint(wanted) === fingerprint(stored)) return [];
  const doe = async (tx: Connection) => {
    await replaceGebieden(tx, wanted);
    return undefined;
  };
  return [{ deel: "gebieden", doe }];
}

function fingerprint(gebieden: readonly Gebied[]): string {
  const rows = gebieden.map(({ code, soort, naam, provincie, corop, sinds, tot, lon, lat }) =>
    JSON.stringify([soort, code, sinds, tot, naam, provincie, corop, lon, lat]),
  );
  return rows.sort().join("\n");
}

function listAllGebieden(shipped: Shipped): readonly Gebied[] {
  const { gemeenten, corop, gemeentekaart } = shipped;
  const { zwaartepunten } = gemeentekaart();
  return [
    ...corop().map((gebied) => ({ ...gebied, soort: "corop" })),
    ...gemeenten.provincies.map((gebied) => ({ ...gebied, soort: "provincie" })),
    ...listAllGemeenten(shipped).map((gemeente) => {
      const [lon, lat] = zwaartepunten[gemeente.code] ?? [];
      const place = lon === undefined || lat === undefined ? {} : { lon, lat };
      return { ...gemeente, soort: "gemeente", ...place };
    }),
  ];
}

/** The list answers per day; it only changes on the day of a samenvoeging, known beforehand. */
function listAllGemeenten({ gemeenten, samenvoegingen }: Shipped): readonly Gemeente[] {
  const days = [GEBIEDEN_PEILDATUM, "2000-01-01", ...samenvoegingen().map(({ datum }) => datum)];
  return [...new Set(days.flatMap((day) => gemeenten.list(day)))];
}

async function planLeveringen(db: Connection, shipped: Shipped): Promise<readonly Taak[]> {
  const known = new Map((await listLeveringen(db)).map(({ id, sha256 }) => [id, sha256]));
  return shipped.cijfers.leveringen().flatMap((item): readonly Taak[] => {
    const id = `meegeleverd/${item.bestand}`;
    const file = readFileSync(join(shipped.root, "data/cijfers", item.bestand));
    const sha256 = hash(JSON.stringify(item), file);
    if (known.get(id) === sha256) return [];
    const { indicator, moment, peildatum, betrouwbaarheid, status, toelichting } = item;
    const levering: Levering = {
      ...{ id, indicator, moment, peildatum, betrouwbaarheid, status, sha256 },
      bron: `${item.bron.wie}; via ${item.bron.via}`,
      licentie: item.bron.licentie,
      ...(toelichting === undefined ? {} : { toelichting }),
    };
    const doe = async (tx: Connection) => {
      const regels = shipped.cijfers.listOf(indicator).filter((regel) => regel.moment === moment);
      await replaceLevering(tx, levering, regels);
      return undefined;
    };
    return [{ deel: "leveringen", doe }];
  });
}

async function planDocumenten(db: Connection, shipped: Shipped): Promise<readonly Taak[]> {
  const stored = await listDocumenten(db);
  const known = new Set(
    stored.flatMap(({ id, sha256, herkomst }) =>
      herkomst === "meegeleverd" ? [`${id} ${sha256}`] : [],
    ),
  );
  return shipped.documenten.bestanden
    .filter((bestand) => !known.has(`${bestand.id} ${hash(bestand.tekst())}`))
    .flatMap(toTaak);
}

/** A text that cannot be read is no document yet; whoever lists the documents tells so. */
function toTaak(bestand: Documentbestand): readonly Taak[] {
  const gelezen = bestand.lees();
  if (!gelezen.ok) return [];
  const { id, versie, soort, status, titel } = gelezen.document;
  const document = {
    ...{ id, versie, soort, status, titel },
    herkomst: "meegeleverd",
    tekst: bestand.tekst(),
  } as const;
  const doe = async (tx: Connection) => {
    const reden = await storeDocument(tx, document);
    const stands = reden === "nieuw" || reden === "gelijk" || reden === "vervangen";
    return stands ? undefined : { naam: `${id}@${versie}`, reden };
  };
  return [{ deel: "documenten", doe }];
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("hex");
}
