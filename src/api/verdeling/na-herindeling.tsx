import { formatMoment } from "#domain/notatie.ts";
import { describeHerkomstNa, type UitkomstNa } from "#services/verdeling/na-herindeling.ts";
import { DataTable } from "../page/data-table.tsx";
import { BandNumber, Unknown } from "../page/numbers.tsx";

type Props = {
  readonly na: UitkomstNa;
  readonly eenheid: string;
  readonly koppen: readonly string[];
};

/** An outcome in the gemeenten of after a herindeling, beside the one that was kept. */
export function NaHerindeling({ na, eenheid, koppen }: Props) {
  const { herindeling, rijen, naamVan } = na;
  const { id, datum, zekerheid, bronnen } = herindeling;
  return (
    <details>
      <summary>
        {zekerheid === "vast"
          ? `In de gemeenten van ${formatMoment(datum)}`
          : `Reken alsof de herindeling van ${formatMoment(datum)} doorgaat`}
      </summary>
      <p>
        Er wordt niet opnieuw verdeeld: wat gemeenten samen doen, is opgeteld. Het totaal blijft
        gelijk. {zekerheid === "aangekondigd" && "Deze herindeling is aangekondigd. "}
        Bron: {bronnen.join("; ")}.
      </p>
      <DataTable
        id={`na-${id}`}
        titel={
          <>
            In <strong>{eenheid}</strong>; gemeenten op alfabet. Bij wie samengaat, is tussen
            haakjes de ruimste marge genomen.
          </>
        }
      >
        <thead>
          <tr>
            <th scope="col">gemeente</th>
            {koppen.map((kop) => (
              <th scope="col" class="getal">
                {kop}
              </th>
            ))}
            <th scope="col">hoe</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((rij) => (
            <tr>
              <th scope="row">{rij.naam}</th>
              {rij.aantallen.map((band) => (
                <td class="getal">{band ? <BandNumber band={band} /> : <Unknown />}</td>
              ))}
              <td>{describeHerkomstNa(rij, naamVan)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
