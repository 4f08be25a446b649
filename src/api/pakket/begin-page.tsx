import type { Basis } from "#services/basis.ts";
import type { Pakketvraag } from "#services/pakket/vraag.ts";
import { SelectField } from "../page/fields.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { regioOpties } from "../verdeling/regio-opties.ts";
import { pakketVan } from "./pakket-adres.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly vraag: Pakketvraag;
  readonly fouten: readonly string[];
};

/** Which region it is about; nothing is chosen beforehand. */
export function BeginPage({ frame, basis, vraag, fouten }: Props) {
  return (
    <Page frame={frame} titel="Wat gemeenten al doen" deel="/regios">
      <h1>Wat gemeenten al doen</h1>
      <p class="inleiding">
        Een azc, studenten, standplaatsen, een Domus: gemeenten doen al van alles. Leg het naast
        elkaar voordat u iets verdeelt.
      </p>
      {fouten.length > 0 && (
        <Notice titel="Deze regio konden we niet vinden" bovenaan kies>
          <ul>
            {fouten.map((tekst) => (
              <li>{tekst}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="get" action="/pakket">
        <div class="velden">
          <SelectField
            naam="regio"
            label="Regio"
            waarde={vraag.regio}
            leeg="Kies een regio"
            opties={regioOpties(basis)}
            hint="Tussen haakjes het aantal gemeenten"
          />
        </div>
        <button type="submit">Toon</button>
      </form>
      <p>
        Of bekijk het van <a href={pakketVan("drechtsteden")}>de Drechtsteden</a>: nieuwbouw is daar
        bekend, de rest staat er nog als onbekend, met wie het levert.
      </p>
    </Page>
  );
}
