import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import { readBevroren } from "#services/kader/bevriezing.service.ts";
import { readDossier } from "#services/kader/dossier.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import type { VersieInhoud } from "#storage/rekenversie.repository.ts";

export type Bladlezing =
  | { readonly ok: true; readonly blad: Rekenblad }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * The rekenblad of a version, from nothing but what was frozen: the figures of then.
 *
 * Where the sheet lay over two regions, `elsewhere` gives the second.
 */
export function readBevrorenBlad(inhoud: VersieInhoud, elsewhere: boolean): Bladlezing {
  const gebied = inhoud.bevriezingen[0]?.gebied;
  const bevriezingen = inhoud.bevriezingen.filter(
    (frozen) => (frozen.gebied !== gebied) === elsewhere,
  );
  if (bevriezingen.length === 0) {
    return { ok: false, fouten: ["Bij deze versie ligt geen andere regio ernaast."] };
  }
  return toBlad(bevriezingen);
}

function toBlad(bevriezingen: readonly BevriezingInhoud[]): Bladlezing {
  const read = bevriezingen.map((frozen) => ({ frozen, vraag: readBevroren(frozen) }));
  const fouten = read.flatMap(({ vraag }) => ("fouten" in vraag ? vraag.fouten : []));
  const keys = read.flatMap(({ frozen, vraag }) => ("fouten" in vraag ? [] : [{ frozen, vraag }]));
  const [first] = keys;
  if (!first || fouten.length > 0) return { ok: false, fouten };
  const { gebied, nederland, ingevuld } = first.vraag;
  return {
    ok: true,
    blad: {
      op: first.frozen.op,
      gebied,
      ...(nederland ? { nederland } : {}),
      sleutels: keys.map(({ frozen, vraag }) => ({
        document: vraag.document,
        tekst: frozen.document.tekst,
      })),
      documenten: documentsOf(keys.map(({ vraag }) => vraag)),
      waarnemingen: figuresOf(bevriezingen),
      ingevuld,
      // Beside figures of then nothing of now is laid.
      mogelijk: { sleutels: [], regios: [] },
    },
  };
}

/** What the keys lean on, each document once and no key among them. */
function documentsOf(vragen: readonly Verdelingsvraag[]): readonly RegieDocument[] {
  const keys = new Set(vragen.map(({ document }) => documentnaam(document)));
  const found = new Map<string, RegieDocument>();
  for (const { bibliotheek } of vragen) {
    for (const document of bibliotheek.list()) found.set(documentnaam(document), document);
  }
  return [...found.values()].filter((document) => !keys.has(documentnaam(document)));
}

/** The figures of all keys; what two of them read is the same, and stands there once. */
function figuresOf(bevriezingen: readonly BevriezingInhoud[]): readonly Waarneming[] {
  const seen = new Set<string>();
  return bevriezingen.flatMap(({ cijfers }) => {
    const own = readDossier(cijfers).waarnemingen.filter((item) => !seen.has(keyOf(item)));
    for (const item of own) seen.add(keyOf(item));
    return own;
  });
}

function keyOf({ indicator, gebied }: Waarneming): string {
  return `${indicator} ${gebied}`;
}
