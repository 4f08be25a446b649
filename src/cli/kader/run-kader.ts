import { toCanoniek } from "#services/kader/canoniek.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { runKaderstand } from "#services/kaderstand/kaderstand.service.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { joinSections } from "../text/section.ts";
import { createStyle } from "../text/style.ts";
import { withoutControls } from "../text/wrap.ts";
import type { Kaderblad } from "./kader-sheet.ts";
import { type Request, readRequest } from "./read-request.ts";
import { agreedSection } from "./section-agreed.ts";
import { headSection } from "./section-head.ts";
import { followSection, partySection } from "./section-parties.ts";
import { peopleSection } from "./section-people.ts";
import { reasonSection, stateSection } from "./section-state.ts";
import { landingSection, unitSections } from "./section-units.ts";

/** Says what was agreed, and where it stands on a day. */
export async function runKader(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const request = readRequest(asked, await around.loadBasis(), around.now());
  const { basis, opdracht, isToday, opmerkingen } = request;
  const stand = runKaderstand(opdracht);
  const sheet: Kaderblad = {
    basis,
    document: opdracht.document,
    stand,
    gebied: opdracht.gebied,
    isToday,
    zinnen: sentencesOf(request),
    width: around.width,
    tableWidth: around.tableWidth,
    style: createStyle(around.colour),
  };
  around.write(`${asked.has("json") ? toJson(request, sheet) : printSheet(sheet)}\n`);
  for (const text of opmerkingen) around.warn(`Let op: ${text}\n`);
  return asksPeople(sheet) ? EXIT.mensen : EXIT.gedaan;
}

function printSheet(sheet: Kaderblad): string {
  return joinSections([
    headSection(sheet),
    agreedSection(sheet),
    stateSection(sheet),
    reasonSection(sheet),
    ...unitSections(sheet),
    landingSection(sheet),
    partySection(sheet),
    followSection(sheet),
    peopleSection(sheet),
  ]);
}

/** The sentence that the document of an onderdeel is; what is not there has none. */
function sentencesOf({ basis, opdracht }: Request): ReadonlyMap<string, string> {
  const { onderdelen } = opdracht.document;
  return new Map(
    Object.entries(onderdelen).flatMap(([naam, { inhoud }]) => {
      const found =
        inhoud.soort === "document" ? basis.bibliotheek.find(inhoud.document) : undefined;
      if (!found) return [];
      const filled = opdracht.ingevuld.onderdelen.get(naam);
      return [[naam, withoutControls(describeInBasis(found, basis, filled))] as const];
    }),
  );
}

/**
 * The state as JSON, one line, keys sorted; every number is exact text.
 *
 * `{ soort: "kaderstand", op, gebied, ingevuld, stand }`
 */
function toJson({ opdracht }: Request, { stand, gebied }: Kaderblad): string {
  const { eigen, onderdelen } = opdracht.ingevuld;
  const ingevuld = { eigen, onderdelen: Object.fromEntries(onderdelen) };
  return toCanoniek({ soort: "kaderstand", op: stand.op, gebied, ingevuld, stand });
}

/** Something is left to do: fill in, deliver, land, report, or look after. */
function asksPeople({ stand }: Kaderblad): boolean {
  const { blokkade, ontbreekt, teLaat, meldingen, onderdelen } = stand;
  const open = [blokkade, ontbreekt, teLaat, meldingen].some(({ length }) => length > 0);
  return open || onderdelen.some(({ voortgang }) => voortgang !== "op-koers");
}
