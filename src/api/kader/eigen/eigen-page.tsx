import { formatMoment } from "#domain/notatie.ts";
import type { Documentvergelijking } from "#services/bibliotheek/documentvergelijking.ts";
import type { BewaardDocument } from "#storage/kader.repository.ts";
import { documentAdres } from "../../adres.ts";
import { DataTable } from "../../page/data-table.tsx";
import { type Frame, Page, Path } from "../../page/layout.tsx";
import { Notice } from "../../page/notice.tsx";
import { describeStatus } from "../status.tsx";

type Lijstprops = {
  readonly frame: Frame;
  readonly documenten: ReadonlyMap<string, readonly BewaardDocument[]>;
  /** Ids of those that cannot be read any more, because what they name has changed. */
  readonly onleesbaar: ReadonlySet<string>;
  readonly invoer: boolean;
};

/** Every document that this installation itself keeps. */
export function EigenPage({ frame, documenten, onleesbaar, invoer }: Lijstprops) {
  return (
    <Page frame={frame} titel="Eigen documenten" deel="/documenten">
      <Path href="/documenten">Documenten</Path>
      <h1>Eigen documenten</h1>
      <p class="inleiding">
        Wat op deze server zelf is geschreven of ingelezen. Het is een voorbeeld of een concept:
        vaststellen kan alleen een bestuursorgaan, en dat kan hier niet.
      </p>
      {documenten.size === 0 ? <Empty invoer={invoer} /> : <Rows {...{ documenten, onleesbaar }} />}
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

function Rows({ documenten, onleesbaar }: Pick<Lijstprops, "documenten" | "onleesbaar">) {
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
              <td>{describeStatus(newest.status)}</td>
              <td>
                <a href={`${documentAdres(id)}/versies`}>{newest.versie}</a>
              </td>
              <td>{formatMoment(newest.bewaardOp.slice(0, 10))}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </DataTable>
  );
}

type Versieprops = {
  readonly frame: Frame;
  readonly id: string;
  readonly versies: readonly BewaardDocument[];
  readonly was?: number;
  readonly wordt?: number;
  readonly vergelijking?: Documentvergelijking;
};

/** The versions of one own document, and two of them side by side in words. */
export function VersiesPage({ frame, id, versies, was, wordt, vergelijking }: Versieprops) {
  const newest = versies.at(-1);
  return (
    <Page frame={frame} titel={`Versies van ${newest?.titel ?? id}`} deel="/documenten">
      <Path href={documentAdres(id)}>Dit document</Path>
      <h1>Versies van {newest?.titel ?? id}</h1>
      {newest?.eigendom && newest.wijzigbaar && (
        <p>
          <a href={`${documentAdres(id)}/delen`}>Wie ziet dit document?</a>
        </p>
      )}
      <ol class="versielijst" reversed>
        {versies.toReversed().map(({ versie, titel, bewaardOp }) => (
          <li value={versie}>
            <a href={documentAdres(`${id}@${versie}`)}>{titel}</a>{" "}
            <span class="klein">bewaard op {formatMoment(bewaardOp.slice(0, 10))}</span>
          </li>
        ))}
      </ol>
      {versies.length > 1 && (
        <form method="get">
          <fieldset>
            <legend>Leg twee versies naast elkaar</legend>
            <div class="velden">
              <Keuze naam="was" titel="Was" versies={versies} nu={was ?? versies.at(-2)?.versie} />
              <Keuze naam="wordt" titel="Wordt" versies={versies} nu={wordt ?? newest?.versie} />
            </div>
            <button type="submit">Vergelijk</button>
          </fieldset>
        </form>
      )}
      {vergelijking && <Verschil {...{ was, wordt, vergelijking }} />}
    </Page>
  );
}

type Keuzeprops = {
  readonly naam: string;
  readonly titel: string;
  readonly versies: readonly BewaardDocument[];
  readonly nu: number | undefined;
};

function Keuze({ naam, titel, versies, nu }: Keuzeprops) {
  return (
    <div class="veld">
      <label for={naam}>{titel}</label>
      <select id={naam} name={naam}>
        {versies.map(({ versie }) => (
          <option value={`${versie}`} selected={versie === nu}>
            versie {versie}
          </option>
        ))}
      </select>
    </div>
  );
}

type Verschilprops = {
  readonly was: number | undefined;
  readonly wordt: number | undefined;
  readonly vergelijking: Documentvergelijking;
};

function Verschil({ was, wordt, vergelijking: { zinnen, verschillen, gelijk } }: Verschilprops) {
  return (
    <section aria-labelledby="verschil-kop">
      <h2 id="verschil-kop">
        Was en wordt: versie {was} en versie {wordt}
      </h2>
      {verschillen.length === 0 ? (
        <p>Zij zeggen hetzelfde. Alleen de schrijfwijze of een opmerking kan verschillen.</p>
      ) : (
        <DataTable
          id="verschil"
          titel={`${verschillen.length} ${verschillen.length === 1 ? "verschil" : "verschillen"}, ${gelijk} gelijk`}
        >
          <thead>
            <tr>
              <th scope="col">plaats</th>
              <th scope="col">was</th>
              <th scope="col">wordt</th>
            </tr>
          </thead>
          <tbody>
            {verschillen.map(({ pad, links, rechts }) => (
              <tr>
                <th scope="row">{pad}</th>
                <td>{links ?? "stond er niet"}</td>
                <td>{rechts ?? "staat er niet meer"}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <h3>Was</h3>
      <p class="zin">{zinnen[0]}</p>
      <h3>Wordt</h3>
      <p class="zin">{zinnen[1]}</p>
    </section>
  );
}
