import type { Gemeente } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Leveringregel, Leveringstand } from "#services/cijfers/cijfergeschiedenis.ts";
import { documentAdres, gemeenteAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Tijd } from "../page/tijd.tsx";
import { DeliveredValue, unitWords } from "./figure-table.tsx";

type Props = {
  readonly frame: Frame;
  readonly gemeente: Gemeente;
  readonly indicator: Indicator;
  /** Undefined where it counts people of a group. */
  readonly regels: readonly Leveringregel[] | undefined;
};

/** Which deliveries gave a figure of a gemeente its value, also those that count no longer. */
export function CijfergeschiedenisPage({ frame, gemeente, indicator, regels }: Props) {
  const titel = `${indicator.titel}, ${gemeente.naam}`;
  const newest = regels
    ?.map(({ ingelezenOp }) => ingelezenOp)
    .toSorted()
    .at(-1);
  return (
    <Page frame={frame} titel={`Leveringen van ${titel}`} deel="/gemeenten">
      <Path href={gemeenteAdres(gemeente.code, indicator.id)}>{gemeente.naam}</Path>
      <h1>Leveringen van {titel}</h1>
      {newest && (
        <p class="stand">
          Laatst bijgewerkt: <Tijd op={newest} />
        </p>
      )}
      <p class="inleiding">
        Van wie dit cijfer kwam, en wat ermee gebeurde. Een cijfer wordt nooit stil verbeterd: een
        verbetering is een nieuwe levering, en de oude blijft staan.{" "}
        <a href={documentAdres(indicator.id)}>Wat dit cijfer betekent</a>.
      </p>
      {regels === undefined && (
        <Notice titel="Dit cijfer gaat over een groep mensen" bovenaan>
          <p>
            Wat per gemeente is geleverd, kan zo klein zijn dat u mensen zou herkennen. Daarom staat
            het hier niet.
          </p>
        </Notice>
      )}
      {regels?.length === 0 && (
        <Notice titel="Niemand heeft dit cijfer geleverd" bovenaan>
          <p>Het is onbekend, of het volgt uit andere cijfers. Onbekend is iets anders dan nul.</p>
        </Notice>
      )}
      {regels && regels.length > 0 && <Leveringen indicator={indicator} regels={regels} />}
      <p class="klein">
        Wat met Woonregie meekomt, wordt bij een nieuwe uitgave als geheel vervangen; wat er
        verandert, staat in de lijst van wijzigingen. Een bevroren uitkomst houdt de cijfers waarop
        zij is gerekend.
      </p>
    </Page>
  );
}

const STANDEN: Readonly<Record<Leveringstand, string>> = {
  telt: "telt",
  "gaat-voor": "telt niet: een andere levering gaat voor",
  teruggedraaid: "teruggedraaid",
};

type Leveringenprops = Required<Pick<Props, "indicator">> & {
  readonly regels: readonly Leveringregel[];
};

function Leveringen({ indicator, regels }: Leveringenprops) {
  return (
    <DataTable id="leveringen" titel="De nieuwste bovenaan" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">van wanneer</th>
          <th scope="col" class="getal">
            waarde
          </th>
          <th scope="col">eenheid</th>
          <th scope="col">waar het vandaan komt</th>
          <th scope="col">hier ingelezen</th>
          <th scope="col">nu</th>
        </tr>
      </thead>
      <tbody>
        {regels.map(({ waarneming, ingelezenOp, afzender, stand }) => (
          <tr>
            <th scope="row">
              {waarneming.moment ? formatMoment(waarneming.moment) : "zonder datum"}
              {waarneming.cel.length > 0 && `, ${waarneming.cel.join(", ")}`}
            </th>
            <td class="getal" data-kop="waarde">
              <DeliveredValue indicator={indicator} inhoud={waarneming.inhoud} />
            </td>
            <td data-kop="eenheid">{unitWords(indicator.eenheid)}</td>
            <td data-kop="waar het vandaan komt">
              {waarneming.bron}
              {afzender && <span class="opmerking">ingeleverd door {afzender}</span>}
              {waarneming.opmerking && <span class="opmerking">{waarneming.opmerking}</span>}
            </td>
            <td data-kop="hier ingelezen">
              <Tijd op={ingelezenOp} />
            </td>
            <td data-kop="nu">{STANDEN[stand]}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
