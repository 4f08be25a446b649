import { parseBreuk } from "#domain/breuk.ts";
import { formatExact, formatMoment, formatProcent } from "#domain/notatie.ts";
import type { Herkomst, Verantwoording } from "#domain/verantwoording.ts";
import type { Style } from "./style.ts";
import { indent } from "./wrap.ts";

type Paper = {
  readonly width: number;
  readonly style: Style;
  /** The unit of a figure, by the name of its indicator. */
  readonly unitOf: (indicator: string) => string | undefined;
};

/**
 * The account of a number, indented: each line what it is and how much, with behind it where the
 * document says so; a figure has its source, date and reliability below it.
 */
export function printAccount(account: Verantwoording, paper: Paper): string {
  return accountLines(account, 0, paper).join("\n");
}

function accountLines(account: Verantwoording, depth: number, paper: Paper): readonly string[] {
  const { wat, pad, herkomst, delen } = account;
  const by = depth * 2;
  const value = herkomst ? figureText(account, herkomst, paper) : valueText(account);
  const text = `${depth === 0 ? paper.style.bold(wat) : wat}${value ? `${joint(wat, depth)}${value}` : ""}`;
  const path = pad ? ` ${paper.style.dim(`[${pad}]`)}` : "";
  return [
    ...indent(`${text}${path}`, by, paper.width),
    ...(herkomst ? sourceLines(herkomst, by + 2, paper) : []),
    ...delen.flatMap((part) => accountLines(part, depth + 1, paper)),
  ];
}

/** A line that has a colon of its own already reads on with an arrow. */
function joint(wat: string, depth: number): string {
  if (!wat.includes(":")) return ": ";
  return depth === 0 ? " is " : " → ";
}

/** A figure in its unit: a share as a percentage. */
function figureText(account: Verantwoording, { indicator }: Herkomst, paper: Paper): string {
  const eenheid = paper.unitOf(indicator);
  const [midden, laag, hoog] = [account.waarde, account.laag, account.hoog].map((text) =>
    parseBreuk(text ?? ""),
  );
  if (eenheid !== "deel" || !midden) {
    return valueText({ ...account, ...(eenheid ? { eenheid } : {}) });
  }
  const band = laag && hoog ? ` (${formatProcent(laag, 2)} tot ${formatProcent(hoog, 2)})` : "";
  return `${formatProcent(midden, 2)}${band}`;
}

function valueText({ waarde, laag, hoog, eenheid }: Verantwoording): string {
  if (waarde === undefined) return "";
  const band =
    laag !== undefined && hoog !== undefined
      ? ` (${formatExact(laag)} tot ${formatExact(hoog)})`
      : "";
  const exact = waarde.split(" ").map(formatExact).join(" ");
  return `${exact}${band}${eenheid ? ` ${eenheid}` : ""}`;
}

function sourceLines(herkomst: Herkomst, by: number, { width, style }: Paper): readonly string[] {
  const { moment, bron, betrouwbaarheid, opmerking } = herkomst;
  const text = [moment ? formatMoment(moment) : "", betrouwbaarheid ?? "", bron]
    .filter(Boolean)
    .join(", ");
  const remark = opmerking ? `. Let op: ${opmerking}` : "";
  return indent(`${text}${remark}`, by, width).map(style.dim);
}
