import { compareNaam } from "#domain/alfabet.ts";
import type { Onderdeel } from "#domain/kader.ts";
import type { Landing, Landingregel, Landingstand, Partijstand } from "#domain/kaderstand.ts";
import { readTijd } from "./dag.ts";
import type { Kadervraag } from "./kadervraag.ts";

type Eenheid = { readonly id: string; readonly naam: string };

/**
 * What of an onderdeel has landed in its instrument, for each of whom that is asked.
 *
 * Nothing has landed without its place there (F095). After its day what has not landed is
 * `te-laat`, and the agreement is not geborgd (F209); without a day it is never late.
 */
export function reportLanding(
  naam: string,
  { landtIn }: Onderdeel,
  vraag: Kadervraag,
  partijen: readonly Partijstand[],
): Landingstand | undefined {
  if (!landtIn) return undefined;
  const { instrument, voorElk } = landtIn;
  const tijd = landtIn.uiterlijk ? readTijd(landtIn.uiterlijk, vraag) : {};
  const facts = vraag.geland.filter(
    (fact) =>
      fact.onderdeel === naam &&
      fact.op <= vraag.op &&
      (fact.instrument === undefined || fact.instrument === instrument),
  );
  const late = tijd.dag !== undefined && tijd.dag < vraag.op;
  const waiting = late ? "te-laat" : tijd.dag === undefined ? "zonder-termijn" : "komt";
  const regels =
    voorElk === undefined
      ? [regelOf(undefined, facts, waiting)]
      : unitsFor(voorElk, vraag, partijen).map((unit) =>
          regelOf(
            unit,
            facts.filter(({ eenheid }) => eenheid === unit.id),
            waiting,
          ),
        );
  return {
    instrument,
    ...(voorElk === undefined ? {} : { voorElk }),
    ...(tijd.dag === undefined ? {} : { uiterlijk: tijd.dag }),
    ...(tijd.melding?.soort === "onbepaald" ? { onbepaald: tijd.melding.wat } : {}),
    regels,
    // Nobody is not the same as all: without units it is not known to hold.
    geborgd: regels.length > 0 && regels.every(({ stand }) => stand === "geland"),
  };
}

function regelOf(
  unit: Eenheid | undefined,
  facts: readonly Landing[],
  waiting: Landingregel["stand"],
): Landingregel {
  const who = unit ? { eenheid: unit.id, naam: unit.naam } : {};
  const found = facts
    .filter(({ plaats }) => plaats !== undefined)
    .toSorted((a, b) => (a.op < b.op ? -1 : 1))[0];
  if (!found?.plaats) return { ...who, stand: waiting };
  return { ...who, stand: "geland", plaats: found.plaats, op: found.op };
}

/** Those of whom it is asked: of the gebied, else the parties of that kind; by name. */
function unitsFor(
  voorElk: string,
  { gebied }: Kadervraag,
  partijen: readonly Partijstand[],
): readonly Eenheid[] {
  const units = (): readonly Eenheid[] => {
    switch (voorElk) {
      case "gemeente":
        return gebied.eenheden;
      case "deelregio":
        return Object.entries(gebied.deelregios).map(([id, naam]) => ({ id, naam }));
      case "provincie":
        return [...new Set(gebied.eenheden.flatMap(({ provincie }) => provincie ?? []))].map(
          (id) => ({ id, naam: id }),
        );
      default:
        return partijen
          .filter(({ soort }) => soort === voorElk)
          .map(({ wie }) => ({ id: wie, naam: wie }));
    }
  };
  return units().toSorted((a, b) => compareNaam(a.naam, b.naam));
}

/** `landing van verdeling-urgenten bij GM0505`, for each that is late. */
export function lateLandings(naam: string, landing: Landingstand | undefined): readonly string[] {
  return (landing?.regels ?? [])
    .filter(({ stand }) => stand === "te-laat")
    .map(({ eenheid }) => `landing van ${naam}${eenheid === undefined ? "" : ` bij ${eenheid}`}`);
}
