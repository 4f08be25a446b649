import type { Fonds } from "#domain/fonds.ts";
import {
  describeTeVeel,
  type Fondsregel,
  formatEuro,
} from "#services/programmering/fondsen.service.ts";
import type { Invoeroordeel } from "../invoer.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";

type Props = {
  readonly frame: Frame;
  readonly regels: readonly Fondsregel[];
  readonly mag: Invoeroordeel;
};

/** Every fund that whoever asks may see: what there is, until when, and what is left. */
export function FondsenPage({ frame, regels, mag }: Props) {
  return (
    <Page frame={frame} titel="Fondsen en regelingen" deel="/programmering">
      <Path href="/programmering">Programmering</Path>
      <h1>Fondsen en regelingen</h1>
      <p class="inleiding">
        Hoeveel geld er is om te bouwen, tot en met welk jaar u het kunt toezeggen, en wat er over
        is.
      </p>
      {mag.mag ? (
        <p class="knoppen">
          <a class="knop" href="/fondsen/nieuw">
            Voeg een fonds toe
          </a>
        </p>
      ) : (
        <p class="klein">{mag.waarom}</p>
      )}
      {regels.length === 0 ? <Empty mag={mag.mag} /> : <Funds regels={regels} />}
    </Page>
  );
}

function Empty({ mag }: { readonly mag: boolean }) {
  return (
    <p>
      Er staat nog geen fonds in het register dat u mag zien.{" "}
      {mag && (
        <a href="/fondsen/nieuw?voorbeeld=ja">Begin met een voorbeeld uit Platform31 2025.</a>
      )}
    </p>
  );
}

function Funds({ regels }: { readonly regels: readonly Fondsregel[] }) {
  return (
    <DataTable
      id="fondsen"
      titel="Op alfabet. Bedragen in euro; wat is teruggetrokken telt niet."
      klasse="woorden"
    >
      <thead>
        <tr>
          <th scope="col">fonds</th>
          <th scope="col">toezeggen in</th>
          <th scope="col" class="getal">
            beschikbaar
          </th>
          <th scope="col" class="getal">
            toegezegd
          </th>
          <th scope="col" class="getal">
            nog over
          </th>
          <th scope="col">bron</th>
        </tr>
      </thead>
      <tbody>
        {regels.map(({ fonds, stand }) => (
          <tr>
            <th scope="row">
              <a href={`/fondsen/${fonds.id}`}>{fonds.naam}</a>
            </th>
            <td data-kop="toezeggen in">{describeJaren(fonds)}</td>
            <td class="getal" data-kop="beschikbaar">
              {fonds.bedrag ? formatEuro(fonds.bedrag) : "onbekend"}
            </td>
            <td class="getal" data-kop="toegezegd">
              {formatEuro(stand.geboekt)}
            </td>
            <td class="getal" data-kop="nog over">
              {stand.over ? formatEuro(stand.over) : "onbekend"}
              {describeTeVeel(stand) && <span class="klein"> meer toegezegd dan er is</span>}
            </td>
            <td data-kop="bron">{fonds.bron}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** In which years can be promised out of a fund. */
export function describeJaren({ van, tot }: Pick<Fonds, "van" | "tot">): string {
  return van === undefined ? `tot en met ${tot}` : `${van} tot en met ${tot}`;
}
