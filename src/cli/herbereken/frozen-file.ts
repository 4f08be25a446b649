import { z } from "zod";
import { type BevriezingInhoud, hashBevriezing } from "#storage/bevriezing-hash.ts";
import { UsageError } from "../usage-error.ts";

const frozen = z.object({
  hash: z.string().optional(),
  document: z.strictObject({ id: z.string(), versie: z.number(), tekst: z.string() }),
  cijfers: z.string(),
  engineVersie: z.string(),
  op: z.string(),
  gebied: z.string(),
  ingevuld: z.string(),
  uitkomst: z.string(),
});

/**
 * A frozen outcome from a file: the parts of a bevriezing as JSON, with its kenmerk as `hash`.
 *
 * @throws UsageError where it is none, or where the content no longer fits its kenmerk.
 */
export function readFrozenFile(text: string, file: string): BevriezingInhoud {
  const parsed = frozen.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    throw new UsageError([
      `${file}\n  Dit is geen bevroren uitkomst. Het gaat mis bij: ${missing}.`,
    ]);
  }
  const { hash, ...inhoud } = parsed.data;
  if (hash !== undefined && hash !== hashBevriezing(inhoud)) {
    throw new UsageError([
      `${file}\n  De inhoud past niet meer bij het kenmerk ${hash.slice(0, 12)}…: er is iets in veranderd. Neem een andere kopie.`,
    ]);
  }
  return inhoud;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError([
      `${file}\n  Dit is geen JSON. Noem een bestand met een bevroren uitkomst.`,
    ]);
  }
}
