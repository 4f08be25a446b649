import type { Rekengebied } from "#domain/gebied.ts";
import type { Indeling, Regio } from "#domain/indeling.ts";
import { formatMoment } from "#domain/notatie.ts";
import { listRegiocijfers } from "#services/cijfers/cijferoverzicht.service.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { documentAdres, gemeenteAdres, regioAdres } from "../adres.ts";
import { FigureTable } from "../cijfers/figure-table.tsx";
import { ClosedList, splitRegels } from "../cijfers/unknown-list.tsx";
import { describeBron, statusVan } from "../kader/status.tsx";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { pakketVan } from "../pakket/pakket-adres.ts";
import type { Samenvoeging } from "../site.ts";
import { describeSoortRegio, describeZekerheid } from "./woorden.ts";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly gebied: Rekengebied;
  readonly indeling: Indeling;
  readonly regio: Regio;
  readonly op: string;
  readonly samenvoegingen: readonly Samenvoeging[];
};

/** One region: who is in it and how sure that is, and its figures as a whole. */
export function RegioPage(props: Props) {
  const { frame, basis, gebied, indeling, regio, op } = props;
  const { bekend, dicht } = splitRegels(listRegiocijfers(basis, gebied, op));
  return (
    <Page frame={frame} titel={`${regio.titel} (${indeling.id})`} deel="/regios">
      <Path href="/regios">Regio's</Path>
      <h1>{regio.titel}</h1>
      <p class="stand">
        <strong>{statusVan(basis, indeling)}</strong> · {describeSoortRegio(indeling)} ·{" "}
        {gebied.eenheden.length} gemeenten op {formatMoment(op)} ·{" "}
        <a href={documentAdres(`${indeling.id}@${indeling.versie}`)}>het document</a>
      </p>
      {indeling.toelichting && <p>{indeling.toelichting}</p>}
      <p class="klein">Bron: {regio.bron ?? describeBron(indeling.bron)}.</p>
      <p>
        <a href={pakketVan(`${indeling.id}@${indeling.versie}#${gebied.id}`)}>
          Wat deze gemeenten al doen
        </a>
        : opvang, studenten, standplaatsen, voorzieningen en meer naast elkaar.
      </p>
      <p>
        <a href={`${regioAdres(`${indeling.id}@${indeling.versie}#${gebied.id}`)}/naast`}>
          Leg een andere regio ernaast
        </a>
        : wie in beide zit, en wie niet.
      </p>
      <Announced {...props} />
      <h2>Gemeenten</h2>
      <Members {...props} />
      <h2>Cijfers van de regio als geheel</h2>
      <p>
        Opgeteld over de gemeenten. Ontbreekt een cijfer van één gemeente, dan staat de som er niet
        bij.
      </p>
      <FigureTable
        id="cijfers"
        titel="Tussen haakjes hoe ver een cijfer kan afwijken."
        regels={bekend}
        titelVan={(naam) => basis.bibliotheek.find(naam)?.titel ?? naam}
      />
      <ClosedList regels={dicht} />
    </Page>
  );
}

function Members({ gebied, regio }: Props) {
  const rows = gebied.eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
  const grouped = Object.keys(gebied.deelregios).length > 0;
  const sourced = regio.gemeenten.some(({ bron }) => bron !== undefined && bron !== regio.bron);
  return (
    <DataTable
      id="leden"
      klasse={sourced ? undefined : "smal"}
      titel="Op alfabet. Een aanname is nog na te gaan bij de regio zelf."
    >
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {grouped && <th scope="col">deelregio</th>}
          <th scope="col">hoe zeker is dat</th>
          {sourced && <th scope="col">bron</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, naam, deelregio }) => {
          const lid = regio.gemeenten.find(({ gemeente }) => gemeente.id === id);
          return (
            <tr>
              <th scope="row">
                <a href={gemeenteAdres(id)}>{naam}</a>
              </th>
              {grouped && (
                <td>{(deelregio && gebied.deelregios[deelregio]) ?? "in geen deelregio"}</td>
              )}
              <td>{describeZekerheid(lid?.zekerheid ?? regio.zekerheid)}</td>
              {sourced && <td>{lid?.bron === regio.bron ? "" : lid?.bron}</td>}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

/** Announced herindelingen, in the document itself or known of one of its gemeenten. */
function Announced({ indeling, gebied, samenvoegingen, basis, op }: Props) {
  const naam = (code: string) => basis.gemeenten.findByCode(code, op)?.naam ?? code;
  const inside = new Set(gebied.eenheden.map(({ id }) => id));
  const known = samenvoegingen
    .filter(({ van, zekerheid }) => zekerheid === "aangekondigd" && inside.has(van))
    .map(({ datum, van, naar, bron }) => ({ datum, van: [van], naar: [naar], bron }));
  const own = indeling.herindelingen
    .filter(({ van, datum }) => datum > op && van.some(({ id }) => inside.has(id)))
    .map(({ datum, van, naar, bron }) => ({
      datum,
      van: van.map(({ id }) => id),
      naar: naar.map(({ id }) => id),
      bron: typeof bron === "object" ? describeBron(bron) : bron,
    }));
  const told = new Map([...known, ...own].map((item) => [`${item.datum} ${item.van}`, item]));
  return (
    <>
      {[...told.values()].map(({ datum, van, naar, bron }) => (
        <Notice titel="Aangekondigde herindeling, hier niet toegepast" bovenaan>
          <p>
            Op {formatMoment(datum)} zou {van.map(naam).join(" en ")} opgaan in{" "}
            {naar.map(naam).join(" en ")}.{bron && ` Bron: ${bron}.`}
          </p>
        </Notice>
      ))}
    </>
  );
}
