import { bibliotheekOp, type RegieDocument } from "#domain/document.ts";
import {
  compareDocuments,
  compareLeden,
  type Documentvergelijking,
  shortName,
  type Verplaatsing,
  type Verschilregel,
} from "#services/bibliotheek/documentvergelijking.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { askMoment } from "../ask-moment.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { openDocument, withOwnDocuments } from "../open-document.ts";
import type { Surroundings } from "../surroundings.ts";
import { createStyle } from "../text/style.ts";
import { type Row, renderTable } from "../text/table.ts";
import { beside, indent, withoutControls, wrap } from "../text/wrap.ts";
import { assertGood, UsageError } from "../usage-error.ts";
import { outcomeLines } from "./outcome-table.ts";
import { findRegios, regioLines } from "./regios.ts";

/** Lays two documents side by side: what they say otherwise, and what comes out otherwise. */
export async function runVergelijk(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const [first, second, ...more] = asked.words;
  if (first === undefined || second === undefined) {
    throw new UsageError([
      "Welke twee documenten? Schrijf «woonregie vergelijk <document> <ander document>». Met «woonregie bibliotheek» ziet u welke er zijn.",
    ]);
  }
  assertGood(more.length > 0 ? [`Twee documenten tegelijk. Te veel: ${more.join(" ")}.`] : []);
  const shipped = await around.loadBasis();
  const { op } = askMoment(asked, around.now());
  const inForce = { ...shipped, bibliotheek: bibliotheekOp(shipped.bibliotheek, dayOf(op)) };
  const regios = findRegios(inForce, first, second, op);
  if (regios) {
    const lines = asked.has("json") ? [JSON.stringify(regios)] : regioLines(regios, op, around);
    around.write(`${lines.join("\n")}\n`);
    return EXIT.gedaan;
  }
  const opened = [openDocument(first, inForce), openDocument(second, inForce)] as const;
  const basis = withOwnDocuments(inForce, opened);
  const [links, rechts] = [opened[0].document, opened[1].document];
  const words = compareDocuments(basis, links, rechts);
  if (asked.has("json")) {
    around.write(
      `${JSON.stringify({ links: shortName(links), rechts: shortName(rechts), ...words })}\n`,
    );
    return EXIT.gedaan;
  }
  const page: Page = { around, links, rechts };
  const outcome =
    links.soort === "indeling" && rechts.soort === "indeling"
      ? memberLines(compareLeden(basis, links, rechts, dayOf(op)), page)
      : await outcomeLines(asked, around, { links, rechts });
  around.write(`${[...wordLines(words, page), "", ...outcome].join("\n")}\n`);
  return EXIT.gedaan;
}

type Page = {
  readonly around: Surroundings;
  readonly links: RegieDocument;
  readonly rechts: RegieDocument;
};

function wordLines(
  { zinnen, gelijk, verschillen }: Documentvergelijking,
  { around, links, rechts }: Page,
): readonly string[] {
  const { width, colour } = around;
  const style = createStyle(colour);
  const [left, right] = [shortName(links), shortName(rechts)];
  const label = Math.min(Math.max(left.length, right.length) + 2, 28);
  return [
    style.bold(left),
    ...indent(withoutControls(zinnen[0]), 2, width),
    "",
    style.bold(right),
    ...indent(withoutControls(zinnen[1]), 2, width),
    "",
    style.bold(differenceTitle(verschillen.length, gelijk)),
    ...verschillen.flatMap((regel) => [
      "",
      ...wrap(asWords(regel), width),
      ...beside(`  ${left}`, withoutControls(regel.links ?? NOT_SAID), label + 2, width),
      ...beside(`  ${right}`, withoutControls(regel.rechts ?? NOT_SAID), label + 2, width),
    ]),
  ];
}

const NOT_SAID = "zegt hier niets over";

function differenceTitle(differences: number, same: number): string {
  const alike = same === 1 ? "1 punt is gelijk" : `${same} punten zijn gelijk`;
  if (differences === 0) return `Geen verschil in wat er staat; ${alike}`;
  return `${differences === 1 ? "1 verschil" : `${differences} verschillen`}; ${alike}`;
}

/** `stappen[0].sleutel.naar-rato-van` is the way in the document; it is told as it stands there. */
function asWords({ pad }: Verschilregel): string {
  return pad.includes(".") || pad.includes("[") ? `bij «${pad}»` : pad;
}

function memberLines(moved: readonly Verplaatsing[], { around, links, rechts }: Page) {
  if (moved.length === 0) return ["Elke gemeente ligt in beide in een regio met dezelfde naam."];
  const rows = moved.map(
    ({ naam, links: a, rechts: b }): Row => ({
      kind: "row",
      cells: [naam, a ?? "geen regio", b ?? "geen regio"],
    }),
  );
  const count =
    moved.length === 1
      ? "1 gemeente ligt ergens anders."
      : `${moved.length} gemeenten liggen ergens anders.`;
  const columns = ["gemeente", shortName(links), shortName(rechts)].map((header) => ({
    header,
    align: "left" as const,
  }));
  return [count, "", ...renderTable({ columns, rows }, around.tableWidth)];
}
