import type { Cijferregel } from "#services/cijfers/cijferoverzicht.service.ts";
import { documentAdres } from "../adres.ts";

/** What nobody delivered, by name: missing is not nought. */
export function UnknownList({ regels }: { readonly regels: readonly Cijferregel[] }) {
  if (regels.length === 0) return null;
  return (
    <section aria-labelledby="onbekend">
      <h2 id="onbekend">Onbekend</h2>
      <p>
        Deze cijfers heeft niemand geleverd. Onbekend is niet nul. Wie een document uitrekent dat er
        een nodig heeft, vult het daar zelf in.
      </p>
      <ul class="kolommen">
        {regels.map(({ indicator }) => (
          <li id={indicator.id}>
            <a href={documentAdres(indicator.id)}>{indicator.titel}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was delivered and is held back: it is no nought, and it is not unknown either. */
export function ClosedList({ regels }: { readonly regels: readonly Cijferregel[] }) {
  if (regels.length === 0) return null;
  return (
    <section aria-labelledby="dicht">
      <h2 id="dicht">Te klein om te tonen</h2>
      <p>
        Deze cijfers gaan over zo weinig mensen dat zij hier niet staan, of over een groep waarvan
        dat nooit mag. Waar het kan, staat de som van de provincie bij{" "}
        <a href="/v1/openapi.json">de open gegevens</a>.
      </p>
      <ul class="kolommen">
        {regels.map(({ indicator }) => (
          <li id={indicator.id}>
            <a href={documentAdres(indicator.id)}>{indicator.titel}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those with a figure, those of which it is held back, and those that nobody delivered. */
export function splitRegels(regels: readonly Cijferregel[]): {
  readonly bekend: readonly Cijferregel[];
  readonly dicht: readonly Cijferregel[];
  readonly onbekend: readonly Cijferregel[];
} {
  const known = ({ geleverd, afgeleid }: Cijferregel) => geleverd.length > 0 || afgeleid;
  const absent = regels.filter((regel) => !known(regel));
  return {
    bekend: regels.filter(known),
    dicht: absent.filter(({ dicht }) => dicht),
    onbekend: absent.filter(({ dicht }) => !dicht),
  };
}
