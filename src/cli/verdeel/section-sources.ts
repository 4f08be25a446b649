import { formatMoment } from "#domain/notatie.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Herkomst } from "#domain/verantwoording.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import { groupBy } from "../group-by.ts";
import type { Section } from "../text/section.ts";
import { beside, listedShort } from "../text/wrap.ts";
import { naamVan, type Sheet } from "./sheet.ts";

// The line about the region says it already, with the reason.
const ABOUT_MEMBERS = /erbij (horen|hoort), is een aanname\.$/;

/** What the numbers rest on that nobody has sourced, each said once. */
export function assumptionsSection({ tabel, style, width }: Sheet): Section {
  const told = new Set(tabel.kolommen.flatMap(({ uitkomst }) => uitkomst.aannames));
  const all = [...told].filter((text) => !ABOUT_MEMBERS.test(text));
  if (all.length === 0) return [];
  return [style.bold("Aannames"), ...all.flatMap((text) => beside("  –", text, 4, width))];
}

type Source = Herkomst & { readonly cel?: readonly string[] };

const NARROW = 22;
const WIDE = 34;

/** Every figure that was used, by indicator, moment and source; then who delivered nothing. */
export function sourcesSection(sheet: Sheet): Section {
  const { style, width } = sheet;
  const used = allSources(sheet);
  const groups = groupBy(used, ({ indicator, cel = [], moment, bron, betrouwbaarheid }) =>
    [indicator, ...cel, moment ?? "", bron, betrouwbaarheid ?? ""].join("|"),
  );
  if (groups.length === 0) return [];
  const names = groups.map(([{ indicator, cel = [] }]) => [indicator, ...cel].join("."));
  const longest = Math.max(...names.map((name) => name.length + 4));
  const labelWidth = Math.min(WIDE, Math.max(NARROW, longest));
  const lines = groups
    .toSorted(([a], [b]) => a.indicator.localeCompare(b.indicator, "nl"))
    .flatMap((group) => {
      const [{ indicator, cel = [] }] = group;
      const name = [indicator, ...cel].join(".");
      return beside(`  ${name}`, describeGroup(group, sheet), labelWidth, width);
    });
  return [style.bold("Cijfers"), ...[...lines, ...missingLines(sheet, labelWidth)].map(style.dim)];
}

function allSources({ tabel, bij }: Sheet): readonly Source[] {
  const extra: readonly GebruiktCijfer[] = [
    ...(bij.nu?.gebruikt ?? []),
    ...(bij.aanbod?.gebruikt ?? []),
  ];
  const all: readonly Source[] = [
    ...tabel.kolommen.flatMap(({ uitkomst }) => [
      ...uitkomst.gebruikt,
      ...uitkomst.ernaast.flatMap(({ cijfers }) => cijfers.flatMap(({ herkomst }) => herkomst)),
    ]),
    ...extra,
  ];
  return groupBy(all, ({ indicator, gebied, cel = [], moment }) =>
    [indicator, gebied, ...cel, moment ?? ""].join("|"),
  ).map(([first]) => first);
}

function describeGroup(group: readonly [Source, ...Source[]], sheet: Sheet): string {
  const [{ moment, bron, betrouwbaarheid }] = group;
  const units = group.filter(({ gebied }) => gebied !== GEHEEL).length;
  const parts = [
    moment ? formatMoment(moment) : "",
    betrouwbaarheid ?? "",
    units === 0 ? "voor het geheel" : `${units} ${units === 1 ? "gemeente" : "gemeenten"}`,
  ];
  return `${parts.filter(Boolean).join(", ")}; ${bron}${remarksOn(group, sheet)}`;
}

/** What the source says of single figures, with whose they are. */
function remarksOn(group: readonly Source[], sheet: Sheet): string {
  const marked = group.filter(({ opmerking }) => opmerking !== undefined);
  return groupBy(marked, ({ opmerking }) => opmerking ?? "")
    .map((same) => {
      const names = same.map(({ gebied }) => naamVan(gebied, sheet));
      return `. Let op, bij ${listedShort(names, 6)}: ${same[0].opmerking}`;
    })
    .join("");
}

/** Figures that lie beside the result and that nobody delivered: unknown is not nought. */
function missingLines(sheet: Sheet, labelWidth: number): Section {
  const { tabel, bij, width } = sheet;
  const beside_ = tabel.kolommen.flatMap(({ uitkomst }) =>
    uitkomst.ernaast.flatMap(({ cijfers }) =>
      cijfers.flatMap(({ cijfer, waarde, kenmerk }) => (waarde || kenmerk ? [] : [cijfer])),
    ),
  );
  const missing = [...(bij.nu?.ontbreekt ?? []), ...(bij.aanbod?.ontbreekt ?? [])];
  const names = [...new Set([...missing.map(({ cijfer }) => cijfer), ...beside_])];
  if (names.length === 0) return [];
  return beside("  niet geleverd", names.join(", "), labelWidth, width);
}
