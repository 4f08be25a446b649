/** What can stand in an SVG: its text, already safe. */
export type Svgdeel = string;

export const INKT = "#1b1b1b";
export const GRIJS = "#5a5a5a";
const LIJN = "#d4d4d4";
export const WARM = "#8a4b08";
/** As the screen has them: lighter is less, and in grey they stay in that order. */
export const TINTEN = ["#e3eff1", "#b4d3d9", "#7fb0ba", "#3f8594", "#0b4e5b"] as const;

/** Text in an SVG: nothing in it can end the element, and nothing that XML cannot hold. */
export function veilig(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

type Tekst = {
  readonly maat?: number;
  readonly vet?: boolean;
  readonly kleur?: string;
  readonly plek?: "start" | "middle" | "end";
  /** A white rim, so that it can be read on any shape. */
  readonly rand?: boolean;
};

export function tekst(x: number, y: number, text: string, hoe: Tekst = {}): Svgdeel {
  const { maat = 14, vet = false, kleur = INKT, plek = "start", rand = false } = hoe;
  const weight = vet ? ' font-weight="600"' : "";
  const anchor = plek === "start" ? "" : ` text-anchor="${plek}"`;
  const rim = rand
    ? ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    : "";
  return `<text x="${round(x)}" y="${round(y)}" font-size="${maat}" fill="${kleur}"${weight}${anchor}${rim}>${veilig(text)}</text>`;
}

export function lijn(x1: number, y1: number, x2: number, y2: number, kleur = LIJN): Svgdeel {
  return `<path d="M${round(x1)},${round(y1)}L${round(x2)},${round(y2)}" stroke="${kleur}" fill="none"/>`;
}

export function vlak(
  x: number,
  y: number,
  breedte: number,
  hoogte: number,
  vulling: string,
  titel?: string,
): Svgdeel {
  const told = titel ? `<title>${veilig(titel)}</title>` : "";
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, breedte))}" height="${round(hoogte)}" fill="${vulling}" stroke="${INKT}" stroke-width="0.5">${told}</rect>`;
}

/** Lines across for what is unknown, which holds in grey too. */
export const ARCERING =
  '<defs><pattern id="onbekend" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffffff"/><path d="M0,0v7" stroke="#5a5a5a"/></pattern></defs>';

/** How wide a text will be, about: letters of this font are half as wide as they are high. */
export function breedteVan(text: string, maat: number): number {
  return text.length * maat * 0.5;
}

/** A text in lines that fit. */
export function breekAf(text: string, breedte: number, maat: number): readonly string[] {
  const most = Math.max(8, Math.floor(breedte / (maat * 0.5)));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).flatMap((whole) => chunks(whole, most))) {
    if (line && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

function chunks(word: string, most: number): readonly string[] {
  return word.match(new RegExp(`.{1,${most}}`, "gu")) ?? [];
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
