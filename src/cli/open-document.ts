import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { formatFout } from "#contract/kader/fout.ts";
import { HOOGSTE_GROOTTE } from "#contract/kader/leesfout.ts";
import { loadDocument } from "#contract/kader/load.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import { type Bibliotheek, documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { UsageError } from "./usage-error.ts";

/** A document with the text it was read from. */
export type OpenedDocument = { readonly document: RegieDocument; readonly tekst: string };

/**
 * A document by its name in the library, or from a file of one's own.
 *
 * @throws UsageError with every mistake in the file, or the name that was probably meant.
 */
export function openDocument(asked: string, basis: Basis): OpenedDocument {
  if (looksLikeFile(asked)) return openFile(asked, basis);
  const document = basis.bibliotheek.find(asked);
  const tekst = document && basis.tekstVan(documentnaam(document));
  if (document && tekst !== undefined) return { document, tekst };
  throw new UsageError([unknownDocument(asked, basis)]);
}

/** A path, and not the name of a document. */
export function looksLikeFile(asked: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(asked);
}

function openFile(path: string, basis: Basis): OpenedDocument {
  const tekst = readText(path, HOOGSTE_GROOTTE);
  const read = loadDocument(tekst, { bestand: path, kennis: basis.kennis });
  if (!read.ok) throw new UsageError(read.fouten.map(formatFout));
  return { document: read.document, tekst };
}

/**
 * The text of a file, of at most so many bytes.
 *
 * @throws UsageError where it is not there, cannot be read, or is larger.
 */
export function readText(path: string, most: number): string {
  const size = tryFile(path, () => statSync(path).size);
  if (size > most) {
    const found = `${Math.ceil(size / 1_000_000)} MB`;
    throw new UsageError([
      `${path}:1:1\n  Het bestand is ${found}, en mag hoogstens ${most / 1_000_000} MB zijn. Splits het.`,
    ]);
  }
  return tryFile(path, () => readFileSync(path, "utf8"));
}

function tryFile<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError([`${path}\n  ${fileTrouble(error)}`]);
  }
}

function fileTrouble(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "Dit bestand is er niet. Controleer de naam en de map.";
  if (code === "EISDIR") return "Dit is een map. Noem het bestand.";
  if (code === "EACCES") return "Dit bestand mag u niet lezen. Vraag de rechten aan.";
  return "Dit bestand kan niet worden gelezen.";
}

/** The name of a document that was probably meant; reads the whole library. */
export function nearestDocument(name: string, bibliotheek: Bibliotheek): string | undefined {
  return findNearest(
    name,
    bibliotheek.list().map(({ id }) => id),
  );
}

function unknownDocument(asked: string, { bibliotheek }: Basis): string {
  const [id = "", versie] = asked.split("@");
  const other = versie === undefined ? undefined : bibliotheek.find(id);
  if (other) {
    return `Van «${id}» is er geen versie ${versie}. De nieuwste is ${documentnaam(other)}.`;
  }
  const nearest = nearestDocument(id, bibliotheek);
  const hint = nearest ? `Bedoelt u «${nearest}»?` : `Zoek het met «woonregie bibliotheek ${id}».`;
  const file = `Is het een bestand, schrijf dan «${basename(asked)}.yaml» of het hele pad.`;
  return `Er is geen document «${asked}». ${hint} ${file}`;
}

/** The library with documents of one's own on top of it. */
export function withOwnDocuments(basis: Basis, own: readonly OpenedDocument[]): Basis {
  const byName = new Map(
    own.flatMap((opened) => [
      [opened.document.id, opened] as const,
      [documentnaam(opened.document), opened] as const,
    ]),
  );
  return {
    ...basis,
    tekstVan: (naam) => byName.get(naam)?.tekst ?? basis.tekstVan(naam),
    bibliotheek: {
      ...basis.bibliotheek,
      find: (naam) => byName.get(naam)?.document ?? basis.bibliotheek.find(naam),
    },
  };
}
