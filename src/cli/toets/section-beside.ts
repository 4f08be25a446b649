import { formatGetal, formatMoment, listWords } from "#domain/notatie.ts";
import type { Botsing, Botsingskant, Eisoordeel } from "#domain/oordeel.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import { groupBy } from "../group-by.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { beside, listedShort, wrap } from "../text/wrap.ts";
import { eisName, orderedUnits, type Toetsblad, unitName, verdictWord } from "./toets-sheet.ts";

/** Two documents that ask different things of the same: both as they are, for people to settle. */
export function conflictSection(sheet: Toetsblad): Section {
  const { botsingen } = sheet.uitkomst;
  if (botsingen.length === 0) return [];
  const { style, width } = sheet;
  return [
    style.warm("Botsing: twee documenten vragen hier iets anders. Wie voorgaat, beslissen mensen."),
    ...botsingen.flatMap((botsing) => [
      ...beside(
        "  –",
        `${asWords(botsing.naam)}${botsing.hoe === "strenger" ? ", hier wordt meer gevraagd" : ", niet op de grens te vergelijken"} (${botsing.eis})`,
        4,
        width,
      ),
      ...beside("      ·", sideText(botsing.eigen, botsing, sheet, "eigen"), 8, width),
      ...beside("      ·", sideText(botsing.norm, botsing, sheet, "norm"), 8, width),
    ]),
  ];
}

function sideText(
  kant: Botsingskant,
  { naam }: Botsing,
  { uitkomst }: Toetsblad,
  which: "eigen" | "norm",
): string {
  const { document, grens, bron, status, orgaan } = kant;
  const side = which === "eigen" ? uitkomst : uitkomst.norm;
  const verdicts = (side?.eenheden ?? []).flatMap(({ oordelen }) =>
    oordelen
      .filter(({ eis }) => eis === naam)
      .map((oordeel) => verdictWord(oordeel, uitkomst.niveau)),
  );
  const counted = groupBy(verdicts, (word) => word).map((group) =>
    verdicts.length === 1 ? group[0] : `${group.length} keer ${group[0]}`,
  );
  const who = orgaan ? `, ${orgaan}` : "";
  const source = [bron.stuk, bron.plaats].filter(Boolean).join(", ");
  return `${document}${who}: ${grens} (${status}; ${source}, ${bron.stand}). Oordeel: ${listWords(counted)}.`;
}

/** What is said beside the verdicts, each thing once with whom it is about. */
export function remarkSection(sheet: Toetsblad): Section {
  const units = orderedUnits(sheet);
  const several = units.length > 1;
  const eisen = Object.keys(sheet.vraag.document.eisen).length > 1;
  const all = units.flatMap(({ naam, oordelen }) =>
    oordelen.flatMap((oordeel) =>
      textsOf(oordeel).map((text) => ({
        text,
        whom: [...(several ? [naam] : []), ...(eisen ? [eisName(oordeel)] : [])].join(": "),
      })),
    ),
  );
  if (all.length === 0) return [];
  return [
    sheet.style.bold("Erbij"),
    ...groupBy(all, ({ text }) => text).flatMap((group) => {
      const names = group.map(({ whom }) => whom).filter(Boolean);
      const total = units.reduce((sum, { oordelen }) => sum + oordelen.length, 0);
      const whom =
        names.length === 0 || (total > 1 && group.length === total)
          ? ""
          : ` (${listedShort(names)})`;
      return beside("  –", `${group[0].text}${whom}`, 4, sheet.width);
    }),
  ];
}

function textsOf({ opmerkingen, uitleg, vastgelegd, ontheffing }: Eisoordeel): readonly string[] {
  return [
    ...opmerkingen.map((text) => (text.includes(" ") ? text : asWords(text))),
    ...(uitleg === undefined ? [] : [`uitleg: ${uitleg}`]),
    ...(ontheffing?.tot ? [`de ontheffing geldt tot en met ${formatMoment(ontheffing.tot)}`] : []),
    ...(vastgelegd
      ? [
          `van ${formatGetal(vastgelegd.totaal, 2)} ${asWords(vastgelegd.cijfer)} liggen er ${formatGetal(vastgelegd.vast, 2)} al vast en zijn er ${formatGetal(vastgelegd.aanpasbaar, 2)} aan te passen${vastgelegd.onbekend.teller === 0n ? "" : `; van ${formatGetal(vastgelegd.onbekend, 2)} is dat onbekend`}`,
        ]
      : []),
  ];
}

const NARROW = 22;
const WIDE = 34;

/** Every figure that was used, by indicator, moment and source. */
export function sourcesSection(sheet: Toetsblad): Section {
  const { uitkomst, style, width } = sheet;
  const name = ({ indicator, cel }: GebruiktCijfer) => [indicator, ...cel].join(".");
  const groups = groupBy(uitkomst.gebruikt, (item) =>
    [name(item), item.moment ?? "", item.bron, item.betrouwbaarheid ?? ""].join("|"),
  ).toSorted(([a], [b]) => name(a).localeCompare(name(b), "nl"));
  if (groups.length === 0) return [];
  const longest = Math.max(...groups.map(([first]) => name(first).length + 4));
  const label = Math.min(WIDE, Math.max(NARROW, longest));
  return [
    style.bold("Cijfers"),
    ...groups
      .flatMap((group) => beside(`  ${name(group[0])}`, groupText(group, sheet), label, width))
      .map(style.dim),
  ];
}

function groupText(
  group: readonly [GebruiktCijfer, ...GebruiktCijfer[]],
  sheet: Toetsblad,
): string {
  const [{ moment, bron, betrouwbaarheid }] = group;
  const units = group.filter(({ gebied }) => gebied !== GEHEEL);
  const whom =
    units.length === 0
      ? "voor het geheel"
      : listedShort(
          units.map(({ gebied }) => unitName(gebied, sheet)),
          4,
        );
  const remarks = groupBy(
    group.flatMap(({ opmerking }) => opmerking ?? []),
    (text) => text,
  ).map(([text]) => ` Let op: ${text}`);
  const parts = [moment ? formatMoment(moment) : "", betrouwbaarheid ?? "", whom];
  return `${parts.filter(Boolean).join(", ")}; ${bron}.${remarks.join("")}`;
}

/** How to see where a verdict comes from. */
export function closingSection(sheet: Toetsblad): Section {
  const [first] = orderedUnits(sheet);
  const name = first && sheet.uitkomst.eenheden.length > 1 ? ` ${quoted(first.naam)}` : "";
  // Not wrapped: a line to copy.
  return [
    ...wrap("Hoe komt een oordeel tot stand?", sheet.width),
    `  ${sheet.command} --uitleg${name}`,
  ];
}

function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}
