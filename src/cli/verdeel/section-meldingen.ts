import { formatBreuk, isZero } from "#domain/breuk.ts";
import type { Parameter } from "#domain/kop.ts";
import {
  formatExact,
  formatGetal,
  formatMoment,
  formatVanTot,
  listWords,
} from "#domain/notatie.ts";
import type { Keuzegevolg, Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Keuze } from "#domain/verdeling.ts";
import { cijfernaam, indicatorOf } from "../figures/figure-name.ts";
import { groupBy } from "../group-by.ts";
import { formatParameter, titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asSentence } from "../text/words.ts";
import { beside, listedShort, wrap } from "../text/wrap.ts";
import { naamVan, type Sheet } from "./sheet.ts";

/** What keeps a key from numbers or asks for people: per key, each with what helps. */
export function meldingenSection(sheet: Sheet): Section {
  const { kolommen } = sheet.tabel;
  return kolommen.flatMap(({ document, uitkomst }) => {
    const undetermined = uitkomst.meldingen.filter((melding) => melding.soort === "onbepaald");
    const missing = uitkomst.meldingen.flatMap((melding) =>
      melding.soort === "onvolledig" ? melding.ontbreekt : [],
    );
    const others = uitkomst.meldingen.filter(
      (melding) => melding.soort !== "onbepaald" && melding.soort !== "onvolledig",
    );
    const lines = [
      ...undeterminedLines(undetermined, sheet),
      ...missingLines(missing, sheet),
      ...others.flatMap((melding) => describeMelding(melding, sheet)),
    ];
    if (lines.length === 0 || kolommen.length === 1) return lines;
    return [sheet.style.bold(titel(document)), ...lines];
  });
}

/** What one melding says, in lines; exhaustive, so that a new soort asks for its words. */
function describeMelding(melding: Exclude<Melding, Onbepaald | Onvolledig>, sheet: Sheet): Section {
  const paragraph = (text: string) => wrap(text, sheet.width);
  const { warm } = sheet.style;
  switch (melding.soort) {
    case "besluit-nodig":
      return melding.wat === "wat-niet-past"
        ? choiceLines(melding, sheet)
        : tieLines(melding, sheet);
    case "onhaalbaar":
      return [
        warm("Onhaalbaar: niet alle voorwaarden kunnen tegelijk gelden."),
        ...paragraph(asSentence(melding.tekst)),
        ...melding.botsend.flatMap((pad) => beside("  botst", pad, 12, sheet.width)),
        ...melding.uitweg.flatMap((text) => beside("  kan ook", text, 12, sheet.width)),
      ];
    case "geweigerd":
      return paragraph(`${warm("Geweigerd.")} ${asSentence(melding.reden)} (${melding.regel})`);
    case "niet-te-onderscheiden":
      return paragraph(`Niet te onderscheiden van ${melding.document}.`);
  }
}

/** Per figure of whom it is missing, and how to give it. */
function missingLines(ontbreekt: readonly Ontbrekend[], sheet: Sheet): Section {
  if (ontbreekt.length === 0) return [];
  const absent = ontbreekt.filter(({ botst }) => !botst);
  const lines = groupBy(absent, figureKey).flatMap(([first, ...others]) => {
    const items = [first, ...others];
    const moment = first.moment ? ` (${formatMoment(first.moment)})` : "";
    const who = ofWhom(
      items.flatMap(({ van }) => van ?? []),
      sheet,
    );
    const text = `${cijfernaam(first.cijfer, sheet)}${moment}${who}. ${howToGive(first, items.length, sheet)}`;
    return beside("  –", text, 4, sheet.width);
  });
  const contradicted = ontbreekt.flatMap((item) => contradictionLines(item, sheet));
  return [
    ...(lines.length > 0 ? [sheet.style.warm("Onvolledig: er ontbreken cijfers."), ...lines] : []),
    ...(contradicted.length > 0
      ? [sheet.style.warm("Onvolledig: bronnen spreken elkaar tegen."), ...contradicted]
      : []),
  ];
}

/** Both sources with what they say; which one holds, people say by giving it themselves. */
function contradictionLines(item: Ontbrekend, sheet: Sheet): Section {
  if (!item.botst) return [];
  const who = ofWhom(item.van ? [item.van] : [], sheet);
  const said = item.botst.map(({ bron, waarde }) => `${formatExact(waarde)} (${bron})`);
  const text = `${cijfernaam(item.cijfer, sheet)}${who}: ${listWords(said)}. Kies zelf welk cijfer telt. ${howToGive(item, 1, sheet)}`;
  return beside("  –", text, 4, sheet.width);
}

function figureKey({ cijfer, moment }: Ontbrekend): string {
  return `${cijfer}|${moment ?? ""}`;
}

/** ` van Dordrecht en Sliedrecht`, or of all; empty for the whole. */
export function ofWhom(ids: readonly string[], sheet: Sheet): string {
  const all = sheet.tabel.vraag.gebied.eenheden.length;
  if (ids.length === 0) return "";
  if (ids.length === all && all > 1) return ` van alle ${all} gemeenten`;
  return ` van ${listedShort(ids.map((id) => naamVan(id, sheet)).sort(byName))}`;
}

/** A ratio may hold for all at once, and some counts are of the region; others are of a gemeente. */
function howToGive({ cijfer, van, moment }: Ontbrekend, count: number, sheet: Sheet): string {
  const indicator = indicatorOf(cijfer, sheet);
  const ofRegion =
    indicator?.niveau.includes("regio") && count === sheet.tabel.vraag.gebied.eenheden.length;
  const forAll = !van || ofRegion || (indicator && !indicator.optelbaar);
  const when = moment ? `@${moment}` : "";
  const inside = indicator?.niveau.includes("corporatie") ? ".<corporatie>" : "";
  if (forAll) return `Geef het met «--cijfer ${cijfer}${when ? `@${when}` : ""}=…».`;
  return `Geef het met «--cijfer ${cijfer}${inside}@${van}${when}=…» of in een bestand met «--cijfers».`;
}

type Onvolledig = Extract<Melding, { soort: "onvolledig" }>;
type Onbepaald = Extract<Melding, { soort: "onbepaald" }>;

/** What people still have to set, each with the values that sources name and how to try one. */
function undeterminedLines(meldingen: readonly Onbepaald[], { width, style }: Sheet): Section {
  if (meldingen.length === 0) return [];
  return [
    style.warm("Onbepaald: hier moeten mensen eerst iets vaststellen."),
    ...meldingen.flatMap(({ wat, waarom, parameter }) => [
      ...beside("  –", `${waarom} ${howToFill(wat, parameter)}`, 4, width),
      ...(parameter?.mogelijk ?? []).flatMap(({ waarde, bron }) =>
        beside("      ·", `${formatParameter(waarde)} volgens ${bron}`, 8, width),
      ),
    ]),
  ];
}

function howToFill(wat: string, parameter: Parameter | undefined): string {
  if (wat === "sleutel") {
    return "Probeer er een met «--vul sleutel=inwoners» (of een ander cijfer, of gelijk).";
  }
  return parameter ? `Om mee te rekenen: «--vul ${wat}=…».` : "";
}

type Keuzemelding = Extract<Melding, { wat: "wat-niet-past" }>;

const CONSEQUENCE: Readonly<Record<Keuze, string>> = {
  later: "komt in een volgend jaar bij het eigen deel",
  compenseren: "wordt geboekt als saldo en later verrekend",
  "extra-aanbod": "wordt gevonden in extra woningen",
  anderen: "gaat naar de anderen",
  open: "krijgt nu geen plek",
};

/** How much does not fit, who is at the bound, and what each choice would do; none comes first. */
function choiceLines(melding: Keuzemelding, sheet: Sheet): Section {
  const { width, style, tabel } = sheet;
  const eenheid = tabel.kolommen[0].uitkomst.eenheid;
  const band = tabel.kolommen.find(({ uitkomst }) => uitkomst.meldingen.includes(melding));
  const open = band?.uitkomst.open;
  const range =
    open && formatVanTot(open) !== formatGetal(melding.pastNiet) ? ` (${formatVanTot(open)})` : "";
  const names = melding.aanDeGrens.map((id) => naamVan(id, sheet)).sort(byName);
  return [
    style.warm(`Wat niet past: ${formatGetal(melding.pastNiet)}${range} ${eenheid}. Keuze nodig.`),
    ...wrap(
      `Aan de grens: ${listWords(names)}. De keuze is aan mensen; zo werkt elke keuze uit:`,
      width,
    ),
    ...melding.keuzes.flatMap((gevolg) =>
      beside(`  ${gevolg.keuze}`, consequenceText(gevolg, melding, sheet), 17, width),
    ),
    ...wrap("Reken verder met een keuze, bijvoorbeeld: «--vul wat-niet-past=open».", width),
    "",
    ...choiceTable(melding, sheet),
  ];
}

/** The number of every unit under each choice; choices that come to the same share a column. */
function choiceTable({ keuzes }: Keuzemelding, sheet: Sheet): Section {
  const groups = groupBy(
    keuzes.filter(({ uitkomst }) => uitkomst !== undefined),
    ({ uitkomst = [] }) => uitkomst.map(({ aantal }) => formatBreuk(aantal)).join(" "),
  );
  const numberIn = (group: readonly [Keuzegevolg, ...Keuzegevolg[]], id: string) => {
    const found = group[0].uitkomst?.find(({ eenheid }) => eenheid === id);
    return found ? formatGetal(found.aantal, 2) : "–";
  };
  const [first] = groups;
  const units = (first?.[0].uitkomst ?? []).map(({ eenheid: id }) => ({
    id,
    naam: naamVan(id, sheet),
  }));
  const columns: readonly Column[] = [
    { header: "gemeente", align: "left" },
    ...groups.map(
      (group): Column => ({
        header: listWords(
          group.map(({ keuze }) => keuze),
          "of",
        ),
        align: "right",
      }),
    ),
  ];
  const rows = units
    .toSorted((a, b) => byName(a.naam, b.naam))
    .map(
      ({ id, naam }): Row => ({
        kind: "row",
        cells: [naam, ...groups.map((group) => numberIn(group, id))],
      }),
    );
  const open: Row = {
    kind: "total",
    cells: ["staat open", ...groups.map(([{ open: left }]) => formatGetal(left, 2))],
  };
  return renderTable({ columns, rows: [...rows, open] }, sheet.tableWidth);
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, "nl");
}

function consequenceText(gevolg: Keuzegevolg, { pastNiet }: Keuzemelding, sheet: Sheet): string {
  const { keuze, uitkomst, groeit, open, waarom } = gevolg;
  if (!uitkomst) return waarom ?? "Deze keuze kan hier niet.";
  const grows = groeit.map((id) => {
    const number = uitkomst.find(({ eenheid }) => eenheid === id)?.aantal;
    return number ? `${naamVan(id, sheet)} (${formatGetal(number)})` : naamVan(id, sheet);
  });
  const left = isZero(open) ? "Niets blijft open." : `${formatGetal(open)} staat dan nog open.`;
  return [
    `${formatGetal(pastNiet)} ${CONSEQUENCE[keuze]}.`,
    grows.length > 0 ? `Het deel groeit van ${listWords(grows)}.` : "Niemands deel groeit.",
    left,
    waarom ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

function tieLines(melding: Extract<Melding, { wat: "gelijke-stand" }>, sheet: Sheet): Section {
  const names = melding.kandidaten.map((id) => naamVan(id, sheet));
  const where = melding.onderdeel ? ` bij ${melding.onderdeel}` : "";
  return [
    sheet.style.warm(`Besluit nodig: een gelijke stand${where}.`),
    ...wrap(
      `${listWords(names)} hebben evenveel recht op ${melding.teVerdelen === 1 ? "één plek" : `${melding.teVerdelen} plekken`}. Het document zegt niet wie voorgaat; dat beslissen mensen. Vul hun volgorde in met «--vul gelijke-standen=${names.join(",")}», in de volgorde van het besluit.`,
      sheet.width,
    ),
  ];
}
