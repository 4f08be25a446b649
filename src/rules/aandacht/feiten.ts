import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";

/** The facts of one sort. */
export function onlyOf(
  feiten: readonly Aandachtsfeit[],
  soort: Aandachtsfeit["soort"],
): readonly Aandachtsfeit[] {
  return feiten.filter((feit) => feit.soort === soort);
}

/** Since when, and by when where a day was named. */
export function termOf({
  sinds,
  uiterlijk,
}: Aandachtsfeit): Pick<Aandachtsregel, "sinds" | "uiterlijk"> {
  return { sinds, ...(uiterlijk === undefined ? {} : { uiterlijk }) };
}
