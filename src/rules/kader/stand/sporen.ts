import { DEELONDERWERPEN, type Kader, type Onderdeel } from "#domain/kader.ts";
import type { Kaderstand, Spoorstand } from "#domain/kaderstand.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { codeToWords } from "../woorden.ts";
import type { Kadervraag } from "./kadervraag.ts";

const SPOREN = [1, 2, 3, 4] as const;

/** What was agreed per spoor, per theme, and on the deelonderwerpen of cooperation. */
export function reportSporen({
  onderdelen,
}: Kader): Pick<Kaderstand, "sporen" | "themas" | "deelonderwerpen"> {
  const all = Object.entries(onderdelen);
  const sporen = SPOREN.map((spoor): Spoorstand => {
    const own = all.filter(([, onderdeel]) => onderdeel.spoor === spoor);
    return {
      spoor,
      onderdelen: own.map(([naam]) => naam),
      reikwijdten: distinct(own.flatMap(([, { reikwijdte }]) => reikwijdte ?? [])),
    };
  });
  const themas = distinct(all.flatMap(([, { thema }]) => thema ?? []));
  return {
    sporen: sporen.filter(({ onderdelen: own }) => own.length > 0),
    themas: themas.map((thema) => ({
      thema,
      onderdelen: all.filter(([, part]) => part.thema === thema).map(([naam]) => naam),
    })),
    deelonderwerpen: DEELONDERWERPEN.map((naam) => ({
      naam,
      gedekt: all.some(([, { deelonderwerp }]) => deelonderwerp === naam),
    })),
  };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** How many of the six deelonderwerpen have an onderdeel (F097); silent without spoor 4. */
export function remarkOnSamenwerking({
  sporen,
  deelonderwerpen,
}: Pick<Kaderstand, "sporen" | "deelonderwerpen">): readonly string[] {
  if (!sporen.some(({ spoor }) => spoor === 4)) return [];
  const open = deelonderwerpen.filter(({ gedekt }) => !gedekt).map(({ naam }) => naam);
  if (open.length === 0) return [];
  const covered = deelonderwerpen.length - open.length;
  return [
    `Over samenwerking zijn er afspraken bij ${covered} van de ${deelonderwerpen.length} deelonderwerpen. Nog niets over: ${open.map(codeToWords).join(", ")}.`,
  ];
}

/**
 * What an agreement needs to hold in its own instruments: each of spoor 1 to 3 lands somewhere
 * (F095, F209), and spoor 3 lands in a wmo-beleidsplan too (F096).
 */
export function missingLanding({ onderdelen }: Kader): readonly string[] {
  const all = Object.entries(onderdelen);
  const care = all.filter(([, { spoor }]) => spoor === 3);
  const inWmo = care.some(([, { landtIn }]) => landtIn?.instrument === "wmo-beleidsplan");
  return [
    ...all
      .filter(([, { spoor, landtIn }]) => spoor !== 4 && !landtIn)
      .map(([naam]) => `landt-in van ${naam}`),
    ...(care.length > 0 && !inWmo ? ["wmo-beleidsplan van spoor 3"] : []),
  ];
}

/** A cap on homes for urgenten is worked out in prestatieafspraken, so that it lands there (F088). */
export function remarkOnGrens({ document, lopen }: Kadervraag): readonly string[] {
  const all = Object.entries(document.onderdelen);
  return all.flatMap(([naam, { spoor, inhoud }]) => {
    const run = lopen.get(naam);
    if (spoor !== 2 || run?.soort !== "verdeling" || !hasCap(run.document)) return [];
    const linked = all.some(([, other]) => landsInPrestatieafspraken(other, inhoud));
    if (linked) return [];
    return [
      `«${naam}» begrenst hoeveel woningen naar urgenten gaan. De koppeling met de prestatieafspraken ontbreekt: laat het ook daarin landen.`,
    ];
  });
}

function landsInPrestatieafspraken(other: Onderdeel, inhoud: Onderdeel["inhoud"]): boolean {
  const same =
    inhoud.soort === "document" &&
    other.inhoud.soort === "document" &&
    other.inhoud.document === inhoud.document;
  return same && other.landtIn?.instrument === "prestatieafspraken";
}

/** Titles of the kaders that work the cap of this verdeling out in prestatieafspraken (F088). */
export function prestatieafsprakenOf(
  verdeling: string,
  kaders: readonly Kader[],
): readonly string[] {
  const inhoud = { soort: "document", document: verdeling } as const;
  return kaders
    .filter(({ onderdelen }) =>
      Object.values(onderdelen).some((part) => landsInPrestatieafspraken(part, inhoud)),
    )
    .map(({ titel }) => titel);
}

/** Whether a verdeling says how much may go to urgenten at most. */
export function hasCap({ opgave, stappen }: Verdeling): boolean {
  const bounded = stappen.some(({ voorwaarden }) =>
    voorwaarden.some(({ soort }) => soort !== "minstens"),
  );
  return opgave.als === "maximum" || bounded;
}
