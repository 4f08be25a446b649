import type { Indicator } from "#domain/indicator.ts";
import { warnOwnDefinition } from "#services/cijfers/eigen-definitie.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { type Jaarvolledigheid, listVolledigheid } from "#services/cijfers/volledigheid.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { OwnDefinition } from "./own-definition.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly indicator: Indicator;
  readonly op: string;
};

/** Of which years and levels there are figures of an indicator, and how it is counted. */
export function IndicatorPage({ frame, basis, indicator, op }: Props) {
  const years = listVolledigheid(basis, indicator, op);
  const waarschuwing = warnOwnDefinition(indicator, basis.bibliotheek);
  return (
    <Page frame={frame} titel={`Hoe volledig: ${indicator.titel}`} deel="/cijfers">
      <Path href={documentAdres(indicator.id)}>{indicator.titel}</Path>
      <h1>Hoe volledig: {indicator.titel}</h1>
      {waarschuwing && <OwnDefinition waarschuwing={waarschuwing} />}
      {years.length === 0 ? (
        <p>Niemand heeft dit cijfer geleverd. Onbekend is niet nul.</p>
      ) : (
        <DataTable
          id="jaren"
          titel="Per jaar en niveau. Een jaar zonder cijfer ontbreekt; het is geen nul."
        >
          <thead>
            <tr>
              <th scope="col">jaar</th>
              <th scope="col">gemeenten</th>
              <th scope="col">provincies</th>
              <th scope="col">Nederland</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ jaar, gemeenten, provincies, nederland }) => (
              <tr>
                <th scope="row">{jaar}</th>
                <td>{describe(gemeenten)}</td>
                <td>{describe(provincies)}</td>
                <td>{nederland === "volledig" ? "geleverd" : "ontbreekt"}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p class="klein">
        Wat te klein is om te tonen, telt hier niet als geleverd. Een som van gemeenten is geen
        levering van de provincie.
      </p>
    </Page>
  );
}

function describe({ stand, met, van }: Jaarvolledigheid["gemeenten"]): string {
  if (stand === "geen") return "ontbreekt";
  return stand === "volledig" ? `alle ${van}` : `${met} van ${van}`;
}
