import { formatMoment } from "#domain/notatie.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import { cijfernaam } from "../figures/figure-name.ts";
import { groupBy } from "../group-by.ts";
import { formatParameter } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { beside, listedShort, wrap } from "../text/wrap.ts";
import { type Toetsblad, unitName } from "./toets-sheet.ts";

/** What keeps a verdict back and who can mend it: people who must set something, or deliver it. */
export function peopleSection(sheet: Toetsblad): Section {
  const { meldingen } = sheet.uitkomst;
  const refused = meldingen.filter((melding) => melding.soort === "geweigerd");
  const undetermined = meldingen.filter((melding) => melding.soort === "onbepaald");
  const missing = meldingen.flatMap((melding) =>
    melding.soort === "onvolledig" ? melding.ontbreekt : [],
  );
  return [
    ...refused.flatMap(({ reden, regel }) =>
      wrap(`${sheet.style.warm("Geweigerd:")} ${reden} (${regel}).`, sheet.width),
    ),
    ...undeterminedLines(undetermined, sheet),
    ...missingLines(missing, sheet),
  ];
}

type Onbepaald = Extract<Melding, { soort: "onbepaald" }>;

function undeterminedLines(meldingen: readonly Onbepaald[], sheet: Toetsblad): Section {
  if (meldingen.length === 0) return [];
  const { style, width } = sheet;
  return [
    style.warm("Onbepaald: hier moeten mensen eerst iets vaststellen."),
    ...meldingen.flatMap(({ wat, waarom, parameter }) => [
      ...beside(
        "  –",
        `${waarom}${parameter ? ` Om mee te rekenen: «--vul ${wat}=…».` : ""}`,
        4,
        width,
      ),
      ...(parameter?.mogelijk ?? []).flatMap(({ waarde, bron }) =>
        beside("      ·", `${formatParameter(waarde)} volgens ${bron}`, 8, width),
      ),
    ]),
  ];
}

/** Figures that the same units still owe, together: who has to deliver what. */
function missingLines(ontbreekt: readonly Ontbrekend[], sheet: Toetsblad): Section {
  if (ontbreekt.length === 0) return [];
  const figures = groupBy(ontbreekt, ({ cijfer, moment }) => `${cijfer}|${moment ?? ""}`);
  const owed = groupBy(figures, (group) => group.map(({ van }) => van ?? "").join("|"));
  return [
    sheet.style.warm("Onvolledig: er ontbreken cijfers. Zonder cijfer is er geen oordeel."),
    ...owed.flatMap((same) => {
      const names = same.map(([{ cijfer, moment }]) => {
        const when = moment ? ` (${formatMoment(moment)})` : "";
        return `${cijfernaam(cijfer, sheet)}${when}`;
      });
      const text = `${ofWhom(same[0], sheet)}${names.join("; ")}. ${howToGive(same[0], sheet)}`;
      return beside("  –", text, 4, sheet.width);
    }),
  ];
}

function ofWhom(group: readonly Ontbrekend[], sheet: Toetsblad): string {
  const ids = group.flatMap(({ van }) => van ?? []);
  const all = sheet.uitkomst.eenheden.length;
  if (ids.length === 0 || (all === 1 && ids.length === 1)) return "";
  if (ids.length === all) return `van alle ${all}: `;
  const names = ids.map((id) => unitName(id, sheet)).sort((a, b) => a.localeCompare(b, "nl"));
  return `van ${listedShort(names)}: `;
}

/** How to give it, with the first as an example. */
function howToGive(group: readonly [Ontbrekend, ...Ontbrekend[]], sheet: Toetsblad): string {
  const [{ cijfer, van, moment }] = group;
  const { eenheden, niveau } = sheet.uitkomst;
  const alone = !van || eenheden.some(({ id }) => id === van && id === niveau);
  const at = alone ? "" : `@${unitName(van, sheet)}`;
  const when = moment ? `${at === "" ? "@" : ""}@${moment}` : "";
  const option = `${cijfer}${at}${when}=…`;
  const shown = /\s/.test(option) ? `"${option}"` : option;
  const more = group.length > 1 ? ", of in een bestand met «--cijfers»" : "";
  return `Geef het met «--cijfer ${shown}»${more}.`;
}
