import type { ErrorCode, YAMLError } from "yaml";
import { quote } from "./fout.ts";

const KOPPELTEKST =
  "Een dubbele punt met een spatie erachter begint een nieuwe sleutel, en dat kan hier niet. Zet de tekst tussen aanhalingstekens, of begin een nieuwe regel.";
const INSPRINGING =
  "De inspringing klopt niet. Zet deze regel even ver naar rechts als de regels waar hij bij hoort.";
const VOLGENDE_REGEL =
  "De regel hierna springt verder in dan kan. Zet hem even ver naar rechts als deze regel.";
const HAAKJE =
  "Een haakje { of [ op een regel hiervoor sluit niet. Zet er een } of ] bij, of schrijf het blok zonder haakjes.";
const ONTBREEKT =
  "Hier ontbreekt een teken: een aanhalingsteken, haakje, komma of dubbele punt. Kijk of alles wat opengaat ook sluit.";

const TEKSTEN: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: INSPRINGING,
  TAB_AS_INDENT: "Hier staat een tab. Vervang de tab door spaties.",
  BLOCK_AS_IMPLICIT_KEY: KOPPELTEKST,
  MULTILINE_IMPLICIT_KEY: KOPPELTEKST,
  KEY_OVER_1024_CHARS: KOPPELTEKST,
  BLOCK_IN_FLOW:
    "Binnen { } of [ ] kan geen ingesprongen blok staan. Sluit eerst het haakje, of schrijf alles tussen de haakjes.",
  BAD_SCALAR_START:
    "Een waarde kan niet met dit teken beginnen. Zet de waarde tussen aanhalingstekens.",
  BAD_DQ_ESCAPE:
    "Achter «\\» staat een teken dat daar niet kan. Gebruik enkele aanhalingstekens, of schrijf «\\\\».",
  MISSING_CHAR: ONTBREEKT,
};

/** What a mistake in the YAML itself says to whoever wrote it. */
export function yamlTekst(error: YAMLError, gevonden: string, text: string): string {
  if (error.code === "BAD_INDENT" && error.message.startsWith("Flow")) return HAAKJE;
  if (error.code.endsWith("IMPLICIT_KEY") && isFollowedByDeeper(text, error.pos[0])) {
    return VOLGENDE_REGEL;
  }
  const known = TEKSTEN[error.code];
  if (known) return known;
  return gevonden === ""
    ? "Hier klopt de schrijfwijze niet. Kijk naar haakjes, komma's en inspringing op deze regel en die ervoor."
    : `${quote(gevonden)} hoort hier niet. Kijk naar haakjes, komma's en inspringing op deze regel en die ervoor.`;
}

function isFollowedByDeeper(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [line = "", next = ""] = text.slice(start).split("\n", 2);
  return indentOf(next) > indentOf(line) && next.trim() !== "";
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
