/** A code or name of the language as it is read aloud: `sociale-huur`. */
export function asWords(code: string): string {
  return code.replaceAll("-", " ");
}

/** Where an agreement lands, written out for who does not know the letters: `vhp`. */
export function instrumentName(instrument: string): string {
  return instrument === "vhp" ? "volkshuisvestingsprogramma" : asWords(instrument);
}

/** A piece of text as it stands at the start of a sentence. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A piece of text as a sentence of its own. */
export function asSentence(text: string): string {
  const start = upperFirst(text);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

/** A piece of text as it stands inside a sentence; names such as WOZ and DAEB keep their capitals. */
export function lowerFirst(text: string): string {
  return /^.[A-Z]/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
