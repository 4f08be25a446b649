import { documentnaam } from "#domain/document.ts";
import { listWords } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { Grens } from "#services/pakket/grenzen.ts";
import { documentAdres } from "../adres.ts";
import { statusVan } from "../kader/status.tsx";

type Props = { readonly grenzen: readonly Grens[]; readonly basis: Basis };

/** Every cap with the agreement that works it out, or that there is none (F088). */
export function Grenzen({ grenzen, basis }: Props) {
  return (
    <section aria-labelledby="kop-grenzen">
      <h2 id="kop-grenzen">Bovengrenzen en hun prestatieafspraken</h2>
      {grenzen.length === 0 && (
        <p>In de documenten van deze regio staat geen bovengrens voor urgenten.</p>
      )}
      <dl class="kenmerken">
        {grenzen.map(({ document, afspraken }) => (
          <>
            <dt>
              <a href={documentAdres(documentnaam(document))}>{document.titel}</a>
            </dt>
            <dd>
              {afspraken.length > 0
                ? `uitgewerkt in de prestatieafspraken van ${listWords(afspraken.map((titel) => `«${titel}»`))}`
                : "prestatieafspraken: geen. Een bovengrens werkt pas als corporaties en gemeenten haar ook daarin uitwerken."}{" "}
              <span class="klein">{statusVan(basis, document)}.</span>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
