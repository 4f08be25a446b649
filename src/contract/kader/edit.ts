import { readBrontekst } from "./brontekst.ts";
import { type Pad, parsePad, quote } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { type Knoop, locate, type Tekst, toBoom, type Vindplaats } from "./knoop.ts";
import { toBevindingen } from "./melding.ts";
import { createLeescontext } from "./regels/context.ts";
import { isKaart } from "./regels/ruw.ts";
import { isSoort, SCHEMAS } from "./schema/document.ts";
import { CODE_ONTBREEKT } from "./schema/eenheid.ts";
import { withLeescontext } from "./schema/leescontext.ts";
import { replaceAt } from "./wijzig.ts";

/** The changed text, or in Dutch why it stays as it is. */
export type Bewerking =
  | { readonly ok: true; readonly tekst: string }
  | { readonly ok: false; readonly reden: string };

/**
 * Writes another value in the place of one scalar; every other byte stays what it was.
 *
 * Comments, order, blank lines and, where they can, quotes survive. The result reads back as the
 * same tree with that one value changed; where no way of writing does that, nothing changes.
 * Whether the new value is a good one is for the loader.
 */
export function editValue(text: string, path: Pad | string, value: string): Bewerking {
  const pad = typeof path === "string" ? parsePad(path) : path;
  const { bron, fouten } = readBrontekst(text);
  if (!bron || fouten.length > 0) {
    return {
      ok: false,
      reden: "Dit bestand kan nog niet worden gelezen. Herstel eerst de fouten.",
    };
  }
  const found = pad && locate(bron.boom, pad);
  if (!found || found.ontbreekt || found.knoop.soort !== "tekst") {
    return { ok: false, reden: `Op ${quote(String(path))} staat geen losse waarde.` };
  }
  if (value.trim() === "") return { ok: false, reden: "Een waarde kan niet leeg zijn." };
  if (found.knoop.tekst === value) return { ok: true, tekst: text };
  const wanted = replaceAt(bron.boom, found.pad, value);
  for (const written of spellings(value, text, found.knoop)) {
    const changed = splice(text, found.knoop, written);
    if (wanted && isSameTree(changed, wanted)) return { ok: true, tekst: changed };
  }
  return { ok: false, reden: `${quote(value)} kan hier niet worden opgeschreven.` };
}

function isSameTree(text: string, wanted: Knoop): boolean {
  const { bron, fouten } = readBrontekst(text);
  if (!bron || fouten.length > 0) return false;
  return JSON.stringify(toBoom(bron.boom)) === JSON.stringify(toBoom(wanted));
}

/** The ways to write a text, first the one that stands there now. */
function spellings(value: string, text: string, { van, tot }: Tekst): readonly string[] {
  const double = JSON.stringify(value);
  const single = `'${value.replaceAll("'", "''")}'`;
  const now = text[van];
  const end = now === "|" || now === ">" ? (text.slice(van, tot).match(/\s*$/)?.[0] ?? "") : "";
  const plain = value.includes("\n") ? [] : [value];
  const all = value.includes("\n") ? [double] : [...plain, single, double];
  const first = now === '"' ? [double] : now === "'" && !value.includes("\n") ? [single] : [];
  return [...first, ...all].map((written) => `${written}${end}`);
}

function splice(text: string, { van, tot }: { van: number; tot: number }, written: string): string {
  return text.slice(0, van) + written + text.slice(tot);
}

/** What was put before names, and the text with it. */
export type Codering = {
  readonly tekst: string;
  /** As now written, in the order of the file. */
  readonly toegevoegd: readonly string[];
};

/**
 * Puts its code before every gemeente that is written by a name that is unique on the peildatum.
 *
 * Nothing else changes; a name that is unknown or not the only one stays for the loader to tell.
 */
export function addGemeentecodes(text: string, kennis: Kennis): Codering {
  const { bron, fouten } = readBrontekst(text);
  const boom = bron && toBoom(bron.boom);
  if (!bron || fouten.length > 0 || !isKaart(boom) || !isSoort(boom.soort)) {
    return { tekst: text, toegevoegd: [] };
  }
  const schema = SCHEMAS[boom.soort];
  const context = { ...createLeescontext(boom, kennis), meldCodes: true };
  const parsed = withLeescontext(context, () => schema.safeParse(boom, { reportInput: true }));
  const issues = parsed.success ? [] : toBevindingen(parsed.error.issues, bron.boom);
  const edits = issues
    .filter(({ tekst }) => tekst.startsWith(CODE_ONTBREEKT))
    .map(({ pad, tekst }) => ({
      ...nameAt(locate(bron.boom, pad)),
      naam: tekst.slice(CODE_ONTBREEKT.length),
    }))
    .sort((a, b) => a.van - b.van);
  const unique = edits.filter((edit, index) => edit.van !== edits[index - 1]?.van);
  return {
    tekst: unique.reduceRight(
      (now, edit) => splice(now, edit, quoted(edit.naam, text, edit)),
      text,
    ),
    toegevoegd: unique.map((edit) => edit.naam),
  };
}

/** A unit is a value, or in `vast` the key. */
function nameAt({ knoop, sleutel }: Vindplaats): { van: number; tot: number } {
  const isValue = knoop.soort === "tekst" && !/^[-\d]/.test(knoop.tekst);
  return isValue || !sleutel ? { van: knoop.van, tot: knoop.tot } : sleutel;
}

function quoted(naam: string, text: string, { van }: { van: number }): string {
  if (text[van] === '"') return JSON.stringify(naam);
  return text[van] === "'" ? `'${naam.replaceAll("'", "''")}'` : naam;
}
