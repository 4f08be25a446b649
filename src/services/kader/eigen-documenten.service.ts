import { loadEigen, withVersie } from "#contract/kader/eigen.ts";
import type { Documentfout } from "#contract/kader/fout.ts";
import { knowBeside } from "#contract/kader/know-beside.ts";
import { readAt } from "#contract/kader/zet.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import {
  deleteEigenDocument,
  isBevroren,
  listEigenDocumenten,
} from "#storage/eigen-document.repository.ts";
import { type BewaardDocument, storeDocument } from "#storage/kader.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { isDocumentVastgesteld } from "#storage/vaststelling.repository.ts";
import { zegWaarom } from "#storage/wijziging.repository.ts";
import { findMentions } from "./vermeldingen.ts";

/** Where own documents are kept, and what they are checked against. */
export type Documentkamer = { readonly db: Connection; readonly basis: Basis };

/** A text that somebody sends in. */
export type Inzending = {
  readonly tekst: string;
  /** The version it was written from; 0 for a new document. */
  readonly van: number;
  /** The document it must be a version of; absent where the text itself says so. */
  readonly id?: string;
  /** Why it is changed, for who reads its history; may be absent. */
  readonly reden?: string | undefined;
};

/** A version as it now stands; `nieuw` is false where just this text stood there already. */
export type Bewaard = {
  readonly id: string;
  readonly versie: number;
  readonly titel: string;
  readonly tekst: string;
  readonly nieuw: boolean;
};

export type Documentopslag =
  | { readonly soort: "bewaard"; readonly bewaard: Bewaard }
  | { readonly soort: "fouten"; readonly fouten: readonly Documentfout[] }
  /** It may be read here, and not changed. */
  | { readonly soort: "van-een-ander" }
  /** Somebody else saved since, or took it away; nothing of either is lost. */
  | {
      readonly soort: "botsing";
      readonly ingediend: RegieDocument;
      readonly nieuwste?: BewaardDocument;
      /** The version it was written from; absent where there was none. */
      readonly uitgangspunt?: BewaardDocument;
    };

type Versies = ReadonlyMap<string, readonly BewaardDocument[]>;

const BEURT = "eigen documenten";

/**
 * Keeps a text as the next version of an own document.
 *
 * Whoever saves says from which version; two at once take turns, and the second one hears of the
 * first. The same text sent again is kept once.
 */
export function saveDocument(
  { db, basis }: Documentkamer,
  { tekst, van, id, reden }: Inzending,
): Promise<Documentopslag> {
  return inTransaction(db, async (tx): Promise<Documentopslag> => {
    await takeTurn(tx, BEURT);
    if (reden) await zegWaarom(tx, reden);
    const all = await listEigenDocumenten(tx);
    const newest = all.get(id ?? readAt(tekst, "id") ?? "")?.at(-1);
    if (newest && withVersie(tekst, newest.versie) === newest.tekst) {
      return { soort: "bewaard", bewaard: { ...pick(newest), nieuw: false } };
    }
    if (newest && !newest.wijzigbaar) return { soort: "van-een-ander" };
    const plek = { basis, all, ...(newest ? { van: newest } : {}) };
    return saveNext(tx, { tekst, van }, id === undefined ? plek : { ...plek, id });
  });
}

async function saveNext(
  tx: Connection,
  { tekst, van }: Inzending,
  plek: Leesplek,
): Promise<Documentopslag> {
  const written = withVersie(tekst, van + 1);
  const read = load(written, plek);
  if (!read.ok) return { soort: "fouten", fouten: read.fouten };
  const { van: newest } = plek;
  if ((newest?.versie ?? 0) === van) {
    const bewaard = await store(tx, read.document, written);
    if (bewaard) return { soort: "bewaard", bewaard };
    return { soort: "fouten", fouten: [taken(read.document)] };
  }
  const ingediend = read.document;
  const before = plek.all.get(ingediend.id)?.find(({ versie }) => versie === van);
  return {
    ...{ soort: "botsing", ingediend },
    ...(newest ? { nieuwste: newest } : {}),
    ...(before ? { uitgangspunt: before } : {}),
  };
}

type Leesplek = {
  readonly basis: Basis;
  readonly all: Versies;
  readonly van?: BewaardDocument;
  readonly id?: string;
  readonly bestand?: string;
  /** Texts that come in together with this one. */
  readonly samen?: readonly string[];
};

function load(tekst: string, { basis, all, van, id, bestand, samen = [] }: Leesplek) {
  const kept = [...all.values()].flatMap((versies) => versies.map((versie) => versie.tekst));
  const kennis = knowBeside([...kept, ...samen], basis.kennis);
  return loadEigen(tekst, kennis, {
    ...(bestand === undefined ? {} : { bestand }),
    ...(id === undefined ? {} : { id }),
    ...(van ? { soort: van.soort } : {}),
    isMeegeleverd: (name) => isShipped(basis, all, name),
  });
}

/** A document that is known here, and is none of our own. */
function isShipped({ bibliotheek, isEigen }: Basis, all: Versies, id: string): boolean {
  return !all.has(id) && !isEigen(id) && bibliotheek.find(id) !== undefined;
}

/** Undefined where somebody else has a document of that name, which who asks cannot see. */
async function store(
  tx: Connection,
  document: RegieDocument,
  tekst: string,
): Promise<Bewaard | undefined> {
  const { id, versie, soort, status, titel } = document;
  const row = { id, versie, soort, status, titel, herkomst: "eigen", tekst } as const;
  const done = await storeDocument(tx, row);
  if (done === "van-een-ander") return undefined;
  // Whoever has the turn has just seen that this version was not there.
  if (done !== "nieuw") throw new Error(`${id}@${versie} was there already: ${done}`);
  return { id, versie, titel, tekst, nieuw: true };
}

function taken({ id }: RegieDocument, bestand = "de tekst"): Documentfout {
  const tekst = `De naam «${id}» is hier al in gebruik. Kies een andere naam voor uw document.`;
  return { bestand, regel: 1, kolom: 1, pad: "id", tekst };
}

function pick({ id, versie, titel, tekst }: BewaardDocument) {
  return { id, versie, titel, tekst };
}

/** A file that somebody brings. */
export type Documentinvoer = { readonly bestand: string; readonly tekst: string };

export type Documentinlezing =
  | { readonly soort: "bewaard"; readonly documenten: readonly Bewaard[] }
  | { readonly soort: "fouten"; readonly fouten: readonly Documentfout[] };

/**
 * Keeps all of these, each as the next version of its document, or none of them.
 *
 * They may point to each other. A text that stands here already is left as it is.
 */
export function importDocuments(
  { db, basis }: Documentkamer,
  bestanden: readonly Documentinvoer[],
): Promise<Documentinlezing> {
  const imported = inTransaction(db, async (tx): Promise<Documentinlezing> => {
    await takeTurn(tx, BEURT);
    const all = await listEigenDocumenten(tx);
    const planned = bestanden.map((bestand) => plan(bestand, all));
    const samen = planned.map(({ tekst }) => tekst);
    const read = planned.map((item) => ({
      ...item,
      lezing: load(item.tekst, {
        basis,
        all,
        samen,
        bestand: item.bestand,
        ...(item.van ? { van: item.van } : {}),
      }),
    }));
    const fouten = [
      ...read.flatMap(({ lezing }) => (lezing.ok ? [] : lezing.fouten)),
      ...findTwins(planned),
      ...planned.flatMap(refuseOthers),
    ];
    if (fouten.length > 0) return { soort: "fouten", fouten };
    const documenten: Bewaard[] = [];
    for (const { lezing, tekst, van, gelijk, bestand } of read) {
      if (gelijk && van) documenten.push({ ...pick(van), nieuw: false });
      else if (lezing.ok) {
        const kept = await store(tx, lezing.document, tekst);
        if (!kept) throw new NameTaken(taken(lezing.document, bestand));
        documenten.push(kept);
      }
    }
    return { soort: "bewaard", documenten };
  });
  return imported.catch((error: unknown): Documentinlezing => {
    if (error instanceof NameTaken) return { soort: "fouten", fouten: [error.fout] };
    throw error;
  });
}

/** Thrown so that nothing of what came in with it is kept. */
class NameTaken extends Error {
  readonly fout: Documentfout;

  constructor(fout: Documentfout) {
    super(fout.tekst);
    this.fout = fout;
  }
}

type Gepland = Documentinvoer & {
  readonly id: string;
  readonly van?: BewaardDocument;
  readonly gelijk: boolean;
};

function plan({ bestand, tekst }: Documentinvoer, all: Versies): Gepland {
  const id = readAt(tekst, "id") ?? "";
  const van = all.get(id)?.at(-1);
  const gelijk = van !== undefined && withVersie(tekst, van.versie) === van.tekst;
  const versie = (van?.versie ?? 0) + (gelijk ? 0 : 1);
  return { bestand, id, gelijk, tekst: withVersie(tekst, versie), ...(van ? { van } : {}) };
}

function findTwins(planned: readonly Gepland[]): readonly Documentfout[] {
  const seen = new Map<string, string>();
  return planned.flatMap(({ id, bestand }) => {
    const twin = seen.get(id);
    seen.set(id, bestand);
    if (twin === undefined || id === "") return [];
    const tekst = `«${id}» staat ook in ${twin}. Lees van elk document één bestand in.`;
    return [{ bestand, regel: 1, kolom: 1, pad: "id", tekst }];
  });
}

function refuseOthers({ van, gelijk, bestand, id }: Gepland): readonly Documentfout[] {
  if (!van || van.wijzigbaar || gelijk) return [];
  const tekst = `«${id}» is van een andere organisatie. U mag het lezen en overnemen, niet veranderen.`;
  return [{ bestand, regel: 1, kolom: 1, pad: "id", tekst }];
}

export type Weggooien =
  | { readonly soort: "weg"; readonly nieuwste: BewaardDocument }
  | { readonly soort: "niet-gevonden" }
  | { readonly soort: "van-een-ander" }
  /** Other own documents would lose what they point to. */
  | { readonly soort: "genoemd"; readonly door: readonly string[] }
  /** An outcome was frozen on it, and must be able to be made again. */
  | { readonly soort: "bevroren" }
  /** A body of government adopted a version of it. */
  | { readonly soort: "vastgesteld" };

/** Throws an own document away, all its versions; not while something rests on it. */
export function removeDocument({ db }: Documentkamer, id: string): Promise<Weggooien> {
  return inTransaction(db, async (tx): Promise<Weggooien> => {
    await takeTurn(tx, BEURT);
    const all = await listEigenDocumenten(tx);
    const nieuwste = all.get(id)?.at(-1);
    if (!nieuwste) return { soort: "niet-gevonden" };
    if (!nieuwste.wijzigbaar) return { soort: "van-een-ander" };
    const door = findMentions(id, all);
    if (door.length > 0) return { soort: "genoemd", door };
    if (await isBevroren(tx, id)) return { soort: "bevroren" };
    if (await isDocumentVastgesteld(tx, id)) return { soort: "vastgesteld" };
    await deleteEigenDocument(tx, id);
    return { soort: "weg", nieuwste };
  });
}
