import { documentnaam } from "#domain/document.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Kader } from "#domain/kader.ts";
import type { Kaderstand } from "#domain/kaderstand.ts";
import { computeKaderstand, type Onderdeelloop } from "#rules/kader/index.ts";
import { runOnderdeel } from "./loop.ts";
import type { Kaderopdracht } from "./opdracht.ts";

/**
 * Carries out the documents of a kader on a day, and says where the kader stands.
 *
 * Each onderdeel runs by itself: one that stops hides no other.
 */
export function runKaderstand(opdracht: Kaderopdracht): Kaderstand {
  return runKader(opdracht).stand;
}

/** The state of a kader with what the document of each onderdeel gave. */
export type Gelopenkader = {
  readonly stand: Kaderstand;
  readonly lopen: ReadonlyMap<string, Onderdeelloop>;
};

export function runKader(opdracht: Kaderopdracht, above: readonly string[] = []): Gelopenkader {
  const { document, gebied, op, ingevuld, geland, verslagen, besluiten } = opdracht;
  const path = [...above, documentnaam(document)];
  const inner = (found: Kader): Onderdeelloop => runInner(found, opdracht, path);
  const lopen = new Map(
    Object.entries(document.onderdelen).flatMap(([naam, { inhoud }]) =>
      inhoud.soort === "document"
        ? [[naam, runOnderdeel(naam, inhoud.document, opdracht, inner)] as const]
        : [],
    ),
  );
  const eigen = ingevuld.eigen;
  const facts = { geland, verslagen, besluiten };
  return {
    stand: computeKaderstand({ document, gebied, op, ingevuld: eigen, lopen, ...facts }),
    lopen,
  };
}

/** A kader inside a kader: facts and what was filled in were given for the outer one. */
function runInner(
  document: Kader,
  opdracht: Kaderopdracht,
  above: readonly string[],
): Onderdeelloop {
  if (above.includes(documentnaam(document))) {
    return { soort: "loopt-niet", waarom: `«${document.id}» verwijst terug naar zichzelf` };
  }
  const own: Kaderopdracht = {
    ...opdracht,
    document,
    ingevuld: { eigen: NIETS_INGEVULD, onderdelen: new Map() },
    geland: [],
    verslagen: [],
    besluiten: [],
    gebeurtenissen: new Map(),
  };
  return { soort: "kader", stand: runKader(own, above).stand };
}
