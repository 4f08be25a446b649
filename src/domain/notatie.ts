import {
  type Breuk,
  breuk,
  ceil,
  equals,
  floor,
  isNegative,
  multiply,
  negate,
  parseBreuk,
  round,
} from "./breuk.ts";
import type { Duur } from "./peildatum.ts";
import type { Bandbreedte } from "./uitkomst.ts";

/** A number as Dutch readers write it: thousands with a point, at most so many decimals with a comma. */
export function formatGetal(
  number: Breuk,
  decimals = 0,
  whole: (number: Breuk) => bigint = round,
): string {
  const scaled = whole(multiply(number, breuk(10n ** BigInt(decimals))));
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const rest = digits.slice(cut).replace(/0+$/, "");
  return `${scaled < 0n ? "−" : ""}${withThousands(digits.slice(0, cut))}${rest && `,${rest}`}`;
}

/** A share as a percentage, without a space before the sign. */
export function formatProcent(share: Breuk, decimals = 0, whole = round): string {
  return `${formatGetal(multiply(share, breuk(100n)), decimals, whole)}%`;
}

/** A difference: above zero with its plus, below with its minus. */
export function formatVerschil(number: Breuk, decimals = 0): string {
  const text = formatGetal(isNegative(number) ? negate(number) : number, decimals);
  if (text === "0") return text;
  return `${isNegative(number) ? "−" : "+"}${text}`;
}

/** Whether a number came out with room on either side. */
export function isWide({ laag, hoog }: Bandbreedte): boolean {
  return !equals(laag, hoog);
}

type Vorm = "getal" | "procent";

/** The range in a sentence, `420 tot 480`; the middle where there is no range. */
export function formatVanTot(band: Bandbreedte, vorm: Vorm = "getal", decimals = 0): string {
  const [laag, hoog] = formatEnds(band, vorm, decimals);
  return isWide(band) && laag !== hoog ? `${laag} tot ${hoog}` : formatMiddle(band, vorm, decimals);
}

/** The range in a table, `37–45`; empty where there is none. */
export function formatBereik(band: Bandbreedte, vorm: Vorm = "getal", decimals = 0): string {
  if (!isWide(band)) return "";
  const [laag, hoog] = formatEnds(band, vorm, decimals);
  return vorm === "procent" ? `${laag.slice(0, -1)}–${hoog}` : `${laag}–${hoog}`;
}

/** Outwards, so that what is written still holds all it held. */
function formatEnds(
  { laag, hoog }: Bandbreedte,
  vorm: Vorm,
  decimals: number,
): readonly [string, string] {
  const format = vorm === "procent" ? formatProcent : formatGetal;
  return [format(laag, decimals, floor), format(hoog, decimals, ceil)];
}

function formatMiddle({ midden }: Bandbreedte, vorm: Vorm, decimals: number): string {
  return vorm === "procent" ? formatProcent(midden, decimals) : formatGetal(midden, decimals);
}

/**
 * An exact number of an account (`16610.04`, `41.5301…%`) as readers write it.
 *
 * Nothing is rounded: what has more than four decimals is cut, with a mark that there are more. A
 * fraction that people say themselves, such as `1/3`, stays as it is, and so does other text.
 */
export function formatExact(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(…?%?)$/.exec(shortenFraction(text));
  if (!match) return text;
  const [, sign = "", whole = "", decimals = "", tail = ""] = match;
  const minus = sign && "−";
  const shown = decimals.slice(0, MOST_DECIMALS);
  const mark = decimals.length > MOST_DECIMALS && !tail.startsWith("…") ? "…" : "";
  return `${minus}${withThousands(whole)}${shown && `,${shown}`}${mark}${tail}`;
}

const MOST_DECIMALS = 4;

/** A fraction that nobody says, as decimals with one more than is shown. */
function shortenFraction(text: string): string {
  const [, sign, above, below] = /^(-?)(\d+)\/(\d{4,})$/.exec(text) ?? [];
  if (!above || !below) return text;
  const scaled = (BigInt(above) * 10n ** BigInt(MOST_DECIMALS + 1)) / BigInt(below);
  const digits = scaled.toString().padStart(MOST_DECIMALS + 2, "0");
  const cut = digits.length - MOST_DECIMALS - 1;
  return `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/**
 * Reads a number as Dutch people write it: `1.250`, `1250,5`, `30%`, `2/3`.
 *
 * @returns undefined where it is no number, or can be read in two ways (`5.5`, `1.25`).
 */
export function parseGetal(text: string): Breuk | undefined {
  const trimmed = text.trim().replace(/\s+%$/, "%");
  const fraction = /^\d+\/\d+$/.test(trimmed);
  const plain = /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?%?$/.test(trimmed);
  if (!fraction && !plain) return undefined;
  return parseBreuk(trimmed.replaceAll(".", "").replace(",", "."));
}

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ".");
}

const ORGAANNAMEN: Readonly<Record<string, string>> = {
  wetgever: "de wetgever",
  minister: "de minister",
  ps: "PS",
  gs: "GS",
  raad: "de raad",
  college: "het college",
  regio: "de regio",
};

/** A body as people say it: `GS`, `het college`; what is no body of government by its own name. */
export function orgaannaam(orgaan: string): string {
  return ORGAANNAMEN[orgaan] ?? orgaan;
}

/** Whether people say "GS stellen" and not "GS stelt". */
export function isSeveral(orgaan: string | undefined): boolean {
  return orgaan === "ps" || orgaan === "gs";
}

/** The months in order, as a Dutch sentence writes them. */
export const MAANDEN = [
  ...(["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"] as const),
  ...(["september", "oktober", "november", "december"] as const),
] as const;

/** A date or periode as people say it: `1 januari 2025`, `tweede kwartaal 2026`, `maart 2026`. */
export function formatMoment(moment: string): string {
  const [from = "", to] = moment.split("/");
  if (to) return `${formatMoment(from)} tot en met ${formatMoment(to)}`;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(moment) ?? [];
  if (month) {
    const name = `${MAANDEN[Number(month) - 1]} ${year}`;
    return day ? `${Number(day)} ${name}` : name;
  }
  const [, whole, part = "", number] = /^(\d{4})-([HQ])(\d)$/.exec(moment) ?? [];
  if (!whole) return moment;
  const rank = ["eerste", "tweede", "derde", "vierde"][Number(number) - 1];
  return `${rank} ${part === "H" ? "halfjaar" : "kwartaal"} ${whole}`;
}

/** `a, b en c`: words as a sentence lists them. */
export function listWords(words: readonly string[], last: "en" | "of" = "en"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** A term in words: "10 jaar", "1 maand". */
export function formatDuur({ aantal, maat }: Duur): string {
  return `${aantal} ${aantal === 1 ? eenMaat(maat) : maat}`;
}

/** One of the unit of a term: "maand" for maanden. */
export function eenMaat(maat: Duur["maat"]): string {
  const ENKELVOUD = { dagen: "dag", weken: "week", maanden: "maand", jaar: "jaar" } as const;
  return ENKELVOUD[maat];
}
