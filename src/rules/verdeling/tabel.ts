import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { computeVerdeling } from "./verdeel.ts";
import { compareVerdelingen, type Vergelijking } from "./vergelijk.ts";

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
  const first: Kolom = { document: vraag.document, uitkomst: computeVerdeling(vraag) };
  return { vraag, kolommen: [first, ...naast.map((document) => besideColumn(vraag, document))] };
}

/**
 * What another document is asked over the same units and figures; its parameters keep their own
 * values, for what was filled in is of the first.
 */
export function askBeside(vraag: Verdelingsvraag, document: Verdeling): Verdelingsvraag {
  const shared = Object.entries(vraag.ingevuld.parameters).filter(
    ([naam]) => naam in document.parameters,
  );
  const parameters = Object.fromEntries(shared);
  return { ...vraag, document, ingevuld: { ...vraag.ingevuld, parameters } };
}

function besideColumn(vraag: Verdelingsvraag, document: Verdeling): Kolom {
  return {
    document,
    uitkomst: computeVerdeling(askBeside(vraag, document)),
    vergelijking: compareVerdelingen(vraag, document),
  };
}

/** How two keys of a table stand to each other; the first comes before the second in the table. */
export type Paar = {
  readonly eerste: number;
  readonly tweede: number;
  readonly vergelijking: Vergelijking;
};

/** Every two keys of a table compared: none of them is the measure for the others. */
export function comparePairs({ vraag, kolommen }: Verdeeltabel): readonly Paar[] {
  return kolommen.flatMap(({ document }, eerste) =>
    kolommen.slice(eerste + 1).map(({ document: other, vergelijking: known }, i) => {
      const tweede = eerste + 1 + i;
      const vergelijking =
        eerste === 0 && known ? known : compareVerdelingen({ ...vraag, document }, other);
      return { eerste, tweede, vergelijking };
    }),
  );
}
