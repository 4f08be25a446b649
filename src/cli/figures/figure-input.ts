/** A figure as somebody gave it, on the line or in a file, before anything is looked up. */
export type FigureInput = {
  /** Where it stands, for a message: `--cijfer urgenten=450`, or file and line. */
  readonly place: string;
  /** `urgenten`, `woningen.sociale-huur`. */
  readonly name: string;
  /** A gemeente by code or name, another unit by its id; absent for the whole. */
  readonly unit?: string;
  readonly value: ValueInput;
  readonly moment?: string;
  readonly source: string;
  readonly remark?: string;
};

export type ValueInput =
  | { readonly kind: "one"; readonly text: string }
  | { readonly kind: "range"; readonly low: string; readonly high: string };

/** `450`, or `420..480` as a range. */
export function toValueInput(text: string): ValueInput {
  const match = /^(.*?)\s*\.\.\s*(.*)$/.exec(text);
  if (!match) return { kind: "one", text };
  return { kind: "range", low: match[1] ?? "", high: match[2] ?? "" };
}

export type FigureReading = {
  readonly figures: readonly FigureInput[];
  readonly fouten: readonly string[];
};

/** What stands as the source of a figure that was typed on the line, and that nobody gave. */
export const TYPED_SOURCE = "door u ingevuld";

/** Reads `naam=waarde`, `naam@gemeente=waarde` or `naam@gemeente@2030=waarde`, as often as given. */
export function readFigureOptions(values: readonly string[]): FigureReading {
  const figures: FigureInput[] = [];
  const fouten: string[] = [];
  for (const value of values) {
    const match = /^([^@=]+)(?:@([^@=]*))?(?:@([^@=]+))?=(.*)$/.exec(value);
    const place = `--cijfer ${value}`;
    if (!match?.[1] || match[4] === undefined) {
      fouten.push(
        `${place}\n  Schrijf «naam=waarde» of «naam@gemeente=waarde», bijvoorbeeld «urgenten=420..480».`,
      );
      continue;
    }
    figures.push({
      place,
      name: match[1].trim(),
      ...(match[2] ? { unit: match[2].trim() } : {}),
      value: toValueInput(match[4].trim()),
      ...(match[3] ? { moment: match[3].trim() } : {}),
      source: TYPED_SOURCE,
    });
  }
  return { figures, fouten };
}
