import type { Aandachtsfeit, Aandachtsregel } from "#domain/aandacht.ts";
import { onlyOf, termOf } from "./feiten.ts";

/** Versions and documents that another body shared since one's previous visit. */
export function watGedeeldWerd(feiten: readonly Aandachtsfeit[]): readonly Aandachtsregel[] {
  const line = (feit: Aandachtsfeit, doel: "versie" | "document"): Aandachtsregel => ({
    soort: "gedeeld",
    wat: `Nieuw: ${doel === "versie" ? "een versie" : "een document"} van ${feit.wie}`,
    over: feit.titel,
    ...termOf(feit),
    doe: "Bekijk",
    doel: { soort: doel, id: feit.id },
  });
  return [
    ...onlyOf(feiten, "versie gedeeld").map((feit) => line(feit, "versie")),
    ...onlyOf(feiten, "document gedeeld").map((feit) => line(feit, "document")),
  ];
}
