import type { Blad } from "#contract/rekenblad/blad.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { DocumentStatus, Laag } from "#domain/kop.ts";
import type { Verdeling } from "#domain/verdeling.ts";

const STATUS: Readonly<Record<DocumentStatus, string>> = {
  voorbeeld: "Voorbeeld, door niemand besloten",
  concept: "Ambtelijk concept, niet bestuurlijk besproken",
  voorgenomen: "Voorgenomen: ambtelijk concept, niet bestuurlijk besproken",
  vastgesteld: "Vastgesteld",
  geldend: "Geldend",
  vervallen: "Vervallen",
};

const SOORT_REGIO: Readonly<Record<Laag, string>> = {
  woningbouwregio: "woningbouwregio",
  woningmarktregio: "woningmarktregio (Huisvestingswet)",
  geen: "regio",
};

const SPOREN = ["woningen", "toewijzing", "zorg", "samenwerking"];

type Props = {
  readonly document: Verdeling;
  readonly gebied: Rekengebied;
  readonly blad: Blad;
};

/** What this sheet is worth, what it is about, and for whom: before any number. */
export function StatusLines({ document, gebied, blad }: Props) {
  const { spoor, opgave, laag, onderwerp } = document;
  const period = opgave.periode && opgave.periode !== "eenmalig" ? ` per ${opgave.periode}` : "";
  return (
    <dl className="kenmerken stand-regels">
      <dt>Wat dit waard is</dt>
      <dd>
        <strong>
          {standText(document, blad)}
          {blad.voorbeeld && "; cijfers verzonnen om te laten zien hoe het werkt"}
        </strong>
      </dd>
      <dt>Waarover</dt>
      <dd>
        {onderwerp}
        {spoor && ` · spoor ${spoor}, ${SPOREN[spoor - 1]}`}
        {opgave.eenheid && ` · ${opgave.eenheid}${period}`}
      </dd>
      <dt>Voor wie</dt>
      <dd>
        {gebied.titel}, {gebied.eenheden.length} gemeenten · {SOORT_REGIO[laag]}
        {unsettled(gebied)} · <a href={packageAddress(blad)}>wat deze gemeenten al doen</a>
      </dd>
    </dl>
  );
}

/** What a sheet is worth, in a few words. */
function standText({ status }: Verdeling, { wijzigingen }: Blad): string {
  return wijzigingen.size > 0 ? "Eigen rekenblad, van niemand anders" : STATUS[status];
}

/** The same in the margin of a page on paper, which travels alone. */
export function paperText(document: Verdeling, blad: Blad, eigen = false): string {
  const stand = eigen ? "Eigen rekenblad" : standText(document, blad);
  const settled = stand === STATUS.vastgesteld || stand === STATUS.geldend;
  return settled || /ambtelijk concept/i.test(stand) ? stand : `${stand} · ambtelijk concept`;
}

function packageAddress({ regio, gemeente }: Blad): string {
  return `/pakket?${new URLSearchParams({ regio, ...(gemeente ? { eigen: gemeente } : {}) })}`;
}

/** Whether the membership itself is certain; the sources do not settle it everywhere. */
function unsettled({ eenheden, onzeker, indeling }: Rekengebied): string {
  const assumed = eenheden.filter(({ aanname }) => aanname !== undefined).length;
  const from = indeling ? ` · gerekend met ${indeling}` : "";
  if (onzeker.length > 0) return `${from} · niet zeker wie erbij hoort`;
  return assumed > 0 ? `${from} · wie erbij hoort is een aanname` : from;
}
