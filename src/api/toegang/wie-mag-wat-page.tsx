import type { Magoverzicht } from "#services/toegang/wie-mag-wat.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page } from "../page/layout.tsx";

type Props = { readonly frame: Frame; readonly overzicht: Magoverzicht };

/** The table of powers as it is checked, for everybody to read. */
export function WieMagWatPage({ frame, overzicht }: Props) {
  return (
    <Page frame={frame} titel="Wie mag wat">
      <h1>Wie mag wat</h1>
      <p class="inleiding">
        Wat openbaar is, ziet iedereen, ook zonder account. Wie zich aanmeldt, handelt namens een of
        meer organisaties. Wat u dan mag, volgt uit deze tabel: wat er niet in staat, mag niemand.
        Een mandaat heeft een begin en een eind; buiten die dagen telt het niet.
      </p>
      <Handelingen overzicht={overzicht} />
      <Organen overzicht={overzicht} />
      <Rollen overzicht={overzicht} />
    </Page>
  );
}

function Handelingen({ overzicht }: Omit<Props, "frame">) {
  return (
    <DataTable id="handelingen" titel="Wat mag wie, en waar" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">handeling</th>
          <th scope="col">wie</th>
          <th scope="col">waar</th>
        </tr>
      </thead>
      {overzicht.handelingen.map(({ handeling, titel, wie, nogNiet }) => (
        <tbody id={handeling}>
          {wie.map((line, index) => (
            <tr>
              {index === 0 && (
                <th scope="rowgroup" rowspan={wie.length}>
                  {titel}
                  {nogNiet && <span class="opmerking">{nogNiet}</span>}
                </th>
              )}
              <td>{line.wie}</td>
              <td>{line.waar}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function Organen({ overzicht }: Omit<Props, "frame">) {
  return (
    <DataTable id="organen" titel="Welk orgaan waarover besluit" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">waarover</th>
          <th scope="col">wie besluit</th>
          <th scope="col">na overleg met</th>
          <th scope="col">kanttekening</th>
          <th scope="col">bron</th>
        </tr>
      </thead>
      <tbody>
        {overzicht.organen.map(({ titel, organen, naOverlegMet, kanttekening, bron }) => (
          <tr>
            <th scope="row">{titel}</th>
            <td data-kop="wie besluit">{organen}</td>
            <td data-kop="na overleg met">{naOverlegMet || "–"}</td>
            <td data-kop="kanttekening">{kanttekening || "–"}</td>
            <td data-kop="bron">{bron}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Rollen({ overzicht }: Omit<Props, "frame">) {
  return (
    <DataTable id="rollen" titel="Welke rollen een organisatie kent" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">organisatie</th>
          <th scope="col">rollen</th>
        </tr>
      </thead>
      <tbody>
        {overzicht.rollen.map(({ soort, rollen }) => (
          <tr>
            <th scope="row">{soort}</th>
            <td data-kop="rollen">{rollen}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
