import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Documentfout } from "#contract/kader/fout.ts";
import type { Kennis } from "#contract/kader/kennis.ts";
import { type Laadresultaat, loadDocument } from "#contract/kader/load.ts";
import { type Bibliotheek, parseDocumentnaam, type RegieDocument } from "#domain/document.ts";
import type { Indeling } from "#domain/indeling.ts";
import { lazy } from "./lazy.ts";

/** A document as a file: its text as it was written, and what came of reading it. */
export type Documentbestand = {
  /** From the project's folder, with forward slashes: `kaders/praktijk/pact-uitstroom.yaml`. */
  readonly pad: string;
  /** The folder below `kaders/`. */
  readonly map: string;
  /** The id by its file name, known before the file is read. */
  readonly id: string;
  /** Path of the proofs beside it, where there are any. */
  readonly scenarios?: string;
  readonly tekst: () => string;
  /** Whether it draws regions: its text says so before it is read. */
  readonly isIndeling: () => boolean;
  readonly lees: () => Laadresultaat;
};

/** The documents that ship with the product; each is parsed when it is first asked. */
export type Documenten = {
  readonly bibliotheek: Bibliotheek;
  readonly bestanden: readonly Documentbestand[];
  /** The file that a document came from: by `id` (the newest version) or `id@versie`. */
  readonly findBestand: (naam: string) => Documentbestand | undefined;
  /** Everything that is wrong in any document; reads them all. */
  readonly fouten: () => readonly Documentfout[];
  /** The indelingen whose text names this region; all of them without a name. */
  readonly indelingen: (naam?: string) => Iterable<Indeling>;
};

const SCENARIOS = ".scenarios.yaml";

const INDELING = /^soort: *["']?indeling/m;

/** Where documents of the installation itself stand among those that ship. */
const EIGEN_MAP = "eigen";

/**
 * The documents in `kaders/`, checked against `kennis`.
 *
 * A document that cannot be read is left out of the bibliotheek; `fouten` says why. `kennis` is
 * asked for at reading, so that it may itself look up documents.
 */
export function readDocumenten(root: string, kennis: () => Kennis): Documenten {
  const names = readdirSync(join(root, "kaders"), { recursive: true, encoding: "utf8" })
    .map((name) => `kaders/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const proofs = new Set(names.filter((name) => name.endsWith(SCENARIOS)));
  return assemble(
    names.filter((name) => !proofs.has(name)).map((pad) => toBestand(root, pad, proofs, kennis)),
  );
}

/** A document of this installation: its text as it was stored. */
export type EigenDocument = {
  readonly id: string;
  readonly versie: number;
  readonly tekst: string;
};

/** These documents beside others; a name without a version is the newest of all of them. */
export function addDocumenten(
  documenten: Documenten,
  eigen: readonly EigenDocument[],
  kennis: () => Kennis,
): Documenten {
  return assemble([...documenten.bestanden, ...eigen.map((own) => toEigen(own, kennis))]);
}

/** Whether this is a document of the installation itself. */
export function isEigen({ map }: Documentbestand): boolean {
  return map === EIGEN_MAP;
}

function toEigen({ id, versie, tekst }: EigenDocument, kennis: () => Kennis): Documentbestand {
  const pad = `${EIGEN_MAP}/${id}@${versie}.yaml`;
  const load = () => loadDocument(tekst, { bestand: `${id}.yaml`, kennis: kennis() });
  return {
    ...{ pad, map: EIGEN_MAP, id, tekst: () => tekst },
    isIndeling: lazy(() => INDELING.test(tekst)),
    lees: createReader(load, pad),
  };
}

function assemble(bestanden: readonly Documentbestand[]): Documenten {
  const findBestand = createFinder(bestanden);
  return {
    bestanden,
    findBestand,
    bibliotheek: {
      find: (naam) => documentIn(findBestand(naam)),
      list: () => bestanden.flatMap((bestand) => documentIn(bestand) ?? []),
    },
    fouten: () => bestanden.flatMap(foutenIn),
    indelingen: (naam) => indelingenIn(bestanden, naam),
  };
}

function toBestand(
  root: string,
  pad: string,
  proofs: ReadonlySet<string>,
  kennis: () => Kennis,
): Documentbestand {
  const [, map = "", id = ""] = /^kaders\/(?:(.*)\/)?([^/]+)\.yaml$/.exec(pad) ?? [];
  const tekst = lazy(() => readFileSync(join(root, pad), "utf8"));
  const scenarios = pad.replace(/\.yaml$/, SCENARIOS);
  return {
    pad,
    map,
    id,
    tekst,
    isIndeling: lazy(() => INDELING.test(tekst())),
    lees: createReader(() => loadDocument(tekst(), { bestand: pad, kennis: kennis() }), pad),
    ...(proofs.has(scenarios) ? { scenarios } : {}),
  };
}

/** Reads once; asked again while it is being read, the document is not there yet: a circle. */
function createReader(load: () => Laadresultaat, bestand: string): () => Laadresultaat {
  let known: Laadresultaat | undefined;
  let busy = false;
  return () => {
    if (known) return known;
    if (busy) return circle(bestand);
    busy = true;
    known = load();
    return known;
  };
}

function circle(bestand: string): Laadresultaat {
  const tekst = "Dit document leidt terug naar zichzelf. Haal een van de verwijzingen weg.";
  return { ok: false, fouten: [{ bestand, regel: 1, kolom: 1, pad: "", tekst }], opmerkingen: [] };
}

function createFinder(
  bestanden: readonly Documentbestand[],
): (naam: string) => Documentbestand | undefined {
  const byId = new Map<string, Documentbestand[]>();
  for (const bestand of bestanden) {
    const others = byId.get(bestand.id);
    if (others) others.push(bestand);
    else byId.set(bestand.id, [bestand]);
  }
  return (naam) => {
    const parts = parseDocumentnaam(naam);
    const named = byId.get(parts?.id ?? "") ?? [];
    if (parts?.versie === undefined && named.length < 2) return named[0];
    return named
      .filter((item) => parts?.versie === undefined || versieOf(item) === parts.versie)
      .toSorted((a, b) => versieOf(b) - versieOf(a))[0];
  };
}

function versieOf(bestand: Documentbestand): number {
  return documentIn(bestand)?.versie ?? 0;
}

function documentIn(bestand: Documentbestand | undefined): RegieDocument | undefined {
  const read = bestand?.lees();
  return read?.ok ? read.document : undefined;
}

function foutenIn(bestand: Documentbestand): readonly Documentfout[] {
  const read = bestand.lees();
  return read.ok ? [] : read.fouten;
}

/** Which indelingen are meant shows in the text already, and the large ones take long to read. */
function* indelingenIn(
  bestanden: readonly Documentbestand[],
  naam: string | undefined,
): Iterable<Indeling> {
  for (const bestand of bestanden) {
    if (!bestand.isIndeling()) continue;
    if (naam !== undefined && bestand.id !== naam && !bestand.tekst().includes(naam)) continue;
    const document = documentIn(bestand);
    if (document?.soort === "indeling") yield document;
  }
}
