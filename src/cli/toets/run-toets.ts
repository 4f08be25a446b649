import type { Verantwoording } from "#domain/verantwoording.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { explainToets, toetsDocument } from "#services/toets/toets.service.ts";
import { checkOutput } from "../check-output.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { indicatorOf } from "../figures/figure-name.ts";
import type { Surroundings } from "../surroundings.ts";
import { printAccount } from "../text/account.ts";
import { commandLine } from "../text/command-line.ts";
import { joinSections } from "../text/section.ts";
import { createStyle } from "../text/style.ts";
import { withoutControls, wrap } from "../text/wrap.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { toCsv, toJson } from "./export.ts";
import { readRequest } from "./read-request.ts";
import {
  closingSection,
  conflictSection,
  remarkSection,
  sourcesSection,
} from "./section-beside.ts";
import { headSection } from "./section-head.ts";
import { peopleSection } from "./section-people.ts";
import { tableSection } from "./section-table.ts";
import { orderedUnits, type Toetsblad } from "./toets-sheet.ts";

/** Carries out a toets and prints it: as a table to read, as an account, as JSON or csv. */
export async function runToets(asked: Asked, around: Surroundings): Promise<ExitCode> {
  assertGood(checkOutput(asked));
  const request = readRequest(asked, await around.loadBasis(), around.now());
  const { basis, opdracht, isToday, opmerkingen } = request;
  const done = toetsDocument(basis, opdracht);
  if (!done.ok) throw new UsageError(done.fouten);
  const { vraag, uitkomst } = done;
  const sheet: Toetsblad = {
    basis,
    vraag,
    uitkomst,
    zin: withoutControls(describeInBasis(vraag.document, basis, vraag.ingevuld)),
    isToday,
    command: commandLine("toets", asked, KEPT),
    width: around.width,
    tableWidth: around.tableWidth,
    style: createStyle(around.colour),
  };
  around.write(`${render(asked, sheet)}${asked.has("csv") ? "" : "\n"}`);
  for (const text of opmerkingen) around.warn(`Let op: ${text}\n`);
  return asksPeople(sheet) ? EXIT.mensen : EXIT.gedaan;
}

/** Something is left to do: deliver a figure, set a number, explain, or build otherwise. */
function asksPeople({ uitkomst }: Toetsblad): boolean {
  const { meldingen, botsingen, eenheden } = uitkomst;
  const open = eenheden.some(({ oordelen }) =>
    oordelen.some(({ oordeel }) => ASKS.includes(oordeel)),
  );
  return meldingen.length > 0 || botsingen.length > 0 || open;
}

const ASKS = ["voldoet-niet", "uitleg-ontbreekt", "onbepaald", "onvolledig"];

function render(asked: Asked, sheet: Toetsblad): string {
  const accounts = asked.has("uitleg") ? accountsOf(asked.one("uitleg"), sheet) : undefined;
  if (asked.has("json")) return toJson(sheet, accounts);
  if (asked.has("csv")) return toCsv(sheet);
  if (accounts) return printAccounts(accounts, sheet);
  return joinSections([
    headSection(sheet),
    tableSection(sheet),
    remarkSection(sheet),
    conflictSection(sheet),
    peopleSection(sheet),
    sourcesSection(sheet),
    closingSection(sheet),
  ]);
}

function accountsOf(name: string | undefined, sheet: Toetsblad): readonly Verantwoording[] {
  const units = orderedUnits(sheet);
  const chosen = units.filter(
    ({ id, naam }) =>
      name === undefined || id === name || naam.toLowerCase() === name.toLowerCase(),
  );
  if (chosen.length === 0) {
    throw new UsageError([
      `--uitleg ${name ?? ""}\n  Daarover is hier geen oordeel. Wel over: ${units.map(({ naam }) => naam).join(", ")}.`,
    ]);
  }
  return chosen.map(({ id }) => explainToets(sheet.uitkomst, id));
}

function printAccounts(accounts: readonly Verantwoording[], sheet: Toetsblad): string {
  const unitOf = (indicator: string) => indicatorOf(indicator, sheet)?.eenheid;
  return [
    wrap(sheet.zin, sheet.width).join("\n"),
    ...accounts.map((account) => printAccount(account, { ...sheet, unitOf })),
    peopleSection(sheet).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Options on which the verdicts hang. */
const KEPT = ["regio", "niveau", "fase", "op", "cijfer", "cijfers", "vul", "leg-uit", "besluit"];
