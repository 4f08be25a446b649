import type { Rekengebied } from "#domain/gebied.ts";
import { formatGetal, formatProcent, formatVerschil } from "#domain/notatie.ts";
import type { Celuitkomst, Naastliggend, VerdelingUitkomst } from "#domain/uitkomst.ts";
import { DataTable } from "../page/data-table.tsx";
import { BandNumber, Unknown } from "../page/numbers.tsx";
import type { Namen } from "./namen.ts";

type Props = {
  readonly uitkomst: VerdelingUitkomst;
  readonly gebied: Rekengebied;
  readonly namen: Namen;
};

function sortedUnits({ eenheden }: Rekengebied) {
  return eenheden.toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
}

/** The number of each year of an ingroeipad. */
export function YearTable({ uitkomst, gebied }: Props) {
  const { jaren, eenheid } = uitkomst;
  if (jaren.length === 0) return null;
  return (
    <DataTable id="jaren" klasse="vast" titel={<strong>Pad over de jaren, in {eenheid}</strong>}>
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {jaren.map(({ periode }) => (
            <th scope="col" class="getal">
              {periode}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sortedUnits(gebied).map(({ id, naam }) => (
          <tr>
            <th scope="row">{naam}</th>
            {jaren.map((jaar) => {
              const found = jaar.eenheden.find((item) => item.id === id);
              return (
                <td class="getal">{found ? <BandNumber band={found.aantal} /> : <Unknown />}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">te verdelen</th>
          {jaren.map(({ opgave }) => (
            <td class="getal">{formatGetal(opgave)}</td>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}

/** What each unit's number is made of: segments, groups, corporaties. */
export function PartsTable({ uitkomst, gebied }: Props) {
  const cellen = uitkomst.eenheden.flatMap((eenheid) => eenheid.cellen);
  const parts = [...new Set(cellen.map(labelOf))];
  if (parts.length === 0) return null;
  return (
    <DataTable
      id="delen"
      klasse="vast"
      titel={<strong>Waaruit het getal bestaat, in {uitkomst.eenheid}</strong>}
    >
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {parts.map((part) => (
            <th scope="col" class="getal">
              {part}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sortedUnits(gebied).map(({ id, naam }) => {
          const own = uitkomst.eenheden.find((item) => item.id === id)?.cellen ?? [];
          return (
            <tr>
              <th scope="row">{naam}</th>
              {parts.map((part) => {
                const found = own.find((cel) => labelOf(cel) === part);
                return <td class="getal">{found ? <BandNumber band={found.aantal} /> : "–"}</td>;
              })}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function labelOf({ pad }: Celuitkomst): string {
  return pad.join(", ").replaceAll("-", " ");
}

/** What is left, what is open and what is still to be settled, of one key. */
export function RestTable({ uitkomst, gebied }: Props) {
  const rows = uitkomst.eenheden;
  const over = rows.some((row) => row.over);
  const open = rows.some((row) => row.open.teller !== 0n);
  const saldo = rows.some((row) => row.saldo);
  if (!over && !open && !saldo) return null;
  return (
    <DataTable id="rest" klasse="smal vast" titel={<strong>Wat er overblijft</strong>}>
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {over && (
            <th scope="col" class="getal">
              voor regulier woningzoekenden <span class="eenheid">woningen</span>
            </th>
          )}
          {open && (
            <th scope="col" class="getal">
              blijft open <span class="eenheid">{uitkomst.eenheid}</span>
            </th>
          )}
          {saldo && (
            <th scope="col" class="getal">
              saldo <span class="eenheid">{uitkomst.eenheid}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sortedUnits(gebied).map(({ id, naam }) => {
          const row = rows.find((item) => item.id === id);
          return (
            <tr>
              <th scope="row">{naam}</th>
              {over && (
                <td class="getal">{row?.over ? <BandNumber band={row.over} /> : <Unknown />}</td>
              )}
              {open && <td class="getal">{row ? formatGetal(row.open, 2) : <Unknown />}</td>}
              {saldo && <td class="getal">{row?.saldo ? formatVerschil(row.saldo, 2) : "–"}</td>}
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

/** Figures that lie beside the result and change nothing in it. */
export function BesideTable({ uitkomst, gebied, namen }: Props) {
  const { ernaast } = uitkomst;
  const cijfers = [...new Set(ernaast.flatMap((row) => row.cijfers.map(({ cijfer }) => cijfer)))];
  if (cijfers.length === 0) return null;
  const find = (id: string, cijfer: string) =>
    ernaast.find(({ eenheid }) => eenheid === id)?.cijfers.find((item) => item.cijfer === cijfer);
  return (
    <DataTable
      id="ernaast"
      klasse="smal vast"
      titel={
        <>
          <strong>Ernaast.</strong> Deze cijfers veranderen de verdeling niet.
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {cijfers.map((cijfer) => (
            <th scope="col" class="getal">
              {namen.cijfer(cijfer)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sortedUnits(gebied).map(({ id, naam }) => (
          <tr>
            <th scope="row">{naam}</th>
            {cijfers.map((cijfer) => (
              <td class="getal">
                <Beside cijfer={find(id, cijfer)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Beside({ cijfer }: { readonly cijfer: Naastliggend | undefined }) {
  if (cijfer?.kenmerk) return <>{cijfer.kenmerk}</>;
  if (!cijfer?.waarde) return <Unknown />;
  if (cijfer.eenheid === "deel") return <>{formatProcent(cijfer.waarde.midden, 1)}</>;
  return <BandNumber band={cijfer.waarde} decimals={2} />;
}
