import type { GedeeldConcept } from "#storage/gedeeld.repository.ts";
import type { Inleverregel } from "#storage/inlevering.repository.ts";
import type { Invoeroordeel } from "../invoer.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { describeZicht } from "../toegang/gedeeld-page.tsx";
import { aantalVan, toonDag } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly regels: readonly Inleverregel[];
  /** The concepts that this browser made. */
  readonly eigen: ReadonlySet<string>;
  /** The concepts of somebody with an account that who asks may see. */
  readonly gedeeld: readonly GedeeldConcept[];
  /** The circles that who asks is in, by id. */
  readonly kringen: ReadonlyMap<string, string>;
  readonly invoer: Invoeroordeel;
};

/** All deliveries, and the way to make one. */
export function LijstPage({ frame, regels, eigen, gedeeld, kringen, invoer }: Props) {
  const klaar = regels.filter(({ stand }) => stand === "overgenomen" || stand === "teruggelegd");
  const concepten = regels.filter(({ stand, id }) => stand === "concept" && eigen.has(id));
  return (
    <Page frame={frame} titel="Cijfers inleveren" deel="/cijfers">
      <Path href="/cijfers">Cijfers</Path>
      <h1>Cijfers inleveren</h1>
      <p class="inleiding">
        Lever een bestand in, of plak een tabel. U ziet eerst wat er zou gaan gelden en wat er niet
        klopt. Pas als u zegt «neem over» tellen de cijfers mee, met uw bron erbij.
      </p>
      {invoer.mag ? (
        <Begin leeg={klaar.length + concepten.length + gedeeld.length === 0} />
      ) : (
        <Dicht waarom={invoer.waarom} />
      )}
      {concepten.length > 0 && <Concepten regels={concepten} />}
      <VanOrganisatie gedeeld={gedeeld} />
      <VanAnderen gedeeld={gedeeld} kringen={kringen} />
      {klaar.length > 0 && <Klaar regels={klaar} />}
    </Page>
  );
}

function Begin({ leeg }: { readonly leeg: boolean }) {
  return (
    <>
      <p class="knoppen">
        <a class="knop" href="/inleveringen/nieuw">
          Lever cijfers in
        </a>
        <a href="/inleveringen/nieuw#sjabloon">Haal een leeg formulier</a>
      </p>
      {leeg && (
        <Notice titel="Er is nog niets ingeleverd" bovenaan>
          <p>
            Wilt u eerst zien hoe het gaat? Kijk met een voorbeeld: een verzonnen tabel met een paar
            fouten erin. Het telt niet mee zolang u het niet overneemt.
          </p>
          <form method="post" action="/inleveringen/voorbeeld">
            <button type="submit" class="rustig">
              Open het voorbeeld
            </button>
          </form>
        </Notice>
      )}
    </>
  );
}

function Dicht({ waarom }: { readonly waarom: string }) {
  return (
    <Notice titel="Inleveren kunt u hier niet" bovenaan>
      <p>Wat iemand inlevert geldt voor iedereen op deze server. {waarom}</p>
    </Notice>
  );
}

function Concepten({ regels }: { readonly regels: readonly Inleverregel[] }) {
  return (
    <>
      <h2>Nog niet klaar</h2>
      <p>Alleen in deze browser te openen. Wat u niet afmaakt, verdwijnt vanzelf.</p>
      <Onaf concepten={regels} />
    </>
  );
}

type Onafprops = {
  readonly concepten: readonly Pick<
    Inleverregel,
    "id" | "bestandsnaam" | "afzender" | "gemaaktOp" | "vervaltOp"
  >[];
};

function Onaf({ concepten }: Onafprops) {
  return (
    <ul class="lijst">
      {concepten.map(({ id, bestandsnaam, afzender, gemaaktOp, vervaltOp }) => (
        <li>
          <a href={`/inleveringen/${id}`}>{bestandsnaam}</a>
          <span>
            {afzender}, begonnen op {toonDag(gemaaktOp)}; te openen tot {toonDag(vervaltOp)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What one's own body began: each of its people with that power goes on with it. */
function VanOrganisatie({ gedeeld }: Pick<Props, "gedeeld">) {
  const own = gedeeld.filter(({ wijzigbaar }) => wijzigbaar);
  if (own.length === 0) return null;
  return (
    <>
      <h2>Nog niet klaar</h2>
      <p>Van uw organisatie. Wat niemand afmaakt, verdwijnt vanzelf.</p>
      <Onaf concepten={own} />
    </>
  );
}

/** What others let one read before they take it over. */
function VanAnderen({ gedeeld, kringen }: Pick<Props, "gedeeld" | "kringen">) {
  const others = gedeeld.filter(({ wijzigbaar }) => !wijzigbaar);
  if (others.length === 0) return null;
  return (
    <>
      <h2>Door anderen met u gedeeld</h2>
      <p>Nog niet overgenomen: er geldt niets van. U kunt het lezen.</p>
      <ul class="lijst">
        {others.map((concept) => (
          <li>
            <a href={`/inleveringen/${concept.id}`}>{concept.bestandsnaam}</a>
            <span>
              van {concept.vanWie ?? concept.afzender}, gedeeld met{" "}
              {describeZicht(concept, kringen)}; te lezen tot {toonDag(concept.vervaltOp)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Klaar({ regels }: { readonly regels: readonly Inleverregel[] }) {
  return (
    <DataTable id="inleveringen" titel="Ingeleverd, nieuwste eerst.">
      <thead>
        <tr>
          <th scope="col">bestand</th>
          <th scope="col">van wie</th>
          <th scope="col">bron</th>
          <th scope="col">dag</th>
          <th scope="col">afloop</th>
          <th scope="col">telt mee</th>
        </tr>
      </thead>
      <tbody>
        {regels.map((regel) => (
          <tr>
            <th scope="row">
              <a href={`/inleveringen/${regel.id}`}>{regel.bestandsnaam}</a>
            </th>
            <td>{regel.afzender}</td>
            <td>{regel.kop.bron}</td>
            <td>{toonDag(regel.afgerondOp ?? regel.gemaaktOp)}</td>
            <td>{regel.uitkomst}</td>
            <td>{describeTelt(regel)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function describeTelt({ stand, telt, aantal }: Inleverregel): string {
  if (stand !== "overgenomen") return "nee";
  return telt ? aantalVan(aantal, "cijfer", "cijfers") : "nee, teruggedraaid";
}
