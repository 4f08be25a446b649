import { parseBreuk } from "#domain/breuk.ts";
import { formatGetal, formatMoment } from "#domain/notatie.ts";
import type {
  Cijferuitkomst,
  Grensuitkomst,
  Kaartuitkomst,
  Leveringuitkomst,
  Ophaaluitkomst,
} from "#services/ophalen/uitkomst.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";
import { Vergelijkingen } from "./vergelijkingen.tsx";
import { describePeriode, type Woordenboek } from "./woorden.ts";

type Props = {
  readonly uitkomst: Ophaaluitkomst;
  readonly taak: string;
  readonly woorden: Woordenboek;
};

/** What came of fetching: what is new, what changed, what is missing. */
export function Uitkomst({ uitkomst, taak, woorden }: Props) {
  switch (uitkomst.soort) {
    case "tabel":
      return (
        <p>
          In tabel {uitkomst.tabel.tabel} staan {uitkomst.tabel.maten.length} maten en{" "}
          {uitkomst.tabel.perioden.length} perioden.{" "}
          <a href={`/bronnen/cbs/${taak}`}>Kies wat u wilt ophalen</a>
        </p>
      );
    case "grenzen":
      return <Grenzen uitkomst={uitkomst} />;
    case "cijfers":
      return <Cijfers uitkomst={uitkomst} woorden={woorden} />;
    case "woningbouwkaart":
      return (
        <>
          <Cijfers uitkomst={uitkomst} woorden={woorden} />
          <Vergelijkingen uitkomst={uitkomst} woorden={woorden} />
        </>
      );
  }
}

function Grenzen({ uitkomst }: { readonly uitkomst: Grensuitkomst }) {
  const { aantal, jaar, bestand, vervangen, meldingen } = uitkomst;
  return (
    <>
      <h2>Wat er veranderde</h2>
      <p>
        De grenzen van {aantal} gemeenten van {jaar} staan nu in {bestand}.{" "}
        {vervangen
          ? "Zij vervangen de grenzen die er stonden."
          : "Daarvoor was de kaart een schets."}{" "}
        <a href="/verdeling">Bekijk de kaart bij een verdeling</a>
      </p>
      <Meldingen meldingen={meldingen} />
    </>
  );
}

function Meldingen({ meldingen }: { readonly meldingen: readonly string[] }) {
  if (meldingen.length === 0) return null;
  return (
    <ul>
      {meldingen.map((melding) => (
        <li>{melding}</li>
      ))}
    </ul>
  );
}

type CijfersProps = {
  readonly uitkomst: Cijferuitkomst | Kaartuitkomst;
  readonly woorden: Woordenboek;
};

function Cijfers({ uitkomst, woorden }: CijfersProps) {
  const { leveringen, leeg, meldingen } = uitkomst;
  return (
    <>
      <h2>Wat er veranderde</h2>
      <Meldingen meldingen={meldingen} />
      {leveringen.length > 0 && <Leveringen leveringen={leveringen} woorden={woorden} />}
      {leeg.length > 0 && (
        <>
          <h2>Ontbreekt bij de bron</h2>
          <p>Deze perioden zijn gevraagd, en de bron heeft er niets over. Dat is niet nul.</p>
          <ul>
            {leeg.map(({ niveau, periode }) => (
              <li>
                {describePeriode(periode)}, {niveau}
              </li>
            ))}
          </ul>
        </>
      )}
      <Gaten leveringen={leveringen} woorden={woorden} />
      <Voorbeelden leveringen={leveringen} woorden={woorden} />
    </>
  );
}

type LeveringenProps = {
  readonly leveringen: readonly Leveringuitkomst[];
  readonly woorden: Woordenboek;
};

function Leveringen({ leveringen, woorden }: LeveringenProps) {
  return (
    <DataTable
      id="leveringen"
      titel="Per cijfer, gebied en moment: hoeveel er binnen is en wat veranderde."
    >
      <thead>
        <tr>
          <th scope="col">Cijfer</th>
          <th scope="col">Gebied</th>
          <th scope="col">Moment</th>
          <th scope="col">Volledig</th>
          <th scope="col">Getallen</th>
          <th scope="col">Onbekend</th>
          <th scope="col">Nieuw</th>
          <th scope="col">Gewijzigd</th>
          <th scope="col">Verdwenen</th>
          <th scope="col">Gelijk</th>
        </tr>
      </thead>
      <tbody>
        {leveringen.map((item) => (
          <tr>
            <th scope="row">{woorden.titelVan(item.indicator)}</th>
            <td>{item.niveau}</td>
            <td>
              {formatMoment(item.moment)}
              {item.status === "voorlopig" && ", voorlopig"}
            </td>
            <td>{describeWhole(item)}</td>
            {[
              item.getallen,
              item.onbekend,
              item.nieuw,
              item.gewijzigd,
              item.verdwenen,
              item.gelijk,
            ].map((number) => (
              <td class="getal">{number}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function describeWhole({ nagekeken, ontbreekt, onbekend }: Leveringuitkomst): string {
  if (!nagekeken) return "niet nagekeken";
  return ontbreekt.length === 0 && onbekend === 0 ? "ja" : "nee";
}

/** Who is missing, by name, and who came that does not exist then. */
function Gaten({ leveringen, woorden }: LeveringenProps) {
  const gaps = leveringen.filter(({ ontbreekt, buiten }) => ontbreekt.length + buiten.length > 0);
  if (gaps.length === 0) return null;
  const names = (codes: readonly string[]) => codes.map(woorden.naamVan).join(", ");
  return (
    <>
      <h2>Waar een cijfer ontbreekt</h2>
      <ul>
        {gaps.map(({ indicator, niveau, moment, ontbreekt, buiten }) => (
          <li>
            {woorden.titelVan(indicator)}, {niveau}, {formatMoment(moment)}
            {ontbreekt.length > 0 && `. Ontbreekt: ${names(ontbreekt)}`}
            {buiten.length > 0 && `. Overgeslagen, want toen geen gemeente: ${names(buiten)}`}.
          </li>
        ))}
      </ul>
    </>
  );
}

/** Figures before and after; of groups of people there are none here (F224). */
function Voorbeelden({ leveringen, woorden }: LeveringenProps) {
  const rows = leveringen.flatMap((item) =>
    item.voorbeelden.map((wijziging) => ({ ...item, ...wijziging })),
  );
  if (rows.length === 0) return null;
  return (
    <DataTable
      id="wijzigingen"
      titel="Cijfers die anders zijn dan wat er stond, hoogstens 25 per moment."
    >
      <thead>
        <tr>
          <th scope="col">Gebied</th>
          <th scope="col">Cijfer</th>
          <th scope="col">Moment</th>
          <th scope="col">Was</th>
          <th scope="col">Wordt</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ gebied, indicator, moment, was, wordt }) => (
          <tr>
            <th scope="row">{woorden.naamVan(gebied)}</th>
            <td>{woorden.titelVan(indicator)}</td>
            <td>{formatMoment(moment)}</td>
            <td class="getal">
              <Exact text={was} />
            </td>
            <td class="getal">
              <Exact text={wordt} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const DECIMALS = 4;

function Exact({ text }: { readonly text: string | undefined }) {
  const value = text === undefined ? undefined : parseBreuk(text);
  return value ? formatGetal(value, DECIMALS) : <Unknown />;
}
