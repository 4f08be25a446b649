import type { Meting, Spreiding } from "./meting.ts";

/** What one case showed, ready to be printed. */
export type Proefverslag = {
  readonly titel: string;
  /** How large the input is, and which of it is real and which generated. */
  readonly invoer: string;
  readonly metingen: readonly Meting[];
  /** Whether every side gave the same cells, or exactly what else it solves. */
  readonly vergelijking: readonly string[];
  readonly doelen: readonly Doel[];
  /** False where cells differ that should be equal: the bench then fails. */
  readonly klopt: boolean;
};

export type Doel = { readonly tekst: string; readonly gehaald: boolean };

/** The whole of one run as Dutch text, the same on the terminal and in the file. */
export function formatVerslag(proeven: readonly Proefverslag[]): string {
  return proeven.map(formatProef).join("\n");
}

function formatProef({ titel, invoer, metingen, vergelijking, doelen }: Proefverslag): string {
  const rows = metingen.map(({ naam, ms, verhouding }) => [
    naam,
    time(ms.midden),
    range(ms, time),
    verhouding ? `${ratio(verhouding.midden)} ×` : "1",
    verhouding ? range(verhouding, ratio) : "",
  ]);
  const head = ["wat", "tijd", "van – tot", "tegen de eerste", "van – tot"];
  return [
    `## ${titel}`,
    "",
    invoer,
    "",
    ...table([head, ...rows]),
    "",
    ...vergelijking.map((line) => `- ${line}`),
    ...doelen.map(
      ({ tekst, gehaald }) => `- Doel ${gehaald ? "gehaald" : "niet gehaald"}: ${tekst}`,
    ),
    "",
  ].join("\n");
}

/** A table that reads well on a terminal and is one in Markdown too. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, c) =>
    Math.max(...rows.map((row) => (row[c] ?? "").length)),
  );
  const line = (row: readonly string[]) => {
    const cells = row.map((text, c) => {
      const width = widths[c] ?? 0;
      return c === 0 ? text.padEnd(width) : text.padStart(width);
    });
    return `| ${cells.join(" | ")} |`;
  };
  const rule = widths.map((width, c) =>
    c === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows;
  return [line(head), `| ${rule.join(" | ")} |`, ...body.map(line)];
}

function range({ laag, hoog }: Spreiding, format: (value: number) => string): string {
  return `${format(laag)} – ${format(hoog)}`;
}

const large = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 0 });

/** A time in ms, with as many decimals as make sense. */
export function time(ms: number): string {
  return `${decimals(ms)} ms`;
}

function ratio(value: number): string {
  return decimals(value);
}

function decimals(value: number): string {
  if (value >= 100) return large.format(value);
  const places = value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(places).replace(".", ",");
}
