import type { RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { isVoorEenRegio, openParameters } from "#services/kader/overnemen.ts";
import { documentAdres } from "../../adres.ts";
import { SelectField } from "../../page/fields.tsx";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { regioOpties } from "../../verdeling/regio-opties.ts";
import { describeBron } from "../status.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly document: RegieDocument;
};

/** What is asked before a document of the library becomes a text of one's own. */
export function OvernemenPage({ frame, basis, document }: Props) {
  const titel = `${document.titel} overnemen`;
  const open = openParameters(document);
  return (
    <Page frame={frame} titel={titel} deel="/documenten">
      <Path href={documentAdres(document.id)}>Dit document</Path>
      <h1>{titel}</h1>
      <p class="inleiding">
        U krijgt een eigen tekst om mee verder te gaan, met status «voorbeeld». Er wordt nog niets
        bewaard. In de toelichting komt te staan waar hij vandaan komt: {document.id}, versie{" "}
        {document.versie}, uit {describeBron(document.bron)}.
      </p>
      <form method="get" action="/documenten/nieuw">
        <input type="hidden" name="uit" value={`${document.id}@${document.versie}`} />
        <div class="velden">
          {isVoorEenRegio(document) && (
            <SelectField
              naam="regio"
              label="Voor welke regio"
              waarde=""
              leeg="Nog niet gekozen"
              hint="Tussen haakjes het aantal gemeenten"
              opties={regioOpties(basis)}
            />
          )}
          <div class="veld">
            <label for="id">Naam in adressen en verwijzingen</label>
            <span class="hint" id="id-hint">
              Kleine letters, cijfers en streepjes.
            </span>
            <input
              type="text"
              id="id"
              name="id"
              value={`${document.id}-eigen`}
              pattern="[a-z0-9][a-z0-9\-]*"
              aria-describedby="id-hint"
            />
          </div>
        </div>
        {open.length > 0 && (
          <fieldset>
            <legend>Wat dit document aan mensen laat</legend>
            <p class="klein">
              Wat u leeg laat, blijft onbepaald. Wat u invult, wordt een aanname: noem er in de
              tekst uw bron bij.
            </p>
            <div class="velden">
              {open.map((naam) => (
                <Parameterveld naam={naam} document={document} />
              ))}
            </div>
          </fieldset>
        )}
        <button type="submit">Neem over en open de tekst</button>
      </form>
    </Page>
  );
}

function Parameterveld({
  naam,
  document,
}: {
  readonly naam: string;
  readonly document: RegieDocument;
}) {
  const { eenheid, toelichting, zet } = document.parameters[naam] ?? {};
  const hint = [eenheid, zet && `wie hem vaststelt: ${zet}`, toelichting]
    .filter(Boolean)
    .join("; ");
  return (
    <div class="veld">
      <label for={`p-${naam}`}>{naam.replaceAll("-", " ")}</label>
      <span class="hint" id={`p-${naam}-hint`}>
        {hint}
      </span>
      <input type="text" id={`p-${naam}`} name={`p.${naam}`} aria-describedby={`p-${naam}-hint`} />
    </div>
  );
}
