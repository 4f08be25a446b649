// Control characters, marks that turn the reading direction, characters without width: what makes
// a name look like another one. Tab and line breaks are text; half a pair is none.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");

/** Text without characters that people do not see, and whether there were any. */
export type ZuivereTekst = { readonly tekst: string; readonly gewijzigd: boolean };

// Most cells hold nothing else, and this is quickly seen.
const PLAIN = /^[ -~]*$/;

/** Takes out what people do not see, and makes line breaks one kind. */
export function cleanTekst(raw: string): ZuivereTekst {
  if (PLAIN.test(raw)) return { tekst: raw, gewijzigd: false };
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/gu, "\n") : raw;
  if (!HIDDEN.test(lines)) return { tekst: lines, gewijzigd: false };
  return { tekst: lines.replace(ALL_HIDDEN, ""), gewijzigd: true };
}
