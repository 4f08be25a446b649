import { formatMoment } from "#domain/notatie.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import type { Namen } from "./namen.ts";

type Props = { readonly gebruikt: readonly GebruiktCijfer[]; readonly namen: Namen };

/** The figures below a table: which, of when, from whom, how sure. */
export function Sources({ gebruikt, namen }: Props) {
  const rows = distinct(gebruikt);
  if (rows.length === 0) return null;
  return (
    <DataTable id="bronnen" klasse="bronnen" titel={<strong>Gebruikte cijfers</strong>}>
      <thead>
        <tr>
          <th scope="col">cijfer</th>
          <th scope="col">van wanneer</th>
          <th scope="col">waar het vandaan komt</th>
          <th scope="col">zekerheid</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, cel, moment, bron, betrouwbaarheid }) => (
          <tr>
            <th scope="row">
              <a href={documentAdres(indicator)}>{namen.cijfer([indicator, ...cel].join("."))}</a>
            </th>
            <td>{moment ? formatMoment(moment) : "zonder datum"}</td>
            <td>{bron}</td>
            <td>{betrouwbaarheid ?? "niet vermeld"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** One line for all gemeenten that have the figure from the same source and moment. */
function distinct(gebruikt: readonly GebruiktCijfer[]): readonly GebruiktCijfer[] {
  const rows = new Map<string, GebruiktCijfer>();
  for (const item of gebruikt) {
    const key = [item.indicator, ...item.cel, item.moment, item.bron, item.betrouwbaarheid].join(
      "|",
    );
    if (!rows.has(key) || item.gebied === GEHEEL) rows.set(key, item);
  }
  return [...rows.values()].toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
}
