import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Run } from "./run.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { reportRun, runVerdeling } from "./verdeel.ts";
import { compareRuns, type Vergelijking } from "./vergelijk.ts";

/** One key in a table: the document with its outcome, and how it stands to the first. */
export type Kolom = {
  readonly document: Verdeling;
  readonly uitkomst: VerdelingUitkomst;
  /** Absent for the first. */
  readonly vergelijking?: Vergelijking;
};

/** Keys side by side over the same units, on the same figures; none of them comes first. */
export type Verdeeltabel = {
  readonly vraag: Verdelingsvraag;
  readonly kolommen: readonly [Kolom, ...Kolom[]];
};

/** Carries out a verdeling, and others beside it on the same region and figures. */
export function layBeside(vraag: Verdelingsvraag, naast: readonly Verdeling[]): Verdeeltabel {
  const first = runVerdeling(vraag);
  const others = naast.map((document) => runVerdeling(askBeside(vraag, document)));
  const kolommen: Verdeeltabel["kolommen"] = [
    { document: vraag.document, uitkomst: reportRun(first) },
    ...others.map((run) => ({
      document: run.vraag.document,
      uitkomst: reportRun(run),
      vergelijking: compareRuns(first, run),
    })),
  ];
  runsOf.set(kolommen, [first, ...others]);
  return { vraag, kolommen };
}

/** The runs behind the columns of a table, so that a comparison need not carry them out again. */
const runsOf = new WeakMap<Verdeeltabel["kolommen"], readonly Run[]>();

/**
 * What another document is asked over the same units and figures; its parameters keep their own
 * values, for what was filled in is of the first.
 */
export function askBeside(vraag: Verdelingsvraag, document: Verdeling): Verdelingsvraag {
  const shared = Object.entries(vraag.ingevuld.parameters).filter(
    ([naam]) => naam in document.parameters,
  );
  const ingevuld = { ...vraag.ingevuld, parameters: Object.fromEntries(shared) };
  return { ...vraag, document, ingevuld };
}

/** How two keys of a table stand to each other; the first comes before the second in the table. */
export type Paar = {
  readonly eerste: number;
  readonly tweede: number;
  readonly vergelijking: Vergelijking;
};

/** Every two keys of a table compared: none of them is the measure for the others. */
export function comparePairs({ vraag, kolommen }: Verdeeltabel): readonly Paar[] {
  const runs =
    runsOf.get(kolommen) ??
    kolommen.map(({ document }, i) => runVerdeling(i === 0 ? vraag : askBeside(vraag, document)));
  return kolommen.flatMap((_, eerste) =>
    kolommen.slice(eerste + 1).flatMap(({ vergelijking: known }, i) => {
      const tweede = eerste + 1 + i;
      const [a, b] = [runs[eerste], runs[tweede]];
      if (!a || !b) return [];
      return [{ eerste, tweede, vergelijking: (eerste === 0 && known) || compareRuns(a, b) }];
    }),
  );
}
