import type { Werkmap } from "#domain/werkmap.ts";
import {
  WERKMAP_MEDIA,
  WERKMAPVORMEN,
  type Werkmapvorm,
  writeWerkmap,
} from "#sources/werkmapschrijver.ts";

export type { Werkmapvorm } from "#sources/werkmapschrijver.ts";

/** The form that is asked for; xlsx where it is none of ours. */
export function asVorm(tekst: string): Werkmapvorm {
  return WERKMAPVORMEN.find((vorm) => vorm === tekst) ?? "xlsx";
}

/** A table as a file to take along. */
export async function toBestand(
  werkmap: Werkmap,
  vorm: Werkmapvorm,
): Promise<{ readonly bytes: Uint8Array; readonly media: string }> {
  return { bytes: await writeWerkmap(werkmap, vorm), media: WERKMAP_MEDIA[vorm] };
}
