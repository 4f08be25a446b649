import { type Blad, bladAdres } from "#contract/rekenblad/blad.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { NamedRegions } from "../indeling/regios-page.tsx";
import { DocumentsOf, SOORTVOLGORDE } from "../kader/documenten-page.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { FilledIn } from "../verdeling/filled-in.tsx";
import { Outcome } from "../verdeling/outcome.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly zin: Zinmaker;
  /** The worked example; absent where one of its documents is not there. */
  readonly voorbeeld?: { readonly blad: Blad; readonly tabel: Verdeeltabel };
};

/** The first page: what it is, one division worked out, and what it holds. */
export function BeginPage({ frame, basis, zin, voorbeeld }: Props) {
  const documenten = basis.bibliotheek.list();
  const indicatoren = documenten.filter(({ soort }) => soort === "indicator").length;
  return (
    <Page frame={frame} titel="Woonregie">
      <h1>Wat betekent elke verdeelsleutel voor uw gemeente?</h1>
      <p class="inleiding">
        In Woonregie schrijven Rijk, provincies, gemeenten, corporaties en zorgpartijen hun
        afspraken over wonen op als documenten die de computer uitvoert. Bij elk getal staat waar
        het vandaan komt; mensen kiezen, het systeem rekent.
      </p>
      {voorbeeld && <Example basis={basis} {...voorbeeld} />}
      <h2>Regio's</h2>
      <p>
        Bij elke regio staat hoe zeker de leden zijn. <a href="/regios">Alle regio's</a>, ook
        provincies en COROP-gebieden om mee te vergelijken.
      </p>
      <NamedRegions basis={basis} />
      {SOORTVOLGORDE.filter((soort) => soort !== "indicator" && soort !== "indeling").map(
        (soort) => (
          <DocumentsOf soort={soort} {...{ documenten, zin, basis }} />
        ),
      )}
      <h2>Indicatoren</h2>
      <p>
        <a href="/documenten#indicator">
          {indicatoren} documenten die zeggen wat een cijfer betekent
        </a>
        , en <a href="/gemeenten">de cijfers zelf, per gemeente</a>.
      </p>
    </Page>
  );
}

type ExampleProps = Pick<Props, "basis"> & NonNullable<Props["voorbeeld"]>;

function Example({ basis, blad, tabel }: ExampleProps) {
  const { gebied } = tabel.vraag;
  return (
    <section aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">
        Een voorbeeld: {gebied.titel}, {formatMoment(blad.op)}
      </h2>
      <FilledIn basis={basis} blad={blad} />
      <Outcome basis={basis} blad={blad} tabel={tabel} />
      <p class="niet-afdrukken">
        <a href={bladAdres(blad)}>
          Reken het anders uit: andere regio, eigen cijfers, andere sleutels
        </a>
      </p>
    </section>
  );
}
