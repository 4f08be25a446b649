import type { Bibliotheek } from "#domain/document.ts";
import type { DocumentStatus } from "#domain/kop.ts";
import type { Wie } from "#domain/toegang.ts";
import { type BewaardDocument, listVersiesVan } from "#storage/kader.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { listWijzigingen, type Wijziging } from "#storage/wijziging.repository.ts";
import type { Toegang } from "../toegang/toegang.ts";
import { type Daad, type Dader, nameDaders } from "../toegang/wie-deed-het.ts";

/** Where documents and what happened to them are kept. */
export type Geschiedkamer = {
  readonly db: Connection;
  readonly bibliotheek: Bibliotheek;
  readonly toegang?: Pick<Toegang, "db">;
};

/** One version of a document; of one that was thrown away only that it was. */
export type Versieregel = {
  readonly versie: number;
  /** ISO moment at which it was kept, or thrown away; absent where nobody wrote that down. */
  readonly op?: string;
  readonly door: Dader;
  readonly reden?: string;
  /** Absent of what was thrown away. */
  readonly inhoud?: { readonly titel: string; readonly status: DocumentStatus };
};

/** A document with all its versions, the newest first. */
export type Documentgeschiedenis = {
  readonly id: string;
  readonly titel: string;
  readonly herkomst: BewaardDocument["herkomst"];
  readonly regels: readonly Versieregel[];
  /** ISO moment of the last version that was kept here. */
  readonly bijgewerkt?: string;
  /** Of the own ones: with their texts. */
  readonly versies: readonly BewaardDocument[];
};

type Gebeurd = Omit<Versieregel, "door"> & { readonly daad: Daad };

/**
 * What became of a document: each version, when, by whom and why, as far as who asks may know.
 *
 * Undefined where there is nothing to know for them: no version, and no trace of one either.
 */
export async function readDocumentgeschiedenis(
  { db, bibliotheek, toegang }: Geschiedkamer,
  wie: Wie,
  id: string,
): Promise<Documentgeschiedenis | undefined> {
  const versies = await listVersiesVan(db, id);
  const log = await listWijzigingen(db, "document", id);
  const kept = versies.map((versie) => keptRow(versie, log));
  const shipped = versies.length > 0 ? [] : shippedRows(bibliotheek, id);
  const gebeurd = [...kept, ...shipped, ...log.flatMap(thrownRow)];
  if (gebeurd.length === 0) return undefined;
  const name = await nameDaders(
    toegang ? { db, toegang } : { db },
    wie,
    gebeurd.map(({ daad }) => daad),
  );
  const newest = versies.at(-1);
  return {
    ...{ id, versies, titel: newest?.titel ?? bibliotheek.find(id)?.titel ?? id },
    herkomst: newest?.herkomst ?? (shipped.length > 0 ? "meegeleverd" : "eigen"),
    ...(newest ? { bijgewerkt: newest.bewaardOp } : {}),
    regels: gebeurd
      .map(({ daad, ...rest }) => ({ ...rest, door: name(daad) }))
      .toSorted(newestFirst),
  };
}

/** The change log says by whom and why to whom may know; to others only the body it is of. */
function keptRow(document: BewaardDocument, log: readonly Wijziging[]): Gebeurd {
  const { versie, titel, status, bewaardOp, sha256, eigendom } = document;
  const line = log.findLast(
    ({ nieuw, sleutel }) => sleutel === keyOf(document) && nieuw?.sha256 === sha256,
  );
  const daad = line ? daadOf(line) : eigendom ? ownerOf(eigendom) : {};
  return {
    ...{ versie, op: bewaardOp, daad, inhoud: { titel, status } },
    ...(line?.reden === undefined ? {} : { reden: line.reden }),
  };
}

function thrownRow({ soort, sleutel, op, reden, ...line }: Wijziging): readonly Gebeurd[] {
  const versie = Number(sleutel.split(" ").at(-1));
  if (soort !== "verwijderd") return [];
  return [{ versie, op, daad: daadOf(line), ...(reden === undefined ? {} : { reden }) }];
}

function shippedRows(bibliotheek: Bibliotheek, id: string): readonly Gebeurd[] {
  return bibliotheek
    .list()
    .filter((document) => document.id === id)
    .map(({ versie, titel, status }) => ({ versie, daad: {}, inhoud: { titel, status } }));
}

function keyOf({ id, versie }: BewaardDocument): string {
  return `${id} ${versie}`;
}

function daadOf({ persoon, namens }: Daad): Daad {
  return {
    ...(persoon === undefined ? {} : { persoon }),
    ...(namens === undefined ? {} : { namens }),
  };
}

function ownerOf({ organisatie, persoon }: NonNullable<BewaardDocument["eigendom"]>): Daad {
  return {
    ...(persoon === undefined ? {} : { persoon }),
    ...(organisatie === undefined ? {} : { namens: organisatie }),
  };
}

/** By moment where it is known; else by number. */
function newestFirst(a: Versieregel, b: Versieregel): number {
  if (a.op !== undefined && b.op !== undefined && a.op !== b.op) return a.op < b.op ? 1 : -1;
  return b.versie - a.versie;
}
