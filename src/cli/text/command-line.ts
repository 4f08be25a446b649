import type { Asked } from "../command.ts";

/** The line again as it was asked, with only the options that bear on the outcome. */
export function commandLine(name: string, asked: Asked, kept: readonly string[]): string {
  const options = kept.flatMap((option) =>
    asked.all(option).flatMap((value) => [`--${option}`, quoted(value)]),
  );
  return [`woonregie ${name}`, ...asked.words.map(quoted), ...options].join(" ");
}

function quoted(text: string): string {
  return /^[\w@#=.,:/%+-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}
