import { documentnaam } from "#domain/document.ts";
import type { Kader } from "#domain/kader.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { hasCap, prestatieafsprakenOf } from "#rules/kader/index.ts";
import type { Basis } from "#services/basis.ts";

/** A verdeling that caps what goes to urgenten, with the agreements that work it out. */
export type Grens = { readonly document: Verdeling; readonly afspraken: readonly string[] };

/**
 * The caps that stand in documents of this region, by title: those that name the region, or that a
 * kader of the region holds. Without agreements a cap is linked to none, and that is said (F088).
 */
export function listGrenzen({ bibliotheek }: Basis, regio: string): readonly Grens[] {
  const all = bibliotheek.list();
  const kaders = all.filter((document): document is Kader => document.soort === "kader");
  const held = new Set(
    kaders
      .filter(({ gebied }) => gebied === regio)
      .flatMap(({ onderdelen }) => Object.values(onderdelen))
      .flatMap(({ inhoud }) => (inhoud.soort === "document" ? [inhoud.document] : [])),
  );
  return all
    .filter((document): document is Verdeling => document.soort === "verdeling")
    .filter((document) => document.gebied === regio || held.has(documentnaam(document)))
    .filter((document) => document.spoor === 2 && hasCap(document))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"))
    .map((document) => ({
      document,
      afspraken: prestatieafsprakenOf(documentnaam(document), kaders),
    }));
}
