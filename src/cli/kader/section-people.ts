import { formatMoment, orgaannaam } from "#domain/notatie.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { indent } from "../text/wrap.ts";
import { eenheidnaam, type Kaderblad } from "./kader-sheet.ts";

/** What is late, what lacks and what people must set, each as one line. */
export function peopleSection(sheet: Kaderblad): Section {
  const { stand, style, width } = sheet;
  const lines = [
    ...stand.teLaat.map((text) => lateText(text, sheet)),
    ...stand.ontbreekt.map(missingText),
    ...stand.meldingen.flatMap(meldingText),
    ...stand.opmerkingen,
  ];
  if (lines.length === 0) return [];
  return [style.bold("Voor mensen"), ...lines.flatMap((text) => bullet(text, width))];
}

function bullet(text: string, width: number): Section {
  return indent(text, 4, width).map((line, i) => (i === 0 ? `  – ${line.trimStart()}` : line));
}

/** `landing van x bij GM0505`, `evaluatie 2026-01-01`. */
function lateText(text: string, sheet: Kaderblad): string {
  const [, day] = /^evaluatie (\S+)$/.exec(text) ?? [];
  if (day) return `De evaluatie van ${formatMoment(day)} is voorbij, en er is geen verslag.`;
  const [, naam = "", unit] = /^landing van (\S+)(?: bij (.+))?$/.exec(text) ?? [];
  const whom = unit === undefined ? "" : ` bij ${eenheidnaam(unit, sheet)}`;
  return `«${asWords(naam)}» had${whom} al geland moeten zijn, en is daar niet geborgd.`;
}

function missingText(text: string): string {
  const [, naam] = /^landt-in van (\S+)$/.exec(text) ?? [];
  if (naam === undefined) return "Spoor 3 landt in geen enkel Wmo-beleidsplan.";
  return `«${asWords(naam)}» zegt niet in welk instrument het landt, en is dus nergens geborgd.`;
}

function meldingText(melding: Melding): readonly string[] {
  if (melding.soort === "onbepaald") {
    const who = melding.parameter?.zet;
    const by = who === undefined ? "" : `, door ${orgaannaam(who)}`;
    return [`Nog te bepalen${by}: «${melding.wat}». Vul in met «--vul ${melding.wat}=…».`];
  }
  return melding.soort === "geweigerd" ? [`${melding.reden}.`] : [];
}
