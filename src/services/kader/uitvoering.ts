import { documentnaam, type RegieDocument } from "#domain/document.ts";

/**
 * The line that carries out a document: `woonregie toets wvrv-regio --regio <regio>`.
 *
 * Undefined for what a document only says: an indicator or an indeling is shown, not carried out.
 */
export function commandFor(document: RegieDocument): string | undefined {
  const name = document.versie === 1 ? document.id : documentnaam(document);
  const regio = typeof document.gebied === "string" ? "" : " --regio <regio>";
  switch (document.soort) {
    case "verdeling":
      return `woonregie verdeel ${name}${regio}`;
    case "toets":
      return `woonregie toets ${name}${regio}`;
    case "rangorde":
      return `woonregie rangschik ${name} --kandidaten <bestand.csv>`;
    case "traject":
      return `woonregie traject ${name}`;
    case "kader":
      return `woonregie kader ${name}${regio}`;
    default:
      return undefined;
  }
}
