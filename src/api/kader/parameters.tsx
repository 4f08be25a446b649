import type { Breuk } from "#domain/breuk.ts";
import type { RegieDocument } from "#domain/document.ts";
import type { Parameter, Parameterwaarde } from "#domain/kop.ts";
import { formatExact, formatMoment, formatProcent } from "#domain/notatie.ts";
import { DataTable } from "../page/data-table.tsx";
import { describeBron } from "./status.tsx";

/** The numbers that people set, each with what it is worth and who may set it. */
export function Parameters({ document }: { readonly document: RegieDocument }) {
  const rows = Object.entries(document.parameters);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Wat mensen invullen</h2>
      <DataTable id="parameters" titel="Een onzekere parameter heeft nooit vanzelf een waarde">
        <thead>
          <tr>
            <th scope="col">parameter</th>
            <th scope="col">waarde</th>
            <th scope="col">zekerheid</th>
            <th scope="col">wie stelt hem vast</th>
            <th scope="col">bron</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([naam, parameter]) => (
            <tr>
              <th scope="row">
                {naam.replaceAll("-", " ")} <span class="bereik">{parameter.eenheid}</span>
              </th>
              <td>
                <ParameterValue parameter={parameter} />
              </td>
              <td>{parameter.zekerheid}</td>
              <td>{parameter.zet ?? "niet gezegd"}</td>
              <td>
                {parameter.bron ? describeBron(parameter.bron) : (parameter.toelichting ?? "")}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function ParameterValue({ parameter }: { readonly parameter: Parameter }) {
  const { waarde, mogelijk, ingroeipad, eenheid } = parameter;
  if (waarde) return <>{formatWaarde(waarde, eenheid)}</>;
  if (ingroeipad) {
    const show = (getal: typeof ingroeipad.van) =>
      formatWaarde({ soort: "getal", getal, tekst: "" }, eenheid);
    return (
      <>
        van {show(ingroeipad.van)} in {ingroeipad.vanaf} naar {show(ingroeipad.naar)} in{" "}
        {ingroeipad.doel}
      </>
    );
  }
  return (
    <>
      <strong class="kies">nog te bepalen</strong>
      {mogelijk.length > 0 && (
        <ul>
          {mogelijk.map((kandidaat) => (
            <li>
              {formatWaarde(kandidaat.waarde, eenheid)}, volgens {kandidaat.bron}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function formatWaarde(waarde: Parameterwaarde, eenheid: string): string {
  const number = (getal: Breuk) =>
    eenheid === "deel" ? formatProcent(getal, 2) : formatDecimal(getal);
  switch (waarde.soort) {
    case "getal":
      return number(waarde.getal);
    case "band":
      return `${number(waarde.van)} tot ${number(waarde.tot)}`;
    case "datum":
      return formatMoment(waarde.datum);
    case "duur":
      return `${waarde.duur.aantal} ${waarde.duur.maat}`;
    case "woord":
      return waarde.woord;
  }
}

function formatDecimal(getal: Breuk): string {
  return formatExact(getal.noemer === 1n ? `${getal.teller}` : `${getal.teller}/${getal.noemer}`);
}
