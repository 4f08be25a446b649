import type { RegieDocument } from "#domain/document.ts";
import { formatMoment } from "#domain/notatie.ts";
import { describeBron } from "./status.tsx";

/** The head of a document: where it comes from, what it is about, when it holds. */
export function Facts({ document }: { readonly document: RegieDocument }) {
  const { bron, onderwerp, laag, orgaan, gebied, geldigVan, geldigTot, besluit, id } = document;
  const region = typeof gebied === "string" ? gebied : undefined;
  return (
    <>
      <h2>Over dit document</h2>
      <dl class="kenmerken">
        <dt>Bron</dt>
        <dd>
          {describeBron(bron)}
          <SourceLink link={bron.link} />
        </dd>
        <dt>Onderwerp</dt>
        <dd>
          {onderwerp}
          {laag !== "geen" && `, op het niveau van de ${laag}`}
        </dd>
        {region && (
          <>
            <dt>Gebied</dt>
            <dd>{region}</dd>
          </>
        )}
        {orgaan && (
          <>
            <dt>Orgaan</dt>
            <dd>{orgaan}</dd>
          </>
        )}
        {(geldigVan || geldigTot) && (
          <>
            <dt>Geldig</dt>
            <dd>
              {geldigVan && `vanaf ${formatMoment(geldigVan)}`}
              {geldigTot && ` tot en met ${formatMoment(geldigTot)}`}
            </dd>
          </>
        )}
        {besluit && (
          <>
            <dt>Besluit</dt>
            <dd>
              {besluit.stuk}, {besluit.orgaan}, {formatMoment(besluit.datum)}
            </dd>
          </>
        )}
        <dt>Naam</dt>
        <dd>{id}</dd>
      </dl>
    </>
  );
}

/** Only an address of the web is a link; anything else a writer put there stays text. */
function SourceLink({ link }: { readonly link: string | undefined }) {
  if (link === undefined) return null;
  if (!/^https?:\/\//.test(link)) return <> {link}</>;
  return (
    <>
      {" "}
      <a href={link} rel="noreferrer">
        {link}
      </a>
    </>
  );
}
