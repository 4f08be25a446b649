import type { Getekendestap, Tekening } from "./tekening.ts";

/** As wide as a small telephone; what it is shown in may scale it up. */
const WIDTH = 390;
const MARK_X = 26;
const TEXT_X = 52;
const LANE = 11;
const MOST_LANES = 4;
const LINE = 19;
const SMALL = 17;
/** Characters on a line, few enough for wide letters; fewer where lines run beside them. */
const WIDE = { titel: 34, regel: 42 };
const NARROW = { titel: 30, regel: 37 };

const INK = "#1b1b1b";
const SOFT = "#4d4d4d";

type Rij = {
  readonly stap?: Getekendestap;
  readonly top: number;
  readonly titel: readonly string[];
  readonly regels: readonly string[];
};

/**
 * A traject as a picture: steps below each other, and beside them the ways that lead elsewhere.
 *
 * Everything is said in words and shapes, nothing by colour alone. The text has no scripts and
 * fetches nothing.
 */
export function drawSvg(tekening: Tekening): string {
  const rows = layOut(tekening);
  const height = (rows.at(-1)?.top ?? 0) + 44;
  const body = [
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    drawSpine(rows),
    ...drawWegen(rows),
    ...rows.map((row) => drawRij(row, tekening.klaar)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="traject-titel traject-stand" font-family="system-ui, sans-serif">`,
    `<title id="traject-titel">${escapeXml(tekening.titel)}</title>`,
    `<desc id="traject-stand">${escapeXml(tekening.samenvatting)}</desc>`,
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

function layOut({ stappen }: Tekening): readonly Rij[] {
  let top = 20;
  const rows: Rij[] = [];
  const most = stappen.some(({ wegen }) => wegen.length > 0) ? NARROW : WIDE;
  for (const stap of stappen) {
    const titel = wrapText(`${stap.nummer}. ${stap.titel}`, most.titel);
    const mark = stap.teLaat ? `${stap.woord}; te laat` : stap.woord;
    const regels = [mark, ...stap.regels, ...stap.wegen.map(({ tekst }) => `→ ${tekst}`)].flatMap(
      (text) => wrapText(text, most.regel),
    );
    rows.push({ stap, top, titel, regels });
    top += titel.length * LINE + regels.length * SMALL + 26;
  }
  return [...rows, { top, titel: ["Klaar"], regels: [] }];
}

function drawSpine(rows: readonly Rij[]): string {
  const [first, last] = [rows[0]?.top ?? 0, rows.at(-1)?.top ?? 0];
  return `<line x1="${MARK_X}" y1="${first}" x2="${MARK_X}" y2="${last}" stroke="${INK}" stroke-width="1.5"/>`;
}

/** Ways to one step share a lane, so that lines do not cross more than they must. */
function drawWegen(rows: readonly Rij[]): readonly string[] {
  const targets = [
    ...new Set(rows.flatMap(({ stap }) => stap?.wegen.map(({ naar }) => naar) ?? [])),
  ];
  return rows.flatMap((row, index) =>
    (row.stap?.wegen ?? []).flatMap(({ naar }) => {
      const goal = rows[naar - 1];
      // The line down the middle shows the way to the next.
      if (!goal || naar === index + 2) return [];
      const lane = WIDTH - 6 - (targets.indexOf(naar) % MOST_LANES) * LANE;
      const [from, to] = [row.top + 6, goal.top - 2];
      const edge = WIDTH - 6 - MOST_LANES * LANE;
      return [
        `<path d="M${edge} ${from} H${lane} V${to} H${edge}" fill="none" stroke="${SOFT}" stroke-width="1.2"/>`,
        `<path d="M${edge} ${to} l6 -4 v8 z" fill="${SOFT}"/>`,
      ];
    }),
  );
}

function drawRij(row: Rij, klaar: boolean): string {
  const { stap, top, titel, regels } = row;
  const bold = stap?.status === "nu" || (!stap && klaar) ? ' font-weight="700"' : "";
  const title = titel.map(
    (text, i) =>
      `<text x="${TEXT_X}" y="${top + 5 + i * LINE}" font-size="16"${bold} fill="${INK}">${escapeXml(text)}</text>`,
  );
  const below = top + 5 + titel.length * LINE;
  const small = regels.map(
    (text, i) =>
      `<text x="${TEXT_X}" y="${below + i * SMALL}" font-size="14" fill="${SOFT}">${escapeXml(text)}</text>`,
  );
  return [drawMark(stap, top, klaar), ...title, ...small].join("\n");
}

/** A tick in a disc, a large arrow, an empty ring, or a crossed square; late has a triangle below. */
function drawMark(stap: Getekendestap | undefined, y: number, klaar: boolean): string {
  const x = MARK_X;
  const late = stap?.teLaat
    ? `<path d="M${x - 8} ${y + 30} l8 -15 l8 15 z" fill="#ffffff" stroke="${INK}" stroke-width="1.5"/><path d="M${x} ${y + 20} v5 M${x} ${y + 27} v1" stroke="${INK}" stroke-width="1.5"/>`
    : "";
  return shapeOf(stap?.status ?? (klaar ? "klaar" : "komt"), x, y) + late;
}

function shapeOf(status: Getekendestap["status"], x: number, y: number): string {
  switch (status) {
    case "klaar":
      return `<circle cx="${x}" cy="${y}" r="9" fill="${INK}"/><path d="M${x - 4} ${y} l3 4 l6 -8" fill="none" stroke="#ffffff" stroke-width="2"/>`;
    case "nu":
      return `<path d="M${x - 9} ${y - 10} h8 l11 10 l-11 10 h-8 z" fill="#ffd75e" stroke="${INK}" stroke-width="2"/>`;
    case "komt":
      return `<circle cx="${x}" cy="${y}" r="8" fill="#ffffff" stroke="${INK}" stroke-width="1.5"/>`;
    case "overgeslagen":
      return `<path d="M${x - 8} ${y - 8} h16 v16 h-16 z" fill="#ffffff" stroke="${INK}" stroke-width="1.5" stroke-dasharray="3 2"/><path d="M${x - 5} ${y + 5} l10 -10" stroke="${INK}" stroke-width="1.5"/>`;
  }
}

/** Lines of at most so many characters; a longer word is cut, so that nothing runs off the edge. */
function wrapText(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const parts = text
    .split(/\s+/u)
    .flatMap((word) => word.match(new RegExp(`.{1,${most}}`, "gu")) ?? []);
  for (const part of parts) {
    if (line && line.length + 1 + part.length > most) {
      lines.push(line);
      line = part;
    } else line = line ? `${line} ${part}` : part;
  }
  return [...lines, line];
}

function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
