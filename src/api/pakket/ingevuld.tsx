import type { Rekengebied } from "#domain/gebied.ts";
import type { Basis } from "#services/basis.ts";
import type { Pakketvraag } from "#services/pakket/vraag.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { describePath } from "../verdeling/namen.ts";
import { ingevuldAnker, pakketAdres } from "./pakket-adres.ts";

type Props = {
  readonly vraag: Pakketvraag;
  readonly gebied: Rekengebied;
  readonly basis: Basis;
};

/** Every figure that somebody typed on this page, with the way to take it away again. */
export function Ingevuld({ vraag, gebied, basis }: Props) {
  if (vraag.cijfers.size === 0) return null;
  const bron = vraag.voorbeeld ? "voorbeeld, verzonnen" : "ingevuld op deze pagina, niet nagegaan";
  return (
    <section aria-labelledby="kop-ingevuld">
      <h2 id="kop-ingevuld">Zelf ingevuld</h2>
      <DataTable
        id="ingevuld"
        titel="Deze cijfers gaan voor wat is aangeleverd. Ze staan in het adres van deze pagina."
      >
        <thead>
          <tr>
            <th scope="col">cijfer</th>
            <th scope="col">van</th>
            <th scope="col" class="getal">
              waarde
            </th>
            <th scope="col">eenheid</th>
            <th scope="col">waar het vandaan komt</th>
            <th scope="col" class="niet-afdrukken">
              weghalen
            </th>
          </tr>
        </thead>
        <tbody>
          {[...vraag.cijfers].map(([key, tekst]) => {
            const [pad = "", id] = key.split("@");
            const { titel, eenheid } = describePath(basis, pad);
            const naam = gebied.eenheden.find((item) => item.id === id)?.naam ?? gebied.titel;
            const [indicator = ""] = pad.split(".");
            return (
              <tr id={ingevuldAnker(pad, id ?? "regio")}>
                <th scope="row">
                  <a href={documentAdres(indicator)}>{titel}</a>
                </th>
                <td>{naam}</td>
                <td class="getal">{tekst}</td>
                <td>{eenheid}</td>
                <td>{bron}</td>
                <td class="niet-afdrukken">
                  <a
                    href={pakketAdres(without(vraag, key))}
                    aria-label={`Haal ${titel} van ${naam} weg`}
                  >
                    haal weg
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </section>
  );
}

function without(vraag: Pakketvraag, key: string): Pakketvraag {
  return { ...vraag, cijfers: new Map([...vraag.cijfers].filter(([other]) => other !== key)) };
}
