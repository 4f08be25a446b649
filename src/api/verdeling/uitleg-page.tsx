import { createRegelvinder } from "#contract/kader/regelvinder.ts";
import { type Blad, bladAdres } from "#contract/rekenblad/blad.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { explainAanbod, explainUitkomst } from "#services/verdeling/uitleg.ts";
import type { Kolom, Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { documentAdres, gemeenteAdres } from "../adres.ts";
import { Sentence } from "../kader/sentence.tsx";
import { statusVan } from "../kader/status.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { AccountTable } from "./account.tsx";
import { FilledIn } from "./filled-in.tsx";
import { describePath } from "./namen.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly blad: Blad;
  readonly tabel: Verdeeltabel;
  readonly kolom: Kolom;
  /** Whose number; absent for the whole. */
  readonly gemeente?: { readonly id: string; readonly naam: string };
  readonly zin: Zinmaker;
};

/** How one number of a rekenblad came about. */
export function UitlegPage({ frame, basis, blad, tabel, kolom, gemeente, zin }: Props) {
  const { document, uitkomst } = kolom;
  const naam = documentnaam(document);
  const find = createRegelvinder(basis.tekstVan(naam) ?? "");
  const adresVan = (pad: string) => {
    const regel = find(pad);
    return regel && `${documentAdres(naam)}${regel}`;
  };
  const who = gemeente?.naam ?? "het geheel";
  const supply = gemeente && readBijcijfers(tabel.vraag).aanbod;
  const aanbod = gemeente && explainAanbod(uitkomst, supply, gemeente.id);
  const region = tabel.vraag.gebied.titel;
  return (
    <Page frame={frame} titel={`${who}, ${document.titel}: hoe komt dit tot stand?`}>
      <Path href={bladAdres(blad)}>Terug naar de tabel</Path>
      <h1>{gemeente ? gemeente.naam : region}: hoe komt dit tot stand?</h1>
      <p class="stand">
        <strong>{statusVan(basis, document)}</strong> ·{" "}
        <a href={documentAdres(naam)}>{document.titel}</a> · {region}, {formatMoment(blad.op)}
      </p>
      <FilledIn basis={basis} blad={blad} />
      <Sentence zin={zin(document as RegieDocument, tabel.vraag.ingevuld)} adresVan={adresVan} />
      <AccountTable
        id="verantwoording"
        account={explainUitkomst(uitkomst, gemeente?.id)}
        titel="Van de uitkomst terug naar de cijfers; … betekent dat er meer decimalen zijn."
        cijfer={(wat) => describePath(basis, wat)}
        adresVan={adresVan}
      />
      {gemeente && frame.account && (
        <p class="niet-afdrukken">
          <a href={opmerkingAdres(gemeente.id, document.titel, frame.adres)}>
            Maak hierover een opmerking; {gemeente.naam} ziet haar als eerste
          </a>
        </p>
      )}
      {aanbod && (
        <AccountTable
          id="aanbod"
          account={aanbod}
          titel="Wat er in deze gemeente vrijkomt, en welk deel daarvan dit is."
          cijfer={(wat) => describePath(basis, wat)}
          adresVan={adresVan}
        />
      )}
      {gemeente && (
        <p>
          <a href={gemeenteAdres(gemeente.id)}>Alle cijfers van {gemeente.naam}</a>
        </p>
      )}
    </Page>
  );
}

/** A remark about this gemeente, by this very page. */
function opmerkingAdres(gemeente: string, waarover: string, hier: string): string {
  const { pathname, search } = new URL(hier);
  const query = new URLSearchParams({ gemeente, waarover, adres: pathname + search });
  return `/opmerkingen/nieuw?${query}`;
}
