import { parseBreuk } from "#domain/breuk.ts";
import { listWords } from "#domain/notatie.ts";
import type { Formule } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";
import { readGetal } from "./getal.ts";
import { readVerwijzing } from "./verwijzing.ts";

type Teken = "+" | "-" | "*" | "/";
type Stuk = Teken | "(" | ")" | { readonly operand: string };

const MEESTE_DELEN = 200;
const MEESTE_HAAKJES = 30;

/**
 * Reads `+ - * /` with brackets; `*` and `/` go first, equals from left to right.
 *
 * Operators stand between spaces, so that `a - b` subtracts and `a-b` is a name. At most 200
 * figures and 30 brackets deep.
 */
export function readFormule(text: string): Gelezen<Formule> {
  const pieces = tokenize(text);
  if (pieces.filter((piece) => typeof piece === "object").length > MEESTE_DELEN) {
    return ongelezen(
      `Deze formule heeft meer dan ${MEESTE_DELEN} delen. Splits haar met «afgeleid».`,
    );
  }
  const state: Leesstand = { pieces, at: 0, depth: 0, text };
  const formule = readSum(state);
  if (!formule.ok) return formule;
  const rest = state.pieces[state.at];
  if (rest === undefined) return formule;
  return ongelezen(
    rest === ")"
      ? `In ${quote(text)} sluit een haakje dat niet is geopend. Haal het weg, of open het eerder.`
      : `In ${quote(text)} ontbreekt een teken (+, -, * of /) voor ${quote(show(rest))}.`,
  );
}

type Leesstand = {
  readonly pieces: readonly Stuk[];
  readonly text: string;
  at: number;
  depth: number;
};

function tokenize(text: string): Stuk[] {
  const pieces: Stuk[] = [];
  let words: string[] = [];
  const flush = () => {
    if (words.length > 0) pieces.push({ operand: words.join(" ") });
    words = [];
  };
  for (const word of text.replace(/[()]/g, " $& ").split(/\s+/)) {
    if (word === "") continue;
    if (isTeken(word) || word === "(" || word === ")") {
      flush();
      pieces.push(word);
    } else {
      words.push(word);
    }
  }
  flush();
  return pieces;
}

function isTeken(word: string): word is Teken {
  return word === "+" || word === "-" || word === "*" || word === "/";
}

function readSum(state: Leesstand): Gelezen<Formule> {
  return readChain(state, ["+", "-"], readProduct);
}

function readProduct(state: Leesstand): Gelezen<Formule> {
  return readChain(state, ["*", "/"], readOperand);
}

function readChain(
  state: Leesstand,
  signs: readonly Teken[],
  readPart: (state: Leesstand) => Gelezen<Formule>,
): Gelezen<Formule> {
  let left = readPart(state);
  for (;;) {
    const piece = state.pieces[state.at];
    const teken = signs.find((sign) => sign === piece);
    if (!left.ok || !teken) return left;
    state.at += 1;
    const rechts = readPart(state);
    if (!rechts.ok) return rechts;
    left = gelezen({ soort: "bewerking", teken, links: left.waarde, rechts: rechts.waarde });
  }
}

function readOperand(state: Leesstand): Gelezen<Formule> {
  const piece = state.pieces[state.at];
  state.at += 1;
  if (piece === "(") return readBracket(state);
  if (piece === undefined) {
    return ongelezen(
      `${quote(state.text)} houdt op waar nog een cijfer of getal moet staan. Maak de formule af.`,
    );
  }
  if (typeof piece === "string") {
    return ongelezen(`In ${quote(state.text)} ontbreekt een cijfer of getal voor ${quote(piece)}.`);
  }
  return readFigure(piece.operand);
}

function readBracket(state: Leesstand): Gelezen<Formule> {
  state.depth += 1;
  if (state.depth > MEESTE_HAAKJES) {
    return ongelezen(
      `Deze formule heeft meer dan ${MEESTE_HAAKJES} haakjes in elkaar. Splits haar met «afgeleid».`,
    );
  }
  const inner = readSum(state);
  if (!inner.ok) return inner;
  if (state.pieces[state.at] !== ")") {
    return ongelezen(`In ${quote(state.text)} sluit een haakje niet. Zet er een ) bij.`);
  }
  state.at += 1;
  state.depth -= 1;
  return inner;
}

function readFigure(operand: string): Gelezen<Formule> {
  if (parseBreuk(operand) || /^[-+.,\d]/.test(operand)) {
    const getal = readGetal(operand);
    return getal.ok ? gelezen({ soort: "getal", getal: getal.waarde.getal }) : getal;
  }
  const glued = /[a-z0-9)][+*/][a-z0-9(]/.exec(operand);
  if (glued) {
    return ongelezen(
      `In ${quote(operand)} staat een teken zonder spaties. Zet een spatie voor en achter ${listWords(["+", "-", "*", "/"], "of")}.`,
    );
  }
  const verwijzing = readVerwijzing(operand);
  return verwijzing.ok
    ? gelezen({ soort: "verwijzing", verwijzing: verwijzing.waarde })
    : verwijzing;
}

function show(piece: Stuk): string {
  return typeof piece === "object" ? piece.operand : piece;
}
