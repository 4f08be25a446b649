import type { ErrorCode } from "yaml";
import { quote } from "./fout.ts";

const KOPPELTEKST =
  "Een dubbele punt met een spatie erachter begint een nieuwe sleutel, en dat kan hier niet. Zet de tekst tussen aanhalingstekens, of begin een nieuwe regel.";

const TEKSTEN: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT:
    "De inspringing klopt niet. Zet deze regel even ver naar rechts als de regels waar hij bij hoort.",
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
  MISSING_CHAR:
    "Hier ontbreekt een teken: een aanhalingsteken, haakje, komma of dubbele punt. Kijk of alles wat opengaat ook sluit.",
  MULTIPLE_DOCS:
    "Hier begint een tweede document. Een bestand heeft één document: zet dit deel in een eigen bestand.",
};

/** What a mistake in the YAML itself says to whoever wrote it. */
export function yamlTekst(code: ErrorCode, gevonden: string): string {
  const known = TEKSTEN[code];
  if (known) return known;
  return gevonden === ""
    ? "Hier klopt de schrijfwijze niet. Kijk naar haakjes, komma's en inspringing op deze regel en die ervoor."
    : `${quote(gevonden)} hoort hier niet. Kijk naar haakjes, komma's en inspringing op deze regel en die ervoor.`;
}
