import { listWords } from "#domain/notatie.ts";
import type { Trajectstap } from "#domain/traject.ts";
import { noemStap } from "./gebeurtenistekst.ts";
import type { Loop } from "./loop.ts";

/** Who was invited for a step, in the order in which it was written. */
export function genodigdenVan({ naam }: Trajectstap, { genodigden }: Loop): readonly string[] {
  return genodigden.flatMap(({ stap, genodigde }) =>
    stap === naam && genodigde !== undefined ? [genodigde] : [],
  );
}

/**
 * Remarks on who is invited: a role that must be there and is not, or more than was agreed.
 *
 * Habits of one process, never a refusal; without anybody invited yet nothing is said.
 */
export function remarkGenodigden(stap: Trajectstap, loop: Loop): readonly string[] {
  const { genodigden } = stap;
  if (!genodigden) return [];
  const invited = genodigdenVan(stap, loop);
  if (invited.length === 0) return [];
  const name = noemStap(stap.naam, loop.vraag.document);
  const missing = genodigden.verplicht.filter((rol) => !invited.includes(rol));
  const absent =
    missing.length > 0 ? [`Bij ${name} is niet uitgenodigd: ${listWords(missing)}.`] : [];
  return [...absent, ...tooMany(stap, name, loop)];
}

function tooMany(stap: Trajectstap, name: string, { genodigden }: Loop): readonly string[] {
  const most = stap.genodigden?.hoogstens;
  if (!most) return [];
  const counts = new Map<string, number>();
  for (const { stap: naam, voor } of genodigden) {
    const unit = voor[most.voorElk];
    if (naam === stap.naam && unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > most.aantal)
    .map(
      ([unit, count]) =>
        `Bij ${name} zijn er ${count} genodigden van ${unit}; afgesproken is hoogstens ${most.aantal}.`,
    );
}
