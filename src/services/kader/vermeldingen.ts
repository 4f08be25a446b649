import { readBrontekst } from "#contract/kader/brontekst.ts";
import type { Knoop } from "#contract/kader/knoop.ts";

/** What the writer says in words of his own, in which a name is no pointer. */
const WOORDEN: ReadonlySet<string> = new Set(["titel", "toelichting", "bron", "reden", "id"]);

type Teksten = { readonly tekst: string };

/**
 * The ids of other documents whose newest version names this one: as a document, a figure or one
 * of its regions.
 *
 * A word that happens to be the same counts too: better named once too often than missed.
 */
export function findMentions(
  id: string,
  documenten: ReadonlyMap<string, readonly Teksten[]>,
): readonly string[] {
  return [...documenten]
    .filter(([other, versies]) => other !== id && namesIn(versies.at(-1)?.tekst ?? "").has(id))
    .map(([other]) => other);
}

function namesIn(tekst: string): ReadonlySet<string> {
  const { bron } = readBrontekst(tekst);
  const words = bron ? wordsIn(bron.boom) : [];
  return new Set(words.flatMap((word) => word.match(/[a-z0-9][a-z0-9-]*/g) ?? []));
}

function wordsIn(knoop: Knoop): readonly string[] {
  if (knoop.soort === "tekst") return [knoop.tekst];
  if (knoop.soort === "lijst") return knoop.items.flatMap(wordsIn);
  return [...knoop.velden].flatMap(([naam, veld]) =>
    WOORDEN.has(naam) ? [] : wordsIn(veld.waarde),
  );
}
