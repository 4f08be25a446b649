import { addDuur, type Datum } from "#domain/peildatum.ts";
import type { Bewijs, Trajectstap } from "#domain/traject.ts";
import type { Gebeurtenis, Gebrek } from "#domain/trajectstand.ts";
import { type Betrokkene, betrokkeneTekst, listBetrokkenen } from "./eenheden.ts";
import type { Trajectlezing } from "./lezing.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

/** What came in for a step since it last ended. */
export type Stapdossier = {
  readonly stukken: readonly Gebeurtenis[];
  readonly besluiten: readonly Gebeurtenis[];
  /** The day from which people call it done, and why. */
  readonly verklaring?: Gebeurtenis;
};

export const LEEG_DOSSIER: Stapdossier = { stukken: [], besluiten: [] };

export type Stapvraag = {
  readonly stap: Trajectstap;
  readonly dossier: Stapdossier;
  /** The day on which the traject came to this step; absent where nobody knows. */
  readonly sinds: Datum | undefined;
  readonly dag: Datum | undefined;
  readonly vraag: Trajectvraag;
  readonly lezing: Trajectlezing;
};

/** Everything a step lacks on a day: evidence first, then its decision, then its gate. */
export function listGebreken(stapvraag: Stapvraag): readonly Gebrek[] {
  const { stap } = stapvraag;
  return [
    ...stap.bewijs.flatMap((bewijs) => bewijsgebreken(bewijs, stapvraag)),
    ...besluitgebreken(stapvraag),
    ...poortgebreken(stapvraag),
  ];
}

/** How often this evidence came in for one of those it is asked of. */
export function countStukken(
  { stuk, voorElk }: Bewijs,
  { stukken }: Stapdossier,
  van: string | undefined,
): number {
  return stukken.filter(
    (item) =>
      item.stuk === stuk &&
      (voorElk === undefined || van === undefined || item.voor[voorElk] === van),
  ).length;
}

function bewijsgebreken(bewijs: Bewijs, stapvraag: Stapvraag): readonly Gebrek[] {
  const { stuk, voorElk, aantal = 1 } = bewijs;
  const missing = (van: Betrokkene | undefined, tekst: string): readonly Gebrek[] => {
    const count = countStukken(bewijs, stapvraag.dossier, van?.id);
    if (count >= aantal) return [];
    const vervaltOp = passesOn(bewijs, stapvraag);
    if (vervaltOp !== undefined && stapvraag.dag !== undefined && vervaltOp <= stapvraag.dag) {
      return [];
    }
    return [
      {
        soort: "bewijs",
        tekst: aantal === 1 ? tekst : `${tekst} (${count} van ${aantal})`,
        ...(van ? { van: betrokkeneTekst(van), naam: van.naam } : {}),
        ...(vervaltOp === undefined ? {} : { vervaltOp }),
      },
    ];
  };
  if (voorElk === undefined) return missing(undefined, stuk);
  const who = listBetrokkenen(voorElk, stapvraag.vraag);
  if (!who) return [{ soort: "bewijs", tekst: `${stuk} van elke ${voorElk}`, onbekend: true }];
  return who.flatMap((one) => missing(one, `${stuk} van ${betrokkeneTekst(one)}`));
}

/** The day after the term in which an answer was awaited. */
function passesOn({ ofNa }: Bewijs, { sinds, lezing }: Stapvraag): Datum | undefined {
  const duur = ofNa && lezing.duur(ofNa);
  if (!duur || sinds === undefined) return undefined;
  return addDuur(addDuur(sinds, duur), { aantal: 1, maat: "dagen" });
}

function besluitgebreken({ stap, dossier, vraag }: Stapvraag): readonly Gebrek[] {
  if (!stap.besluit) return [];
  const { orgaan, voorElk } = stap.besluit;
  if (voorElk === undefined) {
    return dossier.besluiten.length > 0
      ? []
      : [{ soort: "besluit", tekst: `besluit van ${orgaan}` }];
  }
  const who = listBetrokkenen(voorElk, vraag);
  if (!who) return [{ soort: "besluit", tekst: `besluit van elke ${voorElk}`, onbekend: true }];
  const open = who.filter(({ id }) => dossier.besluiten.every(({ voor }) => voor[voorElk] !== id));
  return open.map((one) => {
    const van = betrokkeneTekst(one);
    return { soort: "besluit", tekst: `besluit van ${van}`, van, naam: one.naam };
  });
}

/** An unknown gate is not passed; the reading says which figure or parameter is missing. */
function poortgebreken({ stap, lezing }: Stapvraag): readonly Gebrek[] {
  if (!stap.pasAls) return [];
  const truth = lezing.waar(stap.pasAls);
  if (truth === "ja") return [];
  return [
    { soort: "poort", tekst: "pas-als", ...(truth === "onbekend" ? { onbekend: true } : {}) },
  ];
}
