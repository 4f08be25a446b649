import { formatGetal } from "#domain/notatie.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** The path over the years: every year adds up, and no total falls back. */
export function Pad({ uitgerekend, namen }: Props) {
  const { uitkomst, document } = uitgerekend.kolommen[0];
  const { jaren } = uitkomst;
  const [first] = jaren;
  if (!first || first.eenheden.length === 0) return null;
  const units = first.eenheden.toSorted((a, b) =>
    namen.eenheid(a.id).localeCompare(namen.eenheid(b.id), "nl"),
  );
  return (
    <section aria-labelledby="pad-kop">
      <h2 id="pad-kop">Pad over de jaren</h2>
      <TableFrame naam="Pad over de jaren">
        <table className="vast">
          <caption>
            {document.titel}, in <strong>{uitkomst.eenheid}</strong> per periode.
          </caption>
          <thead>
            <tr>
              <th scope="col">gemeente</th>
              {jaren.map(({ periode }) => (
                <th key={periode} scope="col" className="getal">
                  {periode}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ id }) => (
              <tr key={id}>
                <th scope="row">{namen.eenheid(id)}</th>
                {jaren.map(({ periode, eenheden }) => {
                  const own = eenheden.find((unit) => unit.id === id);
                  return (
                    <td key={periode} className="getal">
                      {own ? formatGetal(own.aantal.midden) : ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">te verdelen</th>
              {jaren.map(({ periode, opgave }) => (
                <td key={periode} className="getal">
                  {formatGetal(opgave)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  );
}
