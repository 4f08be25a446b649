import { formatMoment } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { DataTable } from "../../page/data-table.tsx";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";
import { statusVan } from "../status.tsx";

type Lijstprops = {
  readonly frame: Frame;
  readonly documenten: ReadonlyMap<string, readonly BewaardDocument[]>;
  /** Ids of those that cannot be read any more, because what they name has changed. */
  readonly onleesbaar: ReadonlySet<string>;
  readonly invoer: boolean;
  readonly basis: Basis;
};

/** Every document that this installation itself keeps. */
export function EigenPage({ frame, documenten, onleesbaar, invoer, basis }: Lijstprops) {
  return (
    <Page frame={frame} titel="Eigen documenten" deel="/documenten">
      <Path href="/documenten">Documenten</Path>
      <h1>Eigen documenten</h1>
      <p class="inleiding">
        Wat op deze server zelf is geschreven of ingelezen. Het is een voorbeeld of een concept, tot
        een bevoegd bestuursorgaan een versie vaststelt.
      </p>
      {documenten.size === 0 ? (
        <Empty invoer={invoer} />
      ) : (
        <Rows {...{ documenten, onleesbaar, basis }} />
      )}
      <p class="knoppen">
        <a class="knop" href="/documenten/nieuw">
          Begin een document
        </a>
        {invoer && <a href="/documenten/inlezen">Lees documenten in</a>}
        {documenten.size > 0 && <a href="/documenten/eigen.tar">Download alles</a>}
      </p>
    </Page>
  );
}

function Empty({ invoer }: { readonly invoer: boolean }) {
  return (
    <Notice titel="Er zijn nog geen eigen documenten" bovenaan>
      <p>
        Neem er een over uit de <a href="/documenten">bibliotheek</a>: open bijvoorbeeld{" "}
        <a href="/documenten/sleutel-inwoners/overnemen">naar rato van inwoners</a> en kies uw
        regio.
        {!invoer && " Bewaren kunt u hier niet; schrijven en nakijken wel."}
      </p>
    </Notice>
  );
}

type Rowprops = Pick<Lijstprops, "documenten" | "onleesbaar" | "basis">;

function Rows({ documenten, onleesbaar, basis }: Rowprops) {
  return (
    <DataTable id="eigen" titel="Elk document in zijn nieuwste versie">
      <thead>
        <tr>
          <th scope="col">document</th>
          <th scope="col">soort</th>
          <th scope="col">status</th>
          <th scope="col">versie</th>
          <th scope="col">bewaard op</th>
        </tr>
      </thead>
      <tbody>
        {[...documenten].map(([id, versies]) => {
          const newest = versies.at(-1);
          return newest ? (
            <tr>
              <th scope="row">
                <a href={onleesbaar.has(id) ? `${documentAdres(id)}/bewerken` : documentAdres(id)}>
                  {newest.titel}
                </a>
                {onleesbaar.has(id) && (
                  <span class="opmerking">
                    Kan niet meer worden gelezen en telt niet mee. Open het om te zien waarom.
                  </span>
                )}
              </th>
              <td>{newest.soort}</td>
              <td>{statusVan(basis, newest)}</td>
              <td>
                <a href={`${documentAdres(id)}/geschiedenis`}>{newest.versie}</a>
              </td>
              <td>{formatMoment(newest.bewaardOp.slice(0, 10))}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </DataTable>
  );
}
