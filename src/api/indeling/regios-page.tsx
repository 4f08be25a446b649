import { documentnaam } from "#domain/document.ts";
import type { Indeling, Regio } from "#domain/indeling.ts";
import { ZEKERHEDEN } from "#domain/kop.ts";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { describeWoord } from "#services/kader/beleidswoord.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import { documentAdres, regioAdres } from "../adres.ts";
import { describeBron } from "../kader/status.tsx";
import { Begrippen } from "../page/begrippen.tsx";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { textsOf, Woordcijfers, Woorddocumenten } from "../woord/woord-delen.tsx";
import { describeSoortRegio, describeZekerheid } from "./woorden.ts";

type Row = { readonly indeling: Indeling; readonly id: string; readonly regio: Regio };

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly zin: Zinmaker;
};

/** Words of the tables on this page. */
const NOEMT = "indeling, woningbouwregio, aanname";

/** Every region that some indeling knows; those the sources name apart from those to compare with. */
export function RegiosPage({ frame, basis, zin }: Props) {
  const { documenten, cijfers } = describeWoord(basis, "indeling");
  const rows = listRows(basis);
  const others = [...new Set(rows.filter((row) => !isNamed(row)).map(({ indeling }) => indeling))];
  return (
    <Page frame={frame} titel="Regio's" deel="/regios">
      <h1>Regio's</h1>
      <p class="inleiding">
        Welke gemeenten samen een regio vormen, is vaak de eerste vraag. Bij elke regio staat hoe
        zeker de leden zijn en waar dat vandaan komt.
      </p>
      <Begrippen basis={basis} teksten={[NOEMT, ...textsOf({ documenten, cijfers }, zin)]} />
      <h2>Regio's die de bronnen noemen</h2>
      <NamedRegions basis={basis} />
      <h2>Om mee te vergelijken</h2>
      {others.map((indeling) => (
        <>
          <h3>
            <a href={documentAdres(indeling.id)}>{indeling.titel}</a>
          </h3>
          <ul class="kolommen">
            {rows
              .filter((row) => row.indeling === indeling)
              .map((row) => (
                <li>
                  <a href={regioAdres(nameOf(row, rows))}>{row.regio.titel}</a>{" "}
                  <span class="klein">{row.regio.gemeenten.length}</span>
                </li>
              ))}
          </ul>
        </>
      ))}
      <Woorddocumenten
        documenten={documenten.filter(({ soort }) => soort !== "indeling")}
        zin={zin}
        basis={basis}
      />
      <Woordcijfers cijfers={cijfers} />
    </Page>
  );
}

/** The regions that the sources name, each with how sure its members are. */
export function NamedRegions({ basis }: { readonly basis: Basis }) {
  const rows = listRows(basis);
  const named = rows
    .filter(isNamed)
    .toSorted((a, b) => a.regio.titel.localeCompare(b.regio.titel, "nl"));
  return (
    <DataTable id="regios" titel="Op alfabet. Een aanname is nog na te gaan bij de regio zelf.">
      <thead>
        <tr>
          <th scope="col">regio</th>
          <th scope="col">soort</th>
          <th scope="col" class="getal">
            gemeenten
          </th>
          <th scope="col">hoe zeker zijn de leden</th>
          <th scope="col">bron</th>
        </tr>
      </thead>
      <tbody>
        {named.map((row) => (
          <tr>
            <th scope="row">
              <a href={regioAdres(nameOf(row, rows))}>{row.regio.titel}</a>
            </th>
            <td>{describeSoortRegio(row.indeling)}</td>
            <td class="getal">{row.regio.gemeenten.length}</td>
            <td>{describeLeden(row.regio)}</td>
            <td>{describeBron(row.indeling.bron)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function listRows({ bibliotheek }: Basis): readonly Row[] {
  return bibliotheek.list().flatMap((indeling) => {
    if (indeling.soort !== "indeling") return [];
    return Object.entries(indeling.regios).map(([id, regio]) => ({ indeling, id, regio }));
  });
}

/** COROP and provincies are there to compare with; nobody agreed anything in them. */
function isNamed({ indeling }: Row): boolean {
  return ["woningbouwregio", "woningmarktregio", "samenwerking"].includes(indeling.soortRegio);
}

function nameOf({ indeling, id }: Row, rows: readonly Row[]): string {
  const unique = rows.filter((row) => row.id === id).length === 1;
  return unique ? id : `${documentnaam(indeling)}#${id}`;
}

function describeLeden({ gemeenten }: Regio): string {
  const counts = ZEKERHEDEN.flatMap((zekerheid) => {
    const n = gemeenten.filter((lid) => lid.zekerheid === zekerheid).length;
    return n > 0 ? [{ zekerheid, n }] : [];
  });
  const [only, ...more] = counts;
  if (only && more.length === 0) return describeZekerheid(only.zekerheid);
  return counts.map(({ zekerheid, n }) => `${n} ${describeZekerheid(zekerheid)}`).join(", ");
}
