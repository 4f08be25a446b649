import { formatGetal, listWords } from "#domain/notatie.ts";
import type { Keuzegevolg, Melding } from "#domain/uitkomst.ts";
import type { Keuze } from "#domain/verdeling.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";
import type { Namen } from "./namen.ts";

export type NietPassend = Extract<Melding, { readonly wat: "wat-niet-past" }>;

/** What each choice is called, and what it does, in words. */
export const KEUZEWOORDEN: Readonly<
  Record<Keuze, { readonly naam: string; readonly doet: string }>
> = {
  later: { naam: "later", doet: "Het wacht en komt er in een volgende periode bij." },
  compenseren: {
    naam: "compenseren",
    doet: "Het wordt als tekort geboekt en achteraf verrekend.",
  },
  "extra-aanbod": {
    naam: "extra aanbod",
    doet: "Er komen woningen bij; wie dat doet en hoe, wordt afgesproken.",
  },
  anderen: { naam: "de anderen", doet: "De andere gemeenten nemen het over." },
  open: { naam: "open laten", doet: "Het blijft open staan; niemand neemt het over." },
};

type Props = {
  readonly id: string;
  readonly melding: NietPassend;
  readonly eenheid: string;
  readonly namen: Namen;
};

/** What each choice for what does not fit would do; none of them is preselected. */
export function ChoiceTable({ id, melding, eenheid, namen }: Props) {
  return (
    <DataTable
      id={id}
      titel={
        <>
          <strong>Wat elke keuze doet.</strong> Geen van de vijf gaat voor.
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col">keuze</th>
          <th scope="col">wat er gebeurt</th>
          <th scope="col" class="getal">
            blijft open <span class="eenheid">{eenheid}</span>
          </th>
          <th scope="col">wie krijgt er meer</th>
          <th scope="col">wat er nog voor nodig is</th>
        </tr>
      </thead>
      <tbody>
        {melding.keuzes.map(({ keuze, open, groeit, waarom }) => (
          <tr>
            <th scope="row">{KEUZEWOORDEN[keuze].naam}</th>
            <td>{KEUZEWOORDEN[keuze].doet}</td>
            <td class="getal">{formatGetal(open)}</td>
            <td>{groeit.length > 0 ? listWords(groeit.map(namen.eenheid)) : "niemand"}</td>
            <td>{waarom ?? "alleen het besluit"}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type Groep = { readonly keuzes: readonly Keuze[]; readonly gevolg: Keuzegevolg };

/** The numbers of each choice; choices with the same numbers share a column. */
export function ChoiceNumbers({ id, melding, eenheid, namen }: Props) {
  const groepen = groupSame(melding.keuzes);
  const units = groepen[0]?.gevolg.uitkomst?.map((item) => item.eenheid) ?? [];
  const sorted = units.toSorted((a, b) => namen.eenheid(a).localeCompare(namen.eenheid(b), "nl"));
  if (sorted.length === 0) return null;
  return (
    <DataTable
      id={`${id}-getallen`}
      klasse="smal vast"
      titel={<strong>Per gemeente, in {eenheid}</strong>}
    >
      <thead>
        <tr>
          <th scope="col">gemeente</th>
          {groepen.map(({ keuzes }) => (
            <th scope="col" class="getal">
              {listWords(
                keuzes.map((keuze) => KEUZEWOORDEN[keuze].naam),
                "of",
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((unit) => (
          <tr>
            <th scope="row">
              {namen.eenheid(unit)}
              {melding.aanDeGrens.includes(unit) && <span class="bereik"> (op de bovengrens)</span>}
            </th>
            {groepen.map(({ gevolg }) => {
              const found = gevolg.uitkomst?.find((item) => item.eenheid === unit);
              return <td class="getal">{found ? formatGetal(found.aantal) : <Unknown />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function groupSame(keuzes: readonly Keuzegevolg[]): readonly Groep[] {
  const groepen = new Map<string, Groep>();
  for (const gevolg of keuzes) {
    if (!gevolg.uitkomst) continue;
    const numbers = gevolg.uitkomst.map(({ eenheid, aantal }) => [eenheid, formatGetal(aantal, 6)]);
    const key = JSON.stringify(numbers);
    const known = groepen.get(key);
    groepen.set(key, { keuzes: [...(known?.keuzes ?? []), gevolg.keuze], gevolg });
  }
  return [...groepen.values()];
}
