import type { Rekengebied } from "#domain/gebied.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Basis } from "#services/basis.ts";
import type { Pakketvraag } from "#services/pakket/vraag.ts";
import { documentAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { describePath } from "../verdeling/namen.ts";
import { ingevuldAnker, pakketAdres } from "./pakket-adres.ts";

type Props = {
  readonly vraag: Pakketvraag;
  readonly gebied: Rekengebied;
  readonly basis: Basis;
};

/** Everything that somebody typed on this page, with the way to take it away again. */
export function Ingevuld(props: Props) {
  const lines = [...figuresIn(props), ...choicesIn(props), ...shiftsIn(props)];
  if (lines.length === 0) return null;
  const bron = props.vraag.voorbeeld
    ? "voorbeeld, verzonnen"
    : "ingevuld op deze pagina, niet nagegaan";
  return (
    <section aria-labelledby="kop-ingevuld">
      <h2 id="kop-ingevuld">Zelf ingevuld</h2>
      <DataTable
        id="ingevuld"
        titel="Dit gaat voor wat is aangeleverd. Het staat in het adres van deze pagina."
      >
        <thead>
          <tr>
            <th scope="col">wat</th>
            <th scope="col">van</th>
            <th scope="col" class="getal">
              waarde
            </th>
            <th scope="col">eenheid</th>
            <th scope="col">waar het vandaan komt</th>
            <th scope="col" class="niet-afdrukken">
              weghalen
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, document, titel, van, waarde, eenheid, zonder }) => (
            <tr id={id}>
              <th scope="row">
                <a href={documentAdres(document)}>{titel}</a>
              </th>
              <td>{van}</td>
              <td class="getal">{waarde}</td>
              <td>{eenheid}</td>
              <td>{bron}</td>
              <td class="niet-afdrukken">
                <a href={pakketAdres(zonder)} aria-label={`Haal ${titel} van ${van} weg`}>
                  haal weg
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

type Line = {
  readonly id?: string;
  readonly document: string;
  readonly titel: string;
  readonly van: string;
  readonly waarde: string;
  readonly eenheid: string;
  /** The page without it. */
  readonly zonder: Pakketvraag;
};

function figuresIn({ vraag, gebied, basis }: Props): readonly Line[] {
  return [...vraag.cijfers].map(([key, waarde]) => {
    const [pad = "", id] = key.split("@");
    const [document = ""] = pad.split(".");
    return {
      id: ingevuldAnker(pad, id ?? "regio"),
      document,
      ...describePath(basis, pad),
      van: id === undefined ? gebied.titel : naamVan(gebied, id),
      waarde,
      zonder: { ...vraag, cijfers: without(vraag.cijfers, key) },
    };
  });
}

function choicesIn({ vraag, gebied, basis }: Props): readonly Line[] {
  return [...vraag.keuzes].flatMap(([key, waarde]) => {
    const [document = "", parameter = ""] = key.split(".");
    const found = basis.bibliotheek.find(document);
    if (!found) return [];
    return {
      document,
      titel: `${found.titel}: ${parameter.replaceAll("-", " ")}`,
      van: gebied.titel,
      waarde,
      eenheid: found.parameters[parameter]?.eenheid ?? "",
      zonder: { ...vraag, keuzes: without(vraag.keuzes, key) },
    };
  });
}

function shiftsIn({ vraag, gebied, basis }: Props): readonly Line[] {
  return vraag.ruil.map((shift, i) => ({
    document: shift.document,
    titel: `Afspraak over ${basis.bibliotheek.find(shift.document)?.titel ?? shift.document}`,
    van: `${naamVan(gebied, shift.van)} naar ${naamVan(gebied, shift.naar)}`,
    waarde: formatGetal(shift.aantal),
    eenheid: "",
    zonder: { ...vraag, ruil: vraag.ruil.filter((_, other) => other !== i) },
  }));
}

function without(typed: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> {
  return new Map([...typed].filter(([other]) => other !== key));
}

function naamVan({ eenheden }: Rekengebied, id: string): string {
  return eenheden.find((item) => item.id === id)?.naam ?? id;
}
