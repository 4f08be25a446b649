import type { Melding } from "#domain/uitkomst.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { comparePairs } from "#services/verdeling/paren.ts";
import { explainUitkomst } from "#services/verdeling/uitleg.ts";
import { checkOutput } from "../check-output.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { indicatorOf } from "../figures/figure-name.ts";
import { findGemeente } from "../figures/find-unit.ts";
import type { Surroundings } from "../surroundings.ts";
import { printAccount } from "../text/account.ts";
import { commandLine } from "../text/command-line.ts";
import { createStyle } from "../text/style.ts";
import { withoutControls, wrap } from "../text/wrap.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { computeRequest } from "./compute-request.ts";
import { toCsv } from "./csv.ts";
import { freezeOutcome } from "./freeze.ts";
import { toJson } from "./json.ts";
import { printSheet } from "./print-sheet.ts";
import { type Request, readRequest } from "./read-request.ts";
import { meldingenSection } from "./section-meldingen.ts";
import type { Sheet } from "./sheet.ts";

/** Carries out a verdeling and prints it: as a table to read, as an account, as JSON or csv. */
export async function runVerdeel(asked: Asked, around: Surroundings): Promise<ExitCode> {
  assertGood(checkOutput(asked));
  const request = readRequest(asked, await around.loadBasis(), around.now());
  assertGood(checkCombination(asked, request));
  const sheet = createSheet(request, asked, around);
  const unit = unitOf(asked, sheet);
  around.write(`${render(asked, sheet, unit)}${asked.has("csv") ? "" : "\n"}`);
  for (const text of request.opmerkingen) around.warn(`Let op: ${text}\n`);
  if (asked.has("bevries")) await freezeOutcome(asked, request, sheet, around);
  return sheet.tabel.kolommen.some(({ uitkomst }) => uitkomst.meldingen.some(asksPeople))
    ? EXIT.mensen
    : EXIT.gedaan;
}

function checkCombination(asked: Asked, { cijfers, ingevuld }: Request): readonly string[] {
  const changed = cijfers.length > 0 || Object.keys(ingevuld).length > 0;
  return [
    ...(asked.has("bevries") && asked.has("naast")
      ? ["Bevries één document tegelijk: laat «--naast» weg."]
      : []),
    ...(asked.has("bevries") && changed && !asked.one("verklaring")
      ? ['U vulde cijfers of keuzes in. Zeg erbij van wie ze zijn en waarom: «--verklaring "…"».']
      : []),
    ...(asked.has("verklaring") && !asked.has("bevries")
      ? ["«--verklaring» hoort bij «--bevries»."]
      : []),
  ];
}

function createSheet(request: Request, asked: Asked, around: Surroundings): Sheet {
  const { basis, op, isToday } = request;
  const tabel = computeRequest(request);
  const zinnen = tabel.kolommen.map(({ document }) =>
    withoutControls(describeInBasis(document, basis, tabel.vraag.ingevuld)),
  );
  return {
    basis,
    tabel,
    paren: comparePairs(tabel),
    bij: readBijcijfers(tabel.vraag),
    op,
    isToday,
    zinnen,
    command: commandLine("verdeel", asked, KEPT),
    width: around.width,
    tableWidth: around.tableWidth,
    style: createStyle(around.colour),
  };
}

/** The gemeente whose account is asked; undefined for the account of the whole, or for none. */
function unitOf(asked: Asked, { basis, tabel, op }: Sheet): string | undefined {
  const name = asked.one("uitleg");
  if (name === undefined) return undefined;
  const units = tabel.kolommen.flatMap(({ uitkomst }) => uitkomst.eenheden);
  const { gebied } = tabel.vraag;
  const known = [...gebied.eenheden, ...units].find(
    ({ id, naam }) => id === name || naam.toLowerCase() === name.toLowerCase(),
  );
  if (known) return known.id;
  const found = findGemeente(name, basis.gemeenten, op.slice(0, 10));
  if ("fout" in found) throw new UsageError([`--uitleg ${name}\n  ${found.fout}`]);
  throw new UsageError([
    `--uitleg ${name}\n  ${name} ligt niet in ${gebied.titel}. Daarin liggen: ${gebied.eenheden.map(({ naam }) => naam).join(", ")}.`,
  ]);
}

function render(asked: Asked, sheet: Sheet, unit: string | undefined): string {
  const [first] = sheet.tabel.kolommen;
  if (asked.has("json")) {
    return toJson(sheet, asked.has("uitleg") ? explainUitkomst(first.uitkomst, unit) : undefined);
  }
  if (asked.has("csv")) return toCsv(sheet);
  if (!asked.has("uitleg")) return printSheet(sheet);
  const unitOf = (indicator: string) => indicatorOf(indicator, sheet)?.eenheid;
  return [
    ...sheet.tabel.kolommen.flatMap(({ uitkomst }, i) => [
      wrap(sheet.zinnen[i] ?? "", sheet.width).join("\n"),
      printAccount(explainUitkomst(uitkomst, unit), { ...sheet, unitOf }),
    ]),
    meldingenSection(sheet).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function asksPeople({ soort }: Melding): boolean {
  return soort !== "niet-te-onderscheiden";
}

/** Options on which the numbers hang. */
const KEPT = [
  "regio",
  "op",
  "cijfer",
  "cijfers",
  "vul",
  "al-toegewezen",
  "aanbod",
  "ruil",
  "naast",
] as const;
