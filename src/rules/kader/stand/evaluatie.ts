import type { Evaluatiestand, Evaluatieverslag } from "#domain/kaderstand.ts";
import { addDuur, type Datum, type Duur } from "#domain/peildatum.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { readTijd, readTijdparameter } from "./dag.ts";
import type { Kadervraag } from "./kadervraag.ts";

type Gepland = { readonly dagen: readonly Datum[]; readonly meldingen: readonly Melding[] };

/**
 * The evaluations of a kader: those that were held, those that passed without a report (F116), and
 * the next one.
 *
 * A report counts for the evaluation it names; one that names none for the first that still waits.
 */
export function reportEvaluaties(vraag: Kadervraag): {
  readonly evaluaties: readonly Evaluatiestand[];
  readonly meldingen: readonly Melding[];
} {
  const { dagen, meldingen } = planned(vraag);
  const reports = vraag.verslagen
    .filter(({ op }) => op <= vraag.op)
    .toSorted((a, b) => (a.op < b.op ? -1 : 1));
  const named = new Map(reports.flatMap((item) => (item.over ? [[item.over, item] as const] : [])));
  const free = reports.filter(({ over }) => over === undefined);
  const days = dagen.toSorted();
  const evaluaties = days.map((dag, i): Evaluatiestand => {
    const verslag = named.get(dag) ?? takeReport(free, days[i - 1]);
    if (verslag) return { dag, stand: "gehouden", verslag: verslag.op };
    return { dag, stand: dag < vraag.op ? "te-laat" : "komt" };
  });
  return { evaluaties, meldingen };
}

/** The first report that is left and lies after the evaluation before. */
function takeReport(
  free: Evaluatieverslag[],
  previous: Datum | undefined,
): Evaluatieverslag | undefined {
  const index = free.findIndex(({ op }) => previous === undefined || previous < op);
  return index < 0 ? undefined : free.splice(index, 1)[0];
}

function planned(vraag: Kadervraag): Gepland {
  const { evaluatie } = vraag.document;
  if (!evaluatie) return { dagen: [], meldingen: [] };
  if (evaluatie.soort === "elke") {
    const { duur, melding } = readTijd(evaluatie.elke, vraag);
    return duur ? repeated(duur, vraag) : unknown(melding);
  }
  if (evaluatie.soort === "parameter") {
    const { dag, duur, melding } = readTijdparameter(evaluatie.naam, vraag);
    if (dag !== undefined) return { dagen: [dag], meldingen: [] };
    return duur ? repeated(duur, vraag) : unknown(melding);
  }
  const read = evaluatie.datums.map((waarde) => readTijd(waarde, vraag));
  return {
    dagen: read.flatMap(({ dag }) => dag ?? []),
    meldingen: read.flatMap(({ melding }) => melding ?? []),
  };
}

function unknown(melding: Melding | undefined): Gepland {
  return { dagen: [], meldingen: melding ? [melding] : [] };
}

/** Every so long after the first day of the kader, up to and including the next one. */
function repeated(duur: Duur, { document, op }: Kadervraag): Gepland {
  const start = document.geldigVan ?? document.besluit?.datum;
  if (start === undefined) return { dagen: [], meldingen: [NO_START] };
  if (duur.aantal <= 0) return { dagen: [], meldingen: [] };
  const dagen: Datum[] = [];
  // Counted from the start each time, so that the 31st does not slip to the 28th.
  for (let n = 1; dagen.length === 0 || (dagen.at(-1) ?? "") <= op; n += 1) {
    dagen.push(addDuur(start, { ...duur, aantal: n * duur.aantal }));
  }
  return { dagen, meldingen: [] };
}

const NO_START: Melding = {
  soort: "onbepaald",
  wat: "geldig-van",
  waarom: "«evaluatie» telt vanaf het begin van het kader, en niemand zei wanneer dat is.",
};
