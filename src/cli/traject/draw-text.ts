import type { Trajectblad } from "#services/traject/traject.service.ts";
import type { Style } from "../text/style.ts";
import { indent, padStart, withoutControls, wrap } from "../text/wrap.ts";

type Stap = Trajectblad["tekening"]["stappen"][number];

/** A sign and a word for every state, so that nothing hangs on colour. */
const TEKENS: Readonly<Record<Stap["status"], string>> = {
  klaar: "[x]",
  nu: "[>]",
  komt: "[ ]",
  overgeslagen: "[~]",
};

/** A traject as lines: steps below each other, each with its state and where it leads. */
export function drawText(
  { tekening }: Pick<Trajectblad, "tekening">,
  width: number,
  style: Style,
): readonly string[] {
  const { stappen, klaar } = tekening;
  const digits = String(stappen.length).length;
  const margin = 5 + digits + 2;
  return [
    ...stappen.flatMap((stap) => drawStap(stap, digits, margin, width, style)),
    `${klaar ? "[x]" : "[ ]"}  ${" ".repeat(digits)}  ${klaar ? style.bold("klaar") : "klaar"}`,
  ];
}

function drawStap(
  stap: Stap,
  digits: number,
  margin: number,
  width: number,
  { bold, dim, warm }: Style,
): readonly string[] {
  const [first = "", ...more] = wrap(withoutControls(stap.titel), width - margin);
  const strong = stap.status === "nu" ? bold : (text: string) => text;
  const head = `${TEKENS[stap.status]}  ${padStart(String(stap.nummer), digits)}  ${strong(first)}`;
  const state = stap.teLaat ? `${stap.woord}; te laat` : stap.woord;
  const rules = stap.regels.flatMap((text) => indent(withoutControls(text), margin, width));
  return [
    head,
    ...more.map((text) => `${" ".repeat(margin)}${strong(text)}`),
    ...indent(state, margin, width).map(stap.teLaat ? warm : (text) => text),
    ...rules.map(dim),
    ...stap.wegen.flatMap(({ tekst }) => indent(`-> ${tekst}`, margin, width)),
  ];
}
