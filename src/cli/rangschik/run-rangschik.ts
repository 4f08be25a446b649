import { RuleError } from "#domain/errors.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { accountOf, computeOpdracht } from "#services/rangorde/rangorde.service.ts";
import { checkOutput } from "../check-output.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { printAccount } from "../text/account.ts";
import { createStyle } from "../text/style.ts";
import { withoutControls, wrap } from "../text/wrap.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { toCsv, toJson } from "./export.ts";
import { asksPeople, printSheet } from "./print-sheet.ts";
import { type Request, readRequest } from "./read-request.ts";
import type { Sheet } from "./sheet.ts";

/** Puts candidates in order and prints it: as a table to read, as an account, as JSON or csv. */
export async function runRangschik(asked: Asked, around: Surroundings): Promise<ExitCode> {
  assertGood(checkOutput(asked));
  const request = readRequest(asked, await around.loadBasis(), around.now());
  const { uitkomst, ingevuld, opmerkingen } = compute(request);
  const { basis, opdracht, isToday } = request;
  const sheet: Sheet = {
    basis,
    opdracht,
    uitkomst,
    zin: withoutControls(describeInBasis(opdracht.document, basis, ingevuld)),
    isToday,
    width: around.width,
    tableWidth: around.tableWidth,
    style: createStyle(around.colour),
  };
  around.write(`${render(asked, sheet, request)}${asked.has("csv") ? "" : "\n"}`);
  for (const text of opmerkingen) around.warn(`Let op: ${withoutControls(text)}\n`);
  return asksPeople(sheet) ? EXIT.mensen : EXIT.gedaan;
}

/** @throws UsageError with everything that is wrong at once. */
function compute({ basis, opdracht, idOf, fouten }: Request) {
  try {
    const read = computeOpdracht(basis, opdracht, idOf);
    assertGood([...fouten, ...(read.ok ? [] : read.fouten)]);
    if (read.ok) return read;
    throw new UsageError(read.fouten);
  } catch (error) {
    if (error instanceof RuleError) throw new UsageError([describeRuleError(error)]);
    throw error;
  }
}

function render(asked: Asked, sheet: Sheet, { idOf }: Request): string {
  const ids = asked.has("uitleg") ? explained(asked.one("uitleg"), sheet, idOf) : undefined;
  const accounts = ids?.map((id) => accountOf(sheet.uitkomst, id));
  if (asked.has("json")) return toJson(sheet, accounts);
  if (asked.has("csv")) return toCsv(sheet);
  if (!accounts) return printSheet(sheet);
  const unitOf = (name: string) => {
    const found = sheet.basis.bibliotheek.find(name);
    return found?.soort === "indicator" ? found.eenheid : undefined;
  };
  return [
    wrap(sheet.zin, sheet.width).join("\n"),
    ...accounts.map((account) => printAccount(account, { ...sheet, unitOf })),
  ].join("\n\n");
}

/** Whose account is asked: one candidate, or all in the order of their places. */
function explained(
  name: string | undefined,
  { uitkomst }: Sheet,
  idOf: Request["idOf"],
): readonly string[] {
  const known = uitkomst.kandidaten;
  if (name === undefined) {
    const placed = uitkomst.plaatsen.flatMap(({ kandidaten }) => kandidaten);
    return [...placed, ...known.map(({ id }) => id).filter((id) => !placed.includes(id))];
  }
  const found = idOf(name);
  if ("id" in found && known.some(({ id }) => id === found.id)) return [found.id];
  const why = "fout" in found ? found.fout : `«${name}» is geen kandidaat.`;
  throw new UsageError([
    `--uitleg ${name}\n  ${why} De kandidaten zijn ${known.map(({ naam }) => naam).join(", ")}.`,
  ]);
}
