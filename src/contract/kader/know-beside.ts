import {
  type Bibliotheek,
  createBibliotheek,
  parseDocumentnaam,
  type RegieDocument,
} from "#domain/document.ts";
import type { Kennis } from "./kennis.ts";
import { loadDocument } from "./load.ts";

/**
 * What is known when these documents lie beside those that are known already.
 *
 * Good ones are found by whatever points to them, also by each other; a name without a version is
 * the newest of all.
 */
export function knowBeside(teksten: readonly string[], kennis: Kennis): Kennis {
  const { bibliotheek, ...alone } = kennis;
  const documents = teksten.flatMap((tekst) => {
    const read = loadDocument(tekst, { bestand: "", kennis: alone });
    return read.ok ? [read.document] : [];
  });
  const indicatoren = documents.flatMap((document) =>
    document.soort === "indicator" ? [[document.id, document.uitsplitsing] as const] : [],
  );
  const regios = documents.flatMap((document) =>
    document.soort === "indeling"
      ? Object.keys(document.regios).map((id) => ({ id, soortRegio: document.soortRegio }))
      : [],
  );
  return {
    ...kennis,
    bibliotheek: layOver(documents, bibliotheek),
    ...(indicatoren.length === 0
      ? {}
      : { indicatoren: new Map([...(kennis.indicatoren ?? []), ...indicatoren]) }),
    ...(regios.length === 0 ? {} : { regios: [...(kennis.regios ?? []), ...regios] }),
  };
}

function layOver(documents: readonly RegieDocument[], under: Bibliotheek | undefined): Bibliotheek {
  const over = createBibliotheek(documents);
  return {
    find: (naam) => {
      const [mine, theirs] = [over.find(naam), under?.find(naam)];
      const newest = parseDocumentnaam(naam)?.versie === undefined;
      if (newest && mine && theirs) return theirs.versie > mine.versie ? theirs : mine;
      return mine ?? theirs;
    },
    list: () => [...(under?.list() ?? []), ...documents],
  };
}
