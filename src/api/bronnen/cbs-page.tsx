import type { Koppeling } from "#services/ophalen/kamer.ts";
import type { Ophaaltaak } from "#storage/ophaaltaak.repository.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Fouten } from "./fouten.tsx";

type Props = {
  readonly frame: Frame;
  readonly open: boolean;
  readonly koppelingen: readonly Koppeling[];
  readonly opgesteld: string;
  /** Tables that were looked into, the newest first. */
  readonly bekeken: readonly (Ophaaltaak & { readonly tabel: string })[];
  readonly titelVan: (indicator: string) => string;
  readonly fouten?: readonly string[];
};

/** First the table: one that a paper names, one that was looked into before, or another. */
export function CbsPage(props: Props) {
  const { frame, open, koppelingen, opgesteld, bekeken, titelVan, fouten = [] } = props;
  return (
    <Page frame={frame} titel="Cijfers van CBS" deel="/cijfers">
      <Path href="/bronnen">Ophalen bij de bron</Path>
      <h1>Cijfers van CBS</h1>
      <p class="inleiding">
        Eerst de tabel. Daarna kiest u welke maat, welke perioden en welk cijfer van Woonregie het
        wordt. Er wordt nog niets ingelezen.
      </p>
      <Fouten fouten={fouten} />
      {open && (
        <form method="post" action="/bronnen/cbs-tabel">
          <div class="veld">
            <label for="tabel">Naam van de tabel</label>
            <input id="tabel" name="tabel" type="text" aria-describedby="tabel-hint" required />
            <span class="hint" id="tabel-hint">
              Staat bij CBS StatLine achter de titel, bijvoorbeeld 85984NED.
            </span>
          </div>
          <button type="submit">Kijk wat er in deze tabel staat</button>
        </form>
      )}
      {bekeken.length > 0 && (
        <>
          <h2>Tabellen die al zijn bekeken</h2>
          <ul>
            {bekeken.map(({ id, tabel }) => (
              <li>
                <a href={`/bronnen/cbs/${id}`}>{tabel}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Tabellen die openbare stukken noemen</h2>
      <DataTable
        id="koppelingen"
        titel={`Welk cijfer in welke tabel staat, zoals stukken het noemen; opgesteld ${opgesteld}. De maat kiest u zelf.`}
      >
        <thead>
          <tr>
            <th scope="col">Cijfer</th>
            <th scope="col">Tabel</th>
            <th scope="col">Maat heet daar vermoedelijk</th>
            <th scope="col">Waar dat staat</th>
          </tr>
        </thead>
        <tbody>
          {koppelingen.map(({ indicator, tabel, titel, bron, letOp }) => (
            <tr>
              <th scope="row">{titelVan(indicator)}</th>
              <td>{tabel}</td>
              <td>{titel}</td>
              <td>
                {bron}
                {letOp && <span class="opmerking">{letOp}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Page>
  );
}
