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

/** Those with a figure, and those without. */
export function splitRegels(regels: readonly Cijferregel[]): {
  readonly bekend: readonly Cijferregel[];
  readonly onbekend: readonly Cijferregel[];
} {
  const known = ({ geleverd, afgeleid }: Cijferregel) => geleverd.length > 0 || afgeleid;
  return {
    bekend: regels.filter(known),
    onbekend: regels.filter((regel) => !known(regel)),
  };
}
