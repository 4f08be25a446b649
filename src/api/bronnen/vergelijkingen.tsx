import { parseBreuk } from "#domain/breuk.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Kaartuitkomst } from "#services/ophalen/uitkomst.ts";
import { regioAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import type { Woordenboek } from "./woorden.ts";

type Props = { readonly uitkomst: Kaartuitkomst; readonly woorden: Woordenboek };

/** The regions of the source beside ours, as a proposal to look at: nothing of it is taken over. */
export function Vergelijkingen({ uitkomst, woorden }: Props) {
  const { woondealregios, sommen } = uitkomst;
  const names = (codes: readonly string[]) => codes.map(woorden.naamVan).join(", ") || "geen";
  return (
    <>
      {sommen.length > 0 && (
        <>
          <h2>Totalen die niet optellen</h2>
          <ul>
            {sommen.map(({ naam, som, totaal }) => (
              <li>
                {naam}: de gemeenten samen {show(som)}, de regio zelf {show(totaal)}. De bron legt
                het verschil niet uit.
              </li>
            ))}
          </ul>
        </>
      )}
      {woondealregios.length > 0 && (
        <DataTable
          id="woondealregios"
          titel="Woondealregio's volgens de bron, naast de regio hier die er het meest op lijkt. Er is niets overgenomen."
        >
          <thead>
            <tr>
              <th scope="col">Woondealregio</th>
              <th scope="col">Gemeenten volgens de bron</th>
              <th scope="col">Lijkt op</th>
              <th scope="col">Alleen bij de bron</th>
              <th scope="col">Alleen hier</th>
            </tr>
          </thead>
          <tbody>
            {woondealregios.map(({ naam, gemeenten, lijktOp, alleenBron, alleenHier }) => (
              <tr>
                <th scope="row">{naam}</th>
                <td>{names(gemeenten)}</td>
                <td>
                  {lijktOp === undefined ? (
                    "geen regio hier"
                  ) : (
                    <a href={regioAdres(lijktOp)}>{lijktOp.split("#").at(-1)}</a>
                  )}
                </td>
                <td>{lijktOp === undefined ? "" : names(alleenBron)}</td>
                <td>{lijktOp === undefined ? "" : names(alleenHier)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
}

function show(text: string): string {
  const value = parseBreuk(text);
  return value ? formatGetal(value, 0) : text;
}
