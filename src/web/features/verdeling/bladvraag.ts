import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import { figuresFor, type Gemist } from "./bladcijfers.ts";

/** What people changed on the sheet since the server made it. */
export type Wijziging = {
  readonly document?: Verdeling;
  readonly ingevuld?: Invulling;
  /** Figures of one's own, which go before those of the sheet. */
  readonly cijfers?: readonly Waarneming[];
};

/** What a sheet asks: of its first key, and of the keys laid beside it. */
export type Vraag = {
  readonly vraag: Verdelingsvraag;
  readonly beside: readonly Verdeling[];
  /** What was asked until now and is not there: documents, and figures with their gebied. */
  readonly readGemist: () => ReadonlySet<string>;
};

/** What the first key is asked on this sheet, and the keys laid beside it. */
export function questionOf(blad: Rekenblad, wijziging: Wijziging): Vraag {
  const [first, ...beside] = blad.sleutels.map(({ document }) => document);
  if (!first) throw new Error("a sheet has at least one key");
  const document = wijziging.document ?? first;
  const { find, ...bibliotheek } = createBibliotheek([document, ...beside, ...blad.documenten]);
  const { cijfers, gelezen, listen } = figuresFor(blad, wijziging.cijfers ?? []);
  const figures: Gemist = new Map();
  const documents = new Set<string>();
  listen(figures);
  const findNoted = (naam: string) => {
    const found = find(naam);
    if (!found) documents.add(naam);
    return found;
  };
  return {
    beside,
    readGemist: () => namesOf(documents, figures),
    vraag: {
      document,
      gebied: blad.gebied,
      ...(blad.nederland ? { nederland: blad.nederland } : {}),
      cijfers,
      gelezen,
      op: blad.op,
      bibliotheek: { ...bibliotheek, find: findNoted },
      ingevuld: wijziging.ingevuld ?? blad.ingevuld,
    },
  };
}

function namesOf(documents: ReadonlySet<string>, figures: Gemist): ReadonlySet<string> {
  const names = [...figures].flatMap(([indicator, gebieden]) =>
    [...gebieden].map((gebied) => `${indicator} ${gebied}`),
  );
  return new Set([...documents, ...names]);
}

/** The sheet as it is with what people changed on it, for all that reads it beside the numbers. */
export function withWijziging(
  blad: Rekenblad,
  { document, ingevuld, cijfers = [] }: Wijziging,
): Rekenblad {
  return {
    ...blad,
    sleutels: blad.sleutels.map((sleutel, i) =>
      i === 0 && document ? { ...sleutel, document } : sleutel,
    ),
    waarnemingen: figuresFor(blad, cijfers).waarnemingen(),
    ingevuld: ingevuld ?? blad.ingevuld,
  };
}
