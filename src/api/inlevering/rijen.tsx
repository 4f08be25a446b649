import type { Bevinding } from "#domain/inlevering.ts";
import { formatKolom, type Werkblad } from "#domain/werkmap.ts";
import type { Inleverbeeld } from "#services/inlevering/beeld.ts";
import { celtekst } from "#services/inlevering/celtekst.ts";
import { DataTable } from "../page/data-table.tsx";

type Props = { readonly beeld: Inleverbeeld; readonly bevindingen: readonly Bevinding[] };

const MEESTE = 200;

/** The rows of which something is said, as they stand in the file, under their letters. */
export function Rijen({ beeld, bevindingen }: Props) {
  const bladen = beeld.werkmap.bladen.flatMap((blad, nummer) => {
    const own = bevindingen.filter(({ waar }) => waar.blad === blad.naam);
    const rows = [...new Set(own.flatMap(({ waar: { rij } }) => (rij === undefined ? [] : [rij])))];
    return rows.length > 0 ? [{ blad, nummer, rows: rows.toSorted((a, b) => a - b), own }] : [];
  });
  if (bladen.length === 0) return null;
  return (
    <>
      <h2>De regels waar iets mee is</h2>
      {bladen.map(({ blad, nummer, rows, own }) => (
        <Bladrijen blad={blad} nummer={nummer} rows={rows.slice(0, MEESTE)} bevindingen={own} />
      ))}
    </>
  );
}

/** Where the row of a remark stands on the page. */
export function rijAnker({ blad, rij = 0 }: Bevinding["waar"]): string {
  return `rij-${rij + 1}-${encodeURIComponent(blad)}`;
}

type BladProps = {
  readonly blad: Werkblad;
  readonly nummer: number;
  readonly rows: readonly number[];
  readonly bevindingen: readonly Bevinding[];
};

function Bladrijen({ blad, nummer, rows, bevindingen }: BladProps) {
  const wide = Math.max(0, ...rows.map((rij) => blad.rijen[rij]?.length ?? 0));
  const kolommen = Array.from({ length: wide }, (_, kolom) => kolom);
  const places = new Set(bevindingen.map(({ waar }) => `${waar.rij}:${waar.kolom}`));
  return (
    <DataTable
      id={`regels-${nummer}`}
      klasse="bestand"
      titel={`Blad ${blad.naam}, zoals ingeleverd.`}
    >
      <thead>
        <tr>
          <th scope="col">regel</th>
          {kolommen.map((kolom) => (
            <th scope="col">{formatKolom(kolom)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((rij) => (
          <tr id={rijAnker({ blad: blad.naam, rij })}>
            <th scope="row">{rij + 1}</th>
            {kolommen.map((kolom) => (
              <td>
                {places.has(`${rij}:${kolom}`) ? (
                  <strong class="kies">{celtekst(blad.rijen[rij]?.[kolom]) || "leeg"}</strong>
                ) : (
                  celtekst(blad.rijen[rij]?.[kolom])
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
