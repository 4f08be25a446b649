import { readInvulling } from "#contract/kader/invulling.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { loadDocument } from "#contract/kader/load.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import {
  type Bibliotheek,
  createBibliotheek,
  documentnaam,
  type RegieDocument,
} from "#domain/document.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { computeVerdeling, type Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import { toCanoniek } from "./canoniek.ts";
import { type Dossier, readDossier, recordCijfers } from "./dossier.ts";
import { ENGINE_VERSIE } from "./engine-versie.ts";

/** What is frozen: a run with the texts it stands on, and what people filled in, by whom and why. */
export type Bevriesopdracht = {
  readonly vraag: Verdelingsvraag;
  readonly tekst: string;
  readonly tekstVan: (naam: string) => string | undefined;
  readonly ingevuld: Readonly<Record<string, Boom>>;
  /** Who filled it in, when, why and from which source, in their own words. */
  readonly verklaring?: string;
  /** What stands otherwise in the document than in its text: key path → value. */
  readonly wijzigingen?: Readonly<Record<string, string>>;
  /** Asks for what is shown beside the outcome, so that those figures are kept with it. */
  readonly leesErnaast?: (vraag: Verdelingsvraag) => void;
};

/**
 * The content of a frozen outcome: document, figures, regions, engine version and outcome.
 *
 * Only what the run really read is kept, and nothing it read is left out: the frozen run needs no
 * basis to be run again.
 */
export function toBevriezing(opdracht: Bevriesopdracht): BevriezingInhoud {
  const { vraag } = opdracht;
  const figures = recordCijfers(vraag.cijfers);
  const documents = recordDocumenten(vraag.bibliotheek);
  const asked: Verdelingsvraag = {
    ...vraag,
    cijfers: figures.bron,
    bibliotheek: documents.bibliotheek,
  };
  const uitkomst = toCanoniek(computeVerdeling(asked));
  opdracht.leesErnaast?.(asked);
  const texts = documents.gelezen().flatMap((naam) => {
    const text = opdracht.tekstVan(naam);
    return text === undefined ? [] : [[naam, text] as const];
  });
  const needsCountry = toCanoniek(vraag.document).includes('"nederland"');
  const dossier: Dossier = {
    waarnemingen: figures.gelezen(),
    documenten: Object.fromEntries(texts),
    gebied: vraag.gebied,
    ...(needsCountry && vraag.nederland ? { nederland: vraag.nederland } : {}),
    ...(vraag.verloop ? { verloop: vraag.verloop } : {}),
  };
  return {
    document: { id: vraag.document.id, versie: vraag.document.versie, tekst: opdracht.tekst },
    cijfers: toCanoniek(dossier),
    engineVersie: ENGINE_VERSIE,
    op: vraag.op ?? "",
    gebied: vraag.gebied.indeling ? `${vraag.gebied.indeling}#${vraag.gebied.id}` : vraag.gebied.id,
    ingevuld: toCanoniek({
      ingevuld: opdracht.ingevuld,
      verklaring: opdracht.verklaring,
      wijzigingen: opdracht.wijzigingen,
    }),
    uitkomst,
  };
}

export type Herberekening =
  | { readonly soort: "gelijk"; readonly bytes: number }
  | {
      readonly soort: "anders";
      readonly verschillen: readonly Waardeverschil[];
      readonly toen: string;
      readonly nu: string;
    }
  | { readonly soort: "onleesbaar"; readonly fouten: readonly string[] };

/** One place in the outcome that differs. */
export type Waardeverschil = {
  readonly pad: string;
  readonly toen: string;
  readonly nu: string;
};

/** Runs a frozen outcome again: the same bytes, or what differs and with which engine. */
export function recompute(inhoud: BevriezingInhoud): Herberekening {
  const vraag = readBevroren(inhoud);
  if ("fouten" in vraag) return { soort: "onleesbaar", fouten: vraag.fouten };
  const now = toCanoniek(computeVerdeling(vraag));
  if (now === inhoud.uitkomst) return { soort: "gelijk", bytes: Buffer.byteLength(now) };
  const verschillen = differences(JSON.parse(inhoud.uitkomst), JSON.parse(now), "");
  return { soort: "anders", verschillen, toen: inhoud.engineVersie, nu: ENGINE_VERSIE };
}

/** The question behind a frozen outcome, from nothing but what was frozen; or why it cannot be read. */
export function readBevroren(
  inhoud: BevriezingInhoud,
): Verdelingsvraag | { readonly fouten: readonly string[] } {
  const dossier = readDossier(inhoud.cijfers);
  const stored: Ingevuld = JSON.parse(inhoud.ingevuld);
  const own = readOwn(inhoud, stored);
  const others = Object.entries(dossier.documenten).map(([naam, text]) =>
    loadDocument(text, { bestand: `${naam.split("@")[0]}.yaml` }),
  );
  const failed = [
    ...("fouten" in own ? own.fouten : []),
    ...others.flatMap((read) => (read.ok ? [] : read.fouten.map(({ tekst }) => tekst))),
  ];
  if ("fouten" in own || failed.length > 0) return { fouten: failed };
  const { document } = own;
  if (document.soort !== "verdeling") return { fouten: [`«${document.id}» is geen verdeling`] };
  const documents = others.flatMap((read) => (read.ok ? [read.document] : []));
  const ingevuld = readInvulling(stored.ingevuld, document);
  if (!ingevuld.ok) return { fouten: ingevuld.fouten };
  return {
    document,
    gebied: dossier.gebied,
    ...(dossier.nederland ? { nederland: dossier.nederland } : {}),
    cijfers: createCijferbron(dossier.waarnemingen),
    ...(inhoud.op ? { op: inhoud.op } : {}),
    bibliotheek: createBibliotheek(documents),
    ingevuld: ingevuld.invulling,
    ...(dossier.verloop ? { verloop: dossier.verloop } : {}),
  };
}

type Ingevuld = {
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly wijzigingen?: Readonly<Record<string, string>>;
};

/** The document itself, with what stood otherwise in it. */
function readOwn(
  { document: { id, tekst } }: BevriezingInhoud,
  { wijzigingen }: Ingevuld,
): { readonly document: RegieDocument } | { readonly fouten: readonly string[] } {
  if (wijzigingen) {
    const read = applyWijzigingen(tekst, new Map(Object.entries(wijzigingen)));
    return read.ok ? { document: read.document } : { fouten: read.fouten };
  }
  const read = loadDocument(tekst, { bestand: `${id}.yaml` });
  if (read.ok) return { document: read.document };
  return { fouten: read.fouten.map(({ tekst }) => tekst) };
}

function recordDocumenten(source: Bibliotheek): {
  readonly bibliotheek: Bibliotheek;
  readonly gelezen: () => readonly string[];
} {
  const asked = new Map<string, RegieDocument>();
  const find: Bibliotheek["find"] = (naam) => {
    const found = source.find(naam);
    if (found) asked.set(documentnaam(found), found);
    return found;
  };
  return {
    bibliotheek: { find, list: source.list },
    gelezen: () => [...asked.keys()].sort(),
  };
}

const SHOWN = 50;

function differences(then: unknown, now: unknown, pad: string): readonly Waardeverschil[] {
  if (typeof then !== "object" || typeof now !== "object" || then === null || now === null) {
    return then === now ? [] : [{ pad, toen: describe(then), nu: describe(now) }];
  }
  const [left, right] = [then, now] as Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...keys]
    .flatMap((key) => differences(left?.[key], right?.[key], pad ? `${pad}.${key}` : key))
    .slice(0, SHOWN);
}

function describe(value: unknown): string {
  return value === undefined ? "niets" : JSON.stringify(value);
}
