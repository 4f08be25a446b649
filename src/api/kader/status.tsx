import type { RegieDocument } from "#domain/document.ts";
import type { Bron, DocumentStatus, Kop } from "#domain/kop.ts";
import { formatMoment } from "#domain/notatie.ts";
import { describeVastgesteld } from "#domain/vaststelling.ts";
import type { Basis } from "#services/basis.ts";
import { vastgesteldVan } from "#services/vaststelling/vastgesteld-van.ts";

const STATUSWOORDEN: Readonly<Record<DocumentStatus, string>> = {
  voorbeeld: "Voorbeeld, door niemand besloten",
  concept: "Ambtelijk concept, niet bestuurlijk besproken",
  voorgenomen: "Voorgenomen, nog niet vastgesteld",
  vastgesteld: "Vastgesteld",
  geldend: "Geldend",
  vervallen: "Vervallen",
};

const STANDWOORDEN: Readonly<Record<Bron["stand"], string>> = {
  beleidsstreven: "beleidsstreven",
  wetsvoorstel: "wetsvoorstel",
  ontwerpbesluit: "ontwerpbesluit",
  geldend: "geldend recht",
  beleid: "beleid",
};

const SPOORWOORDEN = ["woningen", "toewijzing", "zorg", "samenwerking"] as const;

/** What a document that is here is worth: with which body adopted it, where one did. */
export function statusVan(
  basis: Basis,
  document: Pick<RegieDocument, "id" | "versie" | "status">,
): string {
  return describeVastgesteld(vastgesteldVan(basis, document)) ?? STATUSWOORDEN[document.status];
}

/** What a piece was when something was made of it. */
export function describeStand(stand: Bron["stand"]): string {
  return STANDWOORDEN[stand];
}

/** The piece a document comes from, with the place in it; what it was at the time where not policy. */
export function describeBron({ stuk, plaats, stand }: Bron): string {
  const where = plaats ? `${stuk}, ${plaats}` : stuk;
  return stand === "beleid" ? where : `${where} (${STANDWOORDEN[stand]})`;
}

function describeSpoor(spoor: NonNullable<Kop["spoor"]>): string {
  return `spoor ${spoor}, ${SPOORWOORDEN[spoor - 1]}`;
}

type Stand = { readonly document: RegieDocument; readonly basis: Basis };

/** What a document is and what it is worth, in one line that stands in every view of it. */
export function StatusLine({ document, basis }: Stand) {
  const { soort, versie, spoor, besluit } = document;
  return (
    <p class="stand">
      <strong>{statusVan(basis, document)}</strong> · {soort}
      {spoor && `, ${describeSpoor(spoor)}`} · versie {versie}
      {besluit && ` · besloten door ${besluit.orgaan} op ${formatMoment(besluit.datum)}`}
    </p>
  );
}
