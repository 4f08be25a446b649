import { z } from "zod";
import { compare, parseBreuk } from "#domain/breuk.ts";
import type { Basis } from "#services/basis.ts";
import {
  compareDocuments,
  type Documentvergelijking,
} from "#services/bibliotheek/documentvergelijking.ts";
import { readBevroren } from "#services/kader/bevriezing.service.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import type { VersieInhoud } from "#storage/rekenversie.repository.ts";

const band = z.object({ laag: z.string(), midden: z.string(), hoog: z.string() });

const uitkomst = z.object({
  eenheid: z.string(),
  eenheden: z.array(z.object({ id: z.string(), naam: z.string(), aantal: band })),
  gebruikt: z.array(
    z.object({
      indicator: z.string(),
      gebied: z.string(),
      cel: z.array(z.string()),
      bron: z.string(),
      moment: z.string().optional(),
      waarde: band.optional(),
      kenmerk: z.string().optional(),
    }),
  ),
});

type Uitkomst = z.infer<typeof uitkomst>;
type Cijfer = Uitkomst["gebruikt"][number];
type Band = z.infer<typeof band>;

/** One unit before and after; a side is absent where the unit was not there, or had no number. */
export type Eenheidverschil = {
  readonly id: string;
  readonly naam: string;
  readonly was?: Band;
  readonly wordt?: Band;
  /** The bands have a number in common: what differs may be nothing but uncertainty. */
  readonly overlapt: boolean;
};

/** One figure that was used before and after, and that differs in value, moment or source. */
export type Cijferverschil = {
  readonly indicator: string;
  readonly gebied: string;
  readonly cel: readonly string[];
  readonly was?: Cijfer;
  readonly wordt?: Cijfer;
};

/** One thing that people filled in before and after, as it was written. */
export type Keuzeverschil = {
  readonly naam: string;
  readonly was?: string;
  readonly wordt?: string;
};

/** One key of a version beside one of another. */
export type Sleutelverschil = {
  readonly was: string;
  readonly wordt: string;
  /** What is counted; absent where the two count different things, which are never compared. */
  readonly eenheid?: string;
  readonly eenheden: readonly Eenheidverschil[];
  readonly document: Documentvergelijking;
  readonly keuzes: readonly Keuzeverschil[];
  readonly cijfers: readonly Cijferverschil[];
};

export type WasWordt =
  | { readonly ok: true; readonly sleutels: readonly Sleutelverschil[] }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * What became otherwise between two versions: numbers, sentence, choices and figures.
 *
 * The first key of the one is laid beside the first of the other, and further every document that
 * both have. Numbers in other units, or of another spoor, are not laid side by side.
 */
export function compareVersies(basis: Basis, was: VersieInhoud, wordt: VersieInhoud): WasWordt {
  const pairs = was.bevriezingen.flatMap((left, index) => {
    const right = wordt.bevriezingen.find((other, place) =>
      index === 0 || place === 0
        ? index === place
        : other.document.id === left.document.id && other.gebied === left.gebied,
    );
    return right ? [comparePair(basis, left, right)] : [];
  });
  const fouten = pairs.flatMap((pair) => ("fouten" in pair ? pair.fouten : []));
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, sleutels: pairs.flatMap((pair) => ("fouten" in pair ? [] : [pair])) };
}

function comparePair(
  basis: Basis,
  was: BevriezingInhoud,
  wordt: BevriezingInhoud,
): Sleutelverschil | { readonly fouten: readonly string[] } {
  const [left, right] = [readBevroren(was), readBevroren(wordt)];
  if ("fouten" in left || "fouten" in right) {
    return { fouten: [left, right].flatMap((read) => ("fouten" in read ? read.fouten : [])) };
  }
  const [before, after] = [was, wordt].map((frozen) => uitkomst.parse(JSON.parse(frozen.uitkomst)));
  if (!before || !after) return { fouten: [] };
  const comparable =
    before.eenheid === after.eenheid && left.document.spoor === right.document.spoor;
  return {
    was: `${was.document.id}@${was.document.versie}`,
    wordt: `${wordt.document.id}@${wordt.document.versie}`,
    ...(comparable ? { eenheid: after.eenheid } : {}),
    eenheden: comparable ? compareUnits(before, after) : [],
    document: compareDocuments(basis, left.document, right.document),
    keuzes: compareChoices(was, wordt),
    cijfers: compareFigures(before, after),
  };
}

function compareUnits(before: Uitkomst, after: Uitkomst): readonly Eenheidverschil[] {
  const [left, right] = [before, after].map(
    ({ eenheden }) => new Map(eenheden.map((unit) => [unit.id, unit])),
  );
  return [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].map((id) => {
    const [was, wordt] = [left?.get(id), right?.get(id)];
    return {
      id,
      naam: (wordt ?? was)?.naam ?? id,
      ...(was ? { was: was.aantal } : {}),
      ...(wordt ? { wordt: wordt.aantal } : {}),
      overlapt: was !== undefined && wordt !== undefined && overlap(was.aantal, wordt.aantal),
    };
  });
}

function overlap(a: Band, b: Band): boolean {
  return isAtMost(a.laag, b.hoog) && isAtMost(b.laag, a.hoog);
}

function isAtMost(a: string, b: string): boolean {
  const [left, right] = [parseBreuk(a), parseBreuk(b)];
  return left !== undefined && right !== undefined && compare(left, right) <= 0;
}

function compareFigures(before: Uitkomst, after: Uitkomst): readonly Cijferverschil[] {
  const [left, right] = [before, after].map(({ gebruikt }) => byFigure(gebruikt));
  const keys = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return [...keys].flatMap((key) => {
    const [was, wordt] = [left?.get(key), right?.get(key)];
    const known = wordt ?? was;
    if (!known || JSON.stringify(was) === JSON.stringify(wordt)) return [];
    const { indicator, gebied, cel } = known;
    return [{ indicator, gebied, cel, ...(was ? { was } : {}), ...(wordt ? { wordt } : {}) }];
  });
}

function byFigure(cijfers: readonly Cijfer[]): ReadonlyMap<string, Cijfer> {
  return new Map(
    cijfers.map((cijfer) => [
      JSON.stringify([cijfer.indicator, cijfer.gebied, cijfer.cel]),
      cijfer,
    ]),
  );
}

function compareChoices(was: BevriezingInhoud, wordt: BevriezingInhoud): readonly Keuzeverschil[] {
  const [left, right] = [was, wordt].map(choicesOf);
  return [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])]
    .map((naam) => ({
      naam,
      ...(left?.[naam] === undefined ? {} : { was: inWords(left[naam]) }),
      ...(right?.[naam] === undefined ? {} : { wordt: inWords(right[naam]) }),
    }))
    .filter((keuze) => keuze.was !== keuze.wordt);
}

function choicesOf({ ingevuld }: BevriezingInhoud): Readonly<Record<string, unknown>> {
  const stored: { readonly ingevuld: Readonly<Record<string, unknown>> } = JSON.parse(ingevuld);
  return stored.ingevuld;
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
