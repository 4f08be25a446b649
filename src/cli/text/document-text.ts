import { formatBreuk } from "#domain/breuk.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { DocumentStatus, Kop, Parameterwaarde } from "#domain/kop.ts";
import { formatExact, formatMoment } from "#domain/notatie.ts";
import { withoutControls } from "./wrap.ts";

/** The title of a document, safe to print and fit for inside a sentence. */
export function titel(document: Pick<RegieDocument, "titel">): string {
  return withoutControls(document.titel);
}

const STATUS: Readonly<Record<DocumentStatus, string>> = {
  voorbeeld: "voorbeeld: geschreven naar een publicatie, door niemand besloten",
  concept: "ambtelijk concept, niet bestuurlijk besproken",
  voorgenomen: "voorgenomen: ambtelijk concept, niet bestuurlijk besproken",
  vastgesteld: "vastgesteld",
  geldend: "geldend",
  vervallen: "vervallen",
};

/** What the document is worth: an example, a concept, or decided by whom and when. */
export function statusText({ status, besluit, bron }: Kop): string {
  const decided = besluit
    ? `, door ${besluit.orgaan.toUpperCase()} op ${formatMoment(besluit.datum)} (${besluit.stuk})`
    : "";
  const stand = bron.stand === "beleid" ? "" : ` (bron: ${bron.stand})`;
  return `${STATUS[status]}${decided}${stand}`;
}

/** The value of a parameter as readers write it. */
export function formatParameter(waarde: Parameterwaarde): string {
  switch (waarde.soort) {
    case "getal":
      return formatExact(waarde.tekst.replace(/\s*%/, "%"));
    case "band":
      return `${formatExact(formatBreuk(waarde.van))} tot ${formatExact(formatBreuk(waarde.tot))}`;
    case "datum":
      return formatMoment(waarde.datum);
    case "duur":
      return `${waarde.duur.aantal} ${waarde.duur.maat}`;
    case "woord":
      return formatMoment(waarde.woord);
  }
}
