import type { Pakketkolom, Pakkettabel } from "#services/pakket/pakket.service.ts";
import { DataTable } from "../page/data-table.tsx";
import { distinctSources, PakketCel } from "./pakket-tabel.tsx";
import { eenheidWoord } from "./waarde.tsx";

type Props = {
  readonly tabellen: readonly Pakkettabel[];
  readonly gemeente: { readonly id: string; readonly naam: string };
};

/** The package of one gemeente from top to bottom: what is known of it, and then what is not. */
export function EigenPakket({ tabellen, gemeente }: Props) {
  const { id, naam } = gemeente;
  const known = tabellen
    .map((tabel) => ({ ...tabel, kolommen: tabel.kolommen.filter(({ cellen }) => cellen.has(id)) }))
    .filter(({ kolommen }) => kolommen.length > 0);
  const unknown = tabellen
    .flatMap(({ kolommen }) => kolommen)
    .filter(({ cellen }) => !cellen.has(id));
  return (
    <>
      {known.length > 0 && (
        <DataTable
          id="eigen-pakket"
          klasse="eigen-pakket"
          titel={`Wat ${naam} al doet of op zich neemt.`}
        >
          <thead>
            <tr>
              <th scope="col">wat</th>
              <th scope="col" class="getal">
                hoeveel
              </th>
              <th scope="col">eenheid</th>
              <th scope="col">waar het vandaan komt, van wanneer</th>
            </tr>
          </thead>
          {known.map(({ titel, kolommen }) => (
            <tbody>
              <tr class="deelregio">
                <th scope="rowgroup" colspan={4}>
                  {titel}
                </th>
              </tr>
              {kolommen.map((kolom) => (
                <OwnRow kolom={kolom} id={id} naam={naam} />
              ))}
            </tbody>
          ))}
        </DataTable>
      )}
      {unknown.length > 0 && (
        <p class="klein">
          Nog onbekend van {naam}: {unknown.map(({ titel }) => titel).join(", ")}. Dat is niet nul.
        </p>
      )}
    </>
  );
}

type RowProps = { readonly kolom: Pakketkolom; readonly id: string; readonly naam: string };

function OwnRow({ kolom, id, naam }: RowProps) {
  return (
    <tr>
      <th scope="row">{kolom.titel}</th>
      <td class="getal">
        <PakketCel kolom={kolom} id={id} naam={naam} />
      </td>
      <td>{eenheidWoord(kolom.document.eenheid)}</td>
      <td>{distinctSources(kolom.gebruikt.filter(({ gebied }) => gebied === id)).join("; ")}</td>
    </tr>
  );
}
