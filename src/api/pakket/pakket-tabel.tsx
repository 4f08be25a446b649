import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Pakketkolom, Pakkettabel } from "#services/pakket/pakket.service.ts";
import type { Ruilafspraak } from "#services/pakket/vraag.ts";
import { gemeenteAdres } from "../adres.ts";
import { DataTable } from "../page/data-table.tsx";
import { Unknown } from "../page/numbers.tsx";
import { groupByDeelregio } from "../verdeling/deelregios.ts";
import { KleineAantallen } from "./kleine-aantallen.tsx";
import { ingevuldAnker } from "./pakket-adres.ts";
import { tegenover } from "./ruil-tekst.ts";
import { eenheidWoord, Waarde } from "./waarde.tsx";

type Props = {
  readonly tabel: Pakkettabel;
  readonly gebied: Rekengebied;
  readonly ruil: readonly Ruilafspraak[];
  /** Whose row stands on top. */
  readonly eigen: string | undefined;
  /** What a document is called. */
  readonly titelVan: (document: string) => string;
};

/**
 * One subject of the package: rows by deelregio and alphabet, every column with its own unit.
 *
 * A subject of which nobody delivered anything is one line instead of a table of nothing.
 */
export function PakketTabel(props: Props) {
  const { tabel, gebied } = props;
  const { id, titel, uitleg, kolommen } = tabel;
  const known = kolommen.some(({ cellen }) => cellen.size > 0);
  const closed = kolommen.filter(({ dicht }) => dicht).map((kolom) => kolom.titel);
  return (
    <section aria-labelledby={`kop-${id}`} class="pakket">
      <h2 id={`kop-${id}`}>{titel}</h2>
      {known ? (
        <>
          <DataTable id={id} klasse="gemeenten" titel={uitleg}>
            <Header kolommen={kolommen} tegen={id === TEGEN} />
            <Rows {...props} />
          </DataTable>
          {closed.length > 0 && <KleineAantallen wat={`van ${listWords(closed)}`} />}
          <Sources kolommen={kolommen} />
        </>
      ) : (
        <NothingKnown kolommen={kolommen} aantal={gebied.eenheden.length} />
      )}
    </section>
  );
}

/** The subject against which parts of other tasks are exchanged (F183). */
const TEGEN = "opvang";

function Header({
  kolommen,
  tegen,
}: {
  readonly kolommen: readonly Pakketkolom[];
  readonly tegen: boolean;
}) {
  return (
    <thead>
      <tr>
        <th scope="col">gemeente</th>
        {kolommen.map(({ titel, document }) => (
          <th scope="col" class="getal">
            {titel} <span class="eenheid">{eenheidWoord(document.eenheid)}</span>
          </th>
        ))}
        {tegen && <th scope="col">wat ertegenover staat</th>}
      </tr>
    </thead>
  );
}

function Rows(props: Props) {
  const { tabel, gebied, eigen } = props;
  const own = gebied.eenheden.find(({ id }) => id === eigen);
  const others = gebied.eenheden.filter(({ id }) => id !== own?.id);
  const row = (eenheid: Rekeneenheid) => <Row eenheid={eenheid} {...props} />;
  const span = tabel.kolommen.length + (tabel.id === TEGEN ? 2 : 1);
  return (
    <>
      {own && <tbody class="eigen">{row(own)}</tbody>}
      {groupByDeelregio({ ...gebied, eenheden: others }).map(({ titel, eenheden }) => (
        <tbody>
          {titel && (
            <tr class="deelregio">
              <th scope="rowgroup" colspan={span}>
                {titel}
              </th>
            </tr>
          )}
          {eenheden.map(row)}
        </tbody>
      ))}
      <Together tabel={tabel} />
    </>
  );
}

function Row(props: Props & { readonly eenheid: Rekeneenheid }) {
  const { eenheid, tabel, gebied, ruil, eigen, titelVan } = props;
  const { id, naam } = eenheid;
  return (
    <tr>
      <th scope="row">
        <a href={gemeenteAdres(id)}>{naam}</a>
        {id === eigen && <span class="opmerking">uw gemeente</span>}
      </th>
      {tabel.kolommen.map((kolom) => (
        <td class="getal">
          <PakketCel kolom={kolom} id={id} naam={naam} />
        </td>
      ))}
      {tabel.id === TEGEN && <td>{tegenover(id, tabel.kolommen, gebied, ruil, titelVan)}</td>}
    </tr>
  );
}

type CelProps = { readonly kolom: Pakketkolom; readonly id: string; readonly naam: string };

/** Known, a range, contradicted, only told of the region, or unknown; never nought for missing. */
export function PakketCel({ kolom, id, naam }: CelProps) {
  const { cellen, document, titel } = kolom;
  const cel = cellen.get(id);
  if (!cel) return <Unknown />;
  switch (cel.soort) {
    case "botst":
      return <span class="onbekend">bronnen verschillen</span>;
    case "alleen-regio":
      return <span class="onbekend">alleen per regio</span>;
    case "bekend":
      return (
        <Waarde
          band={cel.band}
          eenheid={document.eenheid}
          href={accountOf(kolom, id)}
          naam={`${naam}, ${titel}`}
        />
      );
  }
}

/** Its line on this page where somebody typed it, else its line on the page of the gemeente. */
function accountOf({ gebruikt, indicator }: Pakketkolom, id: string): string {
  const typed = gebruikt.find(({ gebied, bron }) => gebied === id && isTyped(bron));
  if (!typed) return gemeenteAdres(id, indicator);
  return `#${ingevuldAnker([typed.indicator, ...typed.cel].join("."), id)}`;
}

function isTyped(bron: string): boolean {
  return bron.startsWith("ingevuld op deze pagina") || bron === "voorbeeld, verzonnen";
}

function Together({ tabel }: { readonly tabel: Pakkettabel }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">regio als geheel</th>
        {tabel.kolommen.map((kolom) => (
          <td class="getal">
            <Whole kolom={kolom} />
          </td>
        ))}
        {tabel.id === TEGEN && <td />}
      </tr>
    </tfoot>
  );
}

function Whole({ kolom }: { readonly kolom: Pakketkolom }) {
  const { samen, dicht, document } = kolom;
  if (samen) return <Waarde band={samen} eenheid={document.eenheid} />;
  return dicht ? <span class="onbekend">te klein om te tonen</span> : <Unknown />;
}

function Sources({ kolommen }: { readonly kolommen: readonly Pakketkolom[] }) {
  const told = kolommen.filter(({ gebruikt }) => gebruikt.length > 0);
  return (
    <p class="klein bron">
      {told
        .map(({ titel, gebruikt }) => `${capital(titel)}: ${distinctSources(gebruikt).join("; ")}.`)
        .join(" ")}
    </p>
  );
}

/** Where the figures come from and of when they are, each once. */
export function distinctSources(gebruikt: readonly GebruiktCijfer[]): readonly string[] {
  const told = gebruikt.map(
    ({ bron, moment }) => `${bron}, ${moment ? formatMoment(moment) : "zonder datum"}`,
  );
  return [...new Set(told)];
}

type NothingProps = { readonly kolommen: readonly Pakketkolom[]; readonly aantal: number };

function NothingKnown({ kolommen, aantal }: NothingProps) {
  return (
    <div class="leeg">
      <p>
        <span class="onbekend">Onbekend</span> van alle {aantal} gemeenten. Dat is niet nul.
      </p>
      <ul>
        {kolommen.map(({ titel, document, levert }) => (
          <li>
            {titel} <span class="eenheid">({eenheidWoord(document.eenheid)})</span>: te leveren door{" "}
            {levert}
          </li>
        ))}
      </ul>
    </div>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
