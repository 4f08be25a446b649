import { documentnaam, type RegieDocument } from "#domain/document.ts";

/** What every document says of itself, as the API gives it. */
export function toKop(document: RegieDocument) {
  const { id, versie, soort, titel, toelichting, bron, onderwerp, laag, status, spoor } = document;
  const { orgaan, gerichtTot, geldigVan, geldigTot } = document;
  return {
    naam: documentnaam(document),
    id,
    versie,
    soort,
    titel,
    toelichting,
    bron: { ...bron },
    onderwerp,
    laag,
    status,
    spoor,
    orgaan,
    gerichtTot: gerichtTot && [...gerichtTot],
    geldigVan,
    geldigTot,
  };
}
