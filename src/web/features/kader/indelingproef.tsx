import { TableFrame } from "../../ui/table-frame.tsx";
import type { Regioleden } from "./bericht.ts";

/** Who lies in which region as the text says it now; a gemeente in two of them is named. */
export function Indelingproef({ regios }: { readonly regios: readonly Regioleden[] }) {
  const dubbel = [...new Set(regios.flatMap((regio) => regio.dubbel))];
  const aantal = new Set(regios.flatMap(({ gemeenten }) => gemeenten)).size;
  return (
    <section aria-labelledby="indelingproef">
      <h2 id="indelingproef">Wie ligt waar</h2>
      <p>
        {regios.length === 1 ? "1 regio" : `${regios.length} regio's`},{" "}
        {aantal === 1 ? "1 gemeente" : `${aantal} gemeenten`}.
        {dubbel.length > 0 && ` In meer dan één regio: ${dubbel.join(", ")}.`}
      </p>
      <TableFrame naam="Regio's met hun gemeenten">
        <table>
          <caption>Regio's in de volgorde van de tekst; gemeenten op alfabet.</caption>
          <thead>
            <tr>
              <th scope="col">regio</th>
              <th scope="col" className="getal">
                aantal
              </th>
              <th scope="col">gemeenten</th>
            </tr>
          </thead>
          <tbody>
            {regios.map(({ titel, gemeenten }) => (
              <tr key={titel}>
                <th scope="row">{titel}</th>
                <td className="getal">{gemeenten.length}</td>
                <td>{gemeenten.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
