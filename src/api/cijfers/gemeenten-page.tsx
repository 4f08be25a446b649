import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import { gemeenteAdres } from "../adres.ts";
import { type Frame, Page } from "../page/layout.tsx";

type Props = { readonly frame: Frame; readonly basis: Basis; readonly op: string };

/** All gemeenten by provincie. */
export function GemeentenPage({ frame, basis, op }: Props) {
  const all = basis.gemeenten.list(op);
  return (
    <Page frame={frame} titel="Gemeenten" deel="/gemeenten">
      <h1>Gemeenten</h1>
      <p class="inleiding">
        De {all.length} gemeenten van {formatMoment(op)}, per provincie. Van elke gemeente staan
        alle cijfers bij elkaar, met datum en bron.
      </p>
      {basis.gemeenten.provincies
        .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
        .map(({ code, naam }) => (
          <>
            <h2 id={code}>{naam}</h2>
            <ul class="kolommen">
              {all
                .filter((gemeente) => gemeente.provincie === code)
                .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
                .map((gemeente) => (
                  <li>
                    <a href={gemeenteAdres(gemeente.code)}>{gemeente.naam}</a>
                  </li>
                ))}
            </ul>
          </>
        ))}
    </Page>
  );
}
