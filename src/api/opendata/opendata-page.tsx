import { DATASETSOORTEN, type Datasetsoort, type NietOpen } from "#services/opendata/dataset.ts";
import type { Opengegevens } from "#services/opendata/opendata.service.ts";
import type { Uitgever } from "#services/opendata/uitgever.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { DatasetPart } from "./dataset-part.tsx";
import { ForPrograms } from "./voor-programmas.tsx";

type Props = {
  readonly frame: Frame;
  readonly adres: string;
  readonly uitgever: Uitgever;
  readonly zoek: string;
  readonly aantal: number;
  readonly gevonden: readonly Opengegevens[];
  readonly nietOpen: readonly NietOpen[];
};

const KOPPEN: Readonly<Record<Datasetsoort, string>> = {
  cijfers: "Cijfers",
  gebieden: "Gemeenten en provincies",
  indelingen: "Regio's",
  documenten: "Regels en afspraken",
};

/** What others may take along, in what forms, how to name it, and what is not there and why. */
export function OpendataPage(props: Props) {
  const { frame, adres, uitgever, zoek, aantal, gevonden, nietOpen } = props;
  return (
    <Page frame={frame} titel={zoek ? `Open data met «${zoek}»` : "Open data"} deel="/cijfers">
      <Path href="/cijfers">Cijfers</Path>
      <h1>Open data</h1>
      <p class="inleiding">
        Alles hieronder mag u overnemen en verder gebruiken. Noem de bron: bij elke dataset staat
        hoe.
      </p>
      <GivenOutBy uitgever={uitgever} />
      <Search zoek={zoek} aantal={aantal} gevonden={gevonden.length} />
      {DATASETSOORTEN.map((soort) => (
        <DatasetsOf soort={soort} gevonden={gevonden} adres={adres} />
      ))}
      <ForPrograms adres={adres} />
      <NotGivenOut nietOpen={nietOpen} />
    </Page>
  );
}

function GivenOutBy({ uitgever }: { readonly uitgever: Uitgever }) {
  const { ingevuld, naam, contact } = uitgever;
  if (!ingevuld) {
    return (
      <Notice titel="Wie dit uitgeeft, is niet ingevuld" bovenaan>
        <p>
          Wie deze installatie beheert, noemt een uitgever en een contactpunt met WOONREGIE_UITGEVER
          en WOONREGIE_CONTACT_EMAIL of WOONREGIE_CONTACT_URL. Tot dan zegt de catalogus dat het
          niet is ingevuld.
        </p>
      </Notice>
    );
  }
  return (
    <p>
      Uitgegeven door {naam}. Vragen: {contact.naam}
      {contact.email && (
        <>
          , <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      )}
      {contact.url && (
        <>
          , <a href={contact.url}>{contact.url}</a>
        </>
      )}
      .
    </p>
  );
}

type Gezocht = { readonly zoek: string; readonly aantal: number; readonly gevonden: number };

function Search({ zoek, aantal, gevonden }: Gezocht) {
  return (
    <search>
      <form method="get" action="/opendata">
        <div class="velden">
          <div class="veld">
            <label for="zoek">Zoek in de datasets</label>
            <input id="zoek" type="text" name="zoek" value={zoek} maxlength={80} />
          </div>
        </div>
        <button type="submit">Zoek</button>
      </form>
      {zoek === "" ? (
        <p>{aantal} datasets.</p>
      ) : (
        <p>
          {gevonden === 0 ? "Geen" : gevonden} van de {aantal} datasets met «{zoek}».{" "}
          <a href="/opendata">Toon alles</a>
          {gevonden === 0 && ". Kijk ook onderaan: daar staat wat er niet is, en waarom."}
        </p>
      )}
    </search>
  );
}

type Deel = Pick<Props, "gevonden" | "adres"> & { readonly soort: Datasetsoort };

function DatasetsOf({ soort, gevonden, adres }: Deel) {
  const own = gevonden.filter(({ dataset }) => dataset.soort === soort);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`soort-${soort}`}>
      <h2 id={`soort-${soort}`}>{KOPPEN[soort]}</h2>
      <ul class="lijst datasets">
        {own.map((found) => (
          <DatasetPart found={found} adres={adres} />
        ))}
      </ul>
    </section>
  );
}

function NotGivenOut({ nietOpen }: Pick<Props, "nietOpen">) {
  return (
    <>
      <h2>Wat er niet is, en waarom</h2>
      <p>
        Zonder bekende licentie geven wij iets niet door, ook als het openbaar is. U kunt het hier
        wel bekijken, met de bron erbij.
      </p>
      <DataTable id="niet-open" titel="Wel op deze installatie, niet als open data.">
        <thead>
          <tr>
            <th scope="col">wat</th>
            <th scope="col">waarom niet</th>
          </tr>
        </thead>
        <tbody>
          {nietOpen.map(({ titel, reden }) => (
            <tr>
              <th scope="row">{titel}</th>
              <td>{reden}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
