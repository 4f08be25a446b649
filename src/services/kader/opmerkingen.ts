import { CST, Lexer } from "yaml";
import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Knoop, locate, toBoom } from "#contract/kader/knoop.ts";
import type { Boom, Boompad } from "#domain/boom.ts";
import { isSameBoom } from "#rules/kader/index.ts";

/** What both began with, and what each made of it. */
export type Teksten = { readonly was: string; readonly ander: string; readonly mijn: string };

/**
 * A text that was put together, with the comments behind values that came from one of the two: the
 * tree says nothing of those, so that they stayed behind where only a value was taken over.
 */
export function withOpmerkingen(tekst: string, teksten: Teksten): string {
  const here = readGelezen(tekst);
  const [was, ander, mijn] = [teksten.was, teksten.ander, teksten.mijn].map(readGelezen);
  if (!here || !ander || !mijn) return tekst;
  const edits = leavesOf(toBoom(here.boom)).flatMap((pad) => {
    const stands = behind(here, pad);
    if (!stands) return [];
    const old = was && behind(was, pad)?.opmerking;
    const found = [ander, mijn].map((side) => behind(side, pad));
    // Only of whoever said just this value there, and only what is theirs and not of before.
    const theirs = found.find(
      (one) =>
        one?.opmerking !== undefined && one.waarde === stands.waarde && one.opmerking !== old,
    );
    const free = stands.opmerking === undefined || stands.opmerking === old;
    return theirs && free ? [{ ...stands, opmerking: theirs.opmerking }] : [];
  });
  const changed = edits
    .toSorted((a, b) => b.van - a.van)
    .reduce((text, { van, tot, opmerking }) => {
      return `${text.slice(0, van)} ${opmerking}${text.slice(tot)}`;
    }, tekst);
  const again = readGelezen(changed);
  return again && isSameBoom(toBoom(again.boom), toBoom(here.boom)) ? changed : tekst;
}

/**
 * The comments that one of the two wrote, or both left, and that stand no more in what was put
 * together; those that somebody took away are not missed.
 */
export function listVerloren(tekst: string, { was, ander, mijn }: Teksten): readonly string[] {
  const [made, before, theirs, ours] = [tekst, was, ander, mijn].map(countOpmerkingen);
  const all = new Set([...(theirs?.keys() ?? []), ...(ours?.keys() ?? [])]);
  const of = (counts: ReadonlyMap<string, number> | undefined, one: string) =>
    counts?.get(one) ?? 0;
  return [...all].filter((one) => {
    const [w, a, m] = [of(before, one), of(theirs, one), of(ours, one)];
    const wanted = a === w ? m : m === w ? a : Math.max(a, m);
    return of(made, one) < wanted;
  });
}

function countOpmerkingen(tekst: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of new Lexer().lex(tekst)) {
    if (CST.tokenType(token) !== "comment") continue;
    const one = token.trim();
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

type Gelezen = { readonly tekst: string; readonly boom: Knoop };

function readGelezen(tekst: string): Gelezen | undefined {
  const { bron, fouten } = readBrontekst(tekst);
  return bron && fouten.length === 0 ? { tekst, boom: bron.boom } : undefined;
}

/** A value, and what stands behind it on its line: a comment, or nothing. */
type Achter = {
  readonly waarde: string;
  readonly opmerking?: string;
  readonly van: number;
  readonly tot: number;
};

function behind({ tekst, boom }: Gelezen, pad: Boompad): Achter | undefined {
  const found = locate(boom, pad);
  const { knoop } = found;
  if (found.ontbreekt || found.pad.length !== pad.length || knoop.soort !== "tekst") {
    return undefined;
  }
  const written = tekst.slice(knoop.van, knoop.tot).trimEnd();
  if (written.includes("\n")) return undefined;
  const van = knoop.van + written.length;
  const rest = /^[^\r\n]*/.exec(tekst.slice(van))?.[0] ?? "";
  const [, opmerking] = /^[ \t]*(#.*)?$/.exec(rest) ?? ["", "?"];
  // Something else stands there: the line is shared with other values.
  if (opmerking === "?") return undefined;
  const place = { waarde: knoop.tekst, van, tot: van + rest.length };
  return opmerking === undefined ? place : { ...place, opmerking: opmerking.trimEnd() };
}

function leavesOf(boom: Boom, pad: Boompad = []): readonly Boompad[] {
  if (typeof boom === "string") return [pad];
  if (Array.isArray(boom)) return boom.flatMap((item, at) => leavesOf(item, [...pad, at]));
  return Object.entries(boom).flatMap(([key, part]) => leavesOf(part, [...pad, key]));
}
