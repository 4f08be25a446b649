import { useMemo } from "react";
import { formatMoment } from "#domain/notatie.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = { readonly uitgerekend: Uitgerekend; readonly namen: Namen };

/** The figures below the sheet: which, of when, from whom, how sure. */
export function Bronnen({ uitgerekend, namen }: Props) {
  const rows = useMemo(() => distinct(usedFigures(uitgerekend)), [uitgerekend]);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Gebruikte cijfers</h2>
      <TableFrame naam="Gebruikte cijfers">
        <table className="bronnen">
          <thead>
            <tr>
              <th scope="col">cijfer</th>
              <th scope="col">van wanneer</th>
              <th scope="col">waar het vandaan komt</th>
              <th scope="col">zekerheid</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, item: { indicator, cel, moment, bron, betrouwbaarheid } }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={`/documenten/${indicator}`}>
                    {namen.cijfer([indicator, ...cel].join("."))}
                  </a>
                </th>
                <td>{moment ? formatMoment(moment) : "zonder datum"}</td>
                <td>{bron}</td>
                <td>{betrouwbaarheid ?? "niet vermeld"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

/** What all keys rest on, and the figures that lie beside them. */
export function usedFigures({ kolommen, bij }: Uitgerekend): readonly GebruiktCijfer[] {
  return [
    ...kolommen.flatMap(({ uitkomst }) => uitkomst.gebruikt),
    ...(bij.nu?.gebruikt ?? []),
    ...(bij.aanbod?.gebruikt ?? []),
  ];
}

/** One line for all gemeenten that have the figure from the same source and moment. */
function distinct(gebruikt: readonly GebruiktCijfer[]) {
  const rows = new Map<string, GebruiktCijfer>();
  for (const item of gebruikt) {
    const { indicator, cel, moment, bron, betrouwbaarheid } = item;
    const key = [indicator, ...cel, moment, bron, betrouwbaarheid].join("|");
    if (!rows.has(key)) rows.set(key, item);
  }
  return [...rows]
    .map(([key, item]) => ({ key, item }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
