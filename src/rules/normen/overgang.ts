import type { Overgangsstand, Resttijd } from "#domain/oordeel.ts";
import { addDuur, type Datum, type Duur, parseMoment } from "#domain/peildatum.ts";
import type { Toets } from "#domain/toets.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Waarde } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import { duurOf } from "./duur.ts";

/** Where the transition stands on the day of the run, and what keeps that from being known. */
export type Overgang = {
  readonly stand: Overgangsstand;
  readonly meldingen: readonly Melding[];
};

/**
 * The transition of a toets on a day: it runs up to and including the day a term after its start.
 *
 * Before the start it runs too: nobody is judged harder before the term than inside it.
 */
export function readOvergang(
  overgang: NonNullable<Toets["overgang"]>,
  op: string | undefined,
  lezer: Lezer,
): Overgang {
  const start = dateOf(overgang.start, lezer);
  const duur = duurOf(overgang.duur, HET_GEHEEL, lezer);
  const meldingen = lezer.verslag().meldingen;
  if (!start || !duur) return { stand: start ? { start } : {}, meldingen };
  const tot = addDuur(start, duur);
  const today = op === undefined ? undefined : parseMoment(op)?.van;
  if (today === undefined) return { stand: { start, tot }, meldingen: [zonderDatum] };
  const loopt = today <= tot;
  return {
    stand: { start, tot, loopt, ...(loopt ? { nog: timeUntil(today, tot) } : {}) },
    meldingen: [],
  };
}

const zonderDatum: Melding = {
  soort: "onbepaald",
  wat: "op",
  waarom: "Zonder datum is niet te zeggen of de overgang nog loopt.",
};

function dateOf(waarde: Waarde, lezer: Lezer): Datum | undefined {
  if (waarde.soort === "datum") return waarde.datum;
  if (waarde.soort !== "verwijzing") return undefined;
  const { verwijzing } = waarde;
  if (lezer.isParameter(verwijzing.naam)) {
    const value = lezer.parameter(verwijzing.naam);
    return value && "soort" in value && value.soort === "datum" ? value.datum : undefined;
  }
  const inhoud = lezer.waarneming(verwijzing, HET_GEHEEL)?.inhoud;
  return inhoud?.soort === "datum" ? inhoud.datum : undefined;
}

/** Whole years, then months, then days from one day up to another that is not earlier. */
function timeUntil(van: Datum, tot: Datum): Resttijd {
  const maanden = mostWithin(tot, (aantal) => addDuur(van, { aantal, maat: "maanden" }));
  const after = addDuur(van, { aantal: maanden, maat: "maanden" });
  const dagen = mostWithin(tot, (aantal) => addDuur(after, { aantal, maat: "dagen" }));
  return { jaren: Math.floor(maanden / 12), maanden: maanden % 12, dagen };
}

function mostWithin(tot: Datum, step: (aantal: Duur["aantal"]) => Datum): number {
  let most = 0;
  while (step(most + 1) <= tot) most += 1;
  return most;
}
