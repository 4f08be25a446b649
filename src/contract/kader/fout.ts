/** A path into a document, from the top: keys, and places in lists counted from 0. */
export type Pad = readonly (string | number)[];

/** Where in the file, both counted from 1, as an editor shows it. */
export type Plaats = { readonly regel: number; readonly kolom: number };

/**
 * What is wrong in a document, where, and how to mend it.
 *
 * `tekst` is whole Dutch sentences for whoever wrote the file. A remark (`opmerking`) has the
 * same shape and blocks nothing.
 */
export type Documentfout = Plaats & {
  readonly bestand: string;
  /** The path as a reader writes it, `stappen[0].voor[1]`; empty where it is about the whole file. */
  readonly pad: string;
  readonly gevonden?: string;
  readonly tekst: string;
};

/** The two lines a person reads: where, and below it what and how to mend it. */
export function formatFout(fout: Documentfout): string {
  const place = `${fout.bestand}:${fout.regel}:${fout.kolom}`;
  return `${fout.pad === "" ? place : `${place}  ${fout.pad}`}\n  ${fout.tekst}`;
}

/** `["stappen", 0, "voor"]` as `stappen[0].voor`. */
export function formatPad(pad: Pad): string {
  return pad.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** `stappen[0].voor` as `["stappen", 0, "voor"]`; undefined where the text is no path. */
export function parsePad(text: string): Pad | undefined {
  if (!/^[^.[\]]+(\[\d+\]|\.[^.[\]]+)*$/.test(text)) return undefined;
  const parts = text.match(/[^.[\]]+|\[\d+\]/g) ?? [];
  return parts.map((part) => (part.startsWith("[") ? Number(part.slice(1, -1)) : part));
}

/** The text between the marks with which every message quotes what was found. */
export function quote(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return `«${short.replace(/\s+/g, " ")}»`;
}
