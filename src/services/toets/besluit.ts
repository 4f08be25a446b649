import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import { addDuur, type Datum, isDatum, parseDuur, parsePeriode } from "#domain/peildatum.ts";

/** Keys that say what a decision is; any other is a piece that lies with it. */
const EIGEN = ["ontheffing", "orgaan", "eenheid", "datum"];

export type Besluitlezing =
  | { readonly besluit: Ontheffingsbesluit }
  | { readonly fouten: readonly string[] };

/**
 * Reads a decision as people write it: `{ ontheffing, orgaan, eenheid, datum, ondergrens,
 * bovengrens, termijn }`, and any other piece that the document asks.
 *
 * `termijn` is a periode, a last day, or a term from `datum` on. `gemeente` may say who it is for
 * in a place that looks gemeenten up; here that is `eenheid`.
 */
export function readBesluit(tekst: Readonly<Record<string, string>>): Besluitlezing {
  const fouten: string[] = [];
  const { ontheffing, orgaan, eenheid, datum, termijn } = tekst;
  if (!ontheffing) fouten.push("Zeg van welke eis: «ontheffing: naam-van-de-eis».");
  if (!orgaan) fouten.push("Zeg wie het besloot: «orgaan: gs».");
  if (datum !== undefined && !isDatum(datum)) {
    fouten.push(`«${datum}» is geen datum. Schrijf 2027-01-01.`);
  }
  const ondergrens = readGrens("ondergrens", tekst, fouten);
  const bovengrens = readGrens("bovengrens", tekst, fouten);
  const term = readTermijn(termijn, datum, fouten);
  if (fouten.length > 0 || !ontheffing || !orgaan) return { fouten };
  return {
    besluit: {
      eis: ontheffing,
      orgaan,
      ...(eenheid === undefined ? {} : { eenheid }),
      ...(ondergrens ? { ondergrens } : {}),
      ...(bovengrens ? { bovengrens } : {}),
      ...term,
      stukken: Object.entries(tekst).flatMap(([key, text]) =>
        EIGEN.includes(key) || text.trim() === "" ? [] : [key],
      ),
    },
  };
}

function readGrens(
  key: string,
  tekst: Readonly<Record<string, string>>,
  fouten: string[],
): Breuk | undefined {
  const text = tekst[key];
  const grens = text === undefined ? undefined : parseBreuk(text.replace(/\s+%$/, "%"));
  if (text !== undefined && !grens) {
    fouten.push(`«${key}»: «${text}» is geen getal. Schrijf 20%, 0.2 of 1/5.`);
  }
  return grens;
}

type Term = { readonly van?: Datum; readonly tot?: Datum };

function readTermijn(text: string | undefined, datum: string | undefined, fouten: string[]): Term {
  const from = datum !== undefined && isDatum(datum) ? { van: datum } : {};
  if (text === undefined) return from;
  if (isDatum(text)) return { ...from, tot: text };
  const span = parsePeriode(text);
  if (span) return span;
  const duur = parseDuur(text);
  if (duur && from.van !== undefined) return { ...from, tot: addDuur(from.van, duur) };
  fouten.push(
    duur
      ? `«termijn: ${text}» loopt vanaf een datum. Zeg welke: «datum: 2027-01-01».`
      : `«${text}» is geen termijn. Schrijf een laatste dag, een periode, of «10 jaar» met «datum».`,
  );
  return from;
}
