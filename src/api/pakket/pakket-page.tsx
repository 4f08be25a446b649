import { formatMoment } from "#domain/notatie.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { listGrenzen } from "#services/pakket/grenzen.ts";
import type { Pakketgrond } from "#services/pakket/lezing.ts";
import { readMismatches, readOvername, readProgrammas } from "#services/pakket/naast-elkaar.ts";
import { readPakket } from "#services/pakket/pakket.service.ts";
import { readVerschuivingen } from "#services/pakket/verschuivingen.service.ts";
import type { Pakketvraag } from "#services/pakket/vraag.ts";
import { regioAdres } from "../adres.ts";
import { statusVan } from "../kader/status.tsx";
import { SelectField, TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { createNamen } from "../verdeling/namen.ts";
import { regioOpties } from "../verdeling/regio-opties.ts";
import { Boeken } from "./boeken.tsx";
import { EigenPakket } from "./eigen-pakket.tsx";
import { Erbij } from "./erbij.tsx";
import { Grenzen } from "./grenzen.tsx";
import { Ingevuld } from "./ingevuld.tsx";
import { Mismatch, Overname, RegionaalLokaal } from "./naast-elkaar.tsx";
import { PakketTabel } from "./pakket-tabel.tsx";
import { Verborgen } from "./verborgen.tsx";

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly vraag: Pakketvraag;
  readonly grond: Pakketgrond;
  readonly fouten: readonly string[];
};

/**
 * Everything that the gemeenten of a region do or take on already, on one page.
 *
 * Nothing is added over unlike things, nobody comes first, and what is unknown is said.
 */
export function PakketPage({ frame, basis, vraag, grond, fouten }: Props) {
  const { gebied } = grond;
  const tabellen = readPakket(basis, grond);
  const verschuivingen = readVerschuivingen(basis, grond);
  const indeling = gebied.indeling ? basis.bibliotheek.find(gebied.indeling) : undefined;
  const eigen = gebied.eenheden.find(({ id }) => id === vraag.eigen);
  return (
    <Page frame={frame} titel={`Wat gemeenten al doen: ${gebied.titel}`} deel="/regios">
      <Path href={regioAdres(vraag.regio)}>{gebied.titel}</Path>
      <h1>Wat gemeenten al doen</h1>
      <p class="stand">
        <strong>{gebied.titel}</strong> · {gebied.eenheden.length} gemeenten
        {indeling && ` · ${statusVan(basis, indeling)}`} · {formatMoment(vraag.op)}
      </p>
      <p class="inleiding">
        Alles wat een gemeente al doet of op zich neemt, naast elkaar. Wat niemand heeft geleverd,
        is onbekend en geen nul. Niemand staat voorop.
      </p>
      {vraag.voorbeeld && (
        <Notice titel="Verzonnen cijfers" bovenaan>
          <p>De ingevulde cijfers zijn verzonnen, om te laten zien hoe deze pagina werkt.</p>
        </Notice>
      )}
      {fouten.length > 0 && <Fouten fouten={fouten} />}
      <Keuze basis={basis} vraag={vraag} grond={grond} />
      {eigen && (
        <section aria-labelledby="kop-eigen">
          <h2 id="kop-eigen">Uw gemeente: {eigen.naam}</h2>
          <EigenPakket tabellen={tabellen} gemeente={eigen} />
        </section>
      )}
      {tabellen.map((tabel) => (
        <PakketTabel
          tabel={tabel}
          gebied={gebied}
          ruil={vraag.ruil}
          eigen={vraag.eigen}
          titelVan={(naam) => basis.bibliotheek.find(naam)?.titel ?? naam}
        />
      ))}
      <Boeken verschuivingen={verschuivingen} namen={createNamen(basis, gebied)} />
      <RegionaalLokaal programmas={readProgrammas(basis, grond)} />
      <Overname stand={readOvername(basis, grond)} />
      <Mismatch stand={readMismatches(basis, grond)} gebied={gebied} />
      <Grenzen grenzen={listGrenzen(basis, gebied.id)} basis={basis} />
      <Ingevuld vraag={vraag} gebied={gebied} basis={basis} />
      <Erbij vraag={vraag} gebied={gebied} basis={basis} verschuivingen={verschuivingen} />
    </Page>
  );
}

function Fouten({ fouten }: Pick<Props, "fouten">) {
  return (
    <Notice titel="Dit konden we niet lezen" bovenaan kies>
      <ul>
        {fouten.map((tekst) => (
          <li>{tekst}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Keuze({ basis, vraag, grond }: Pick<Props, "basis" | "vraag" | "grond">) {
  return (
    <form method="get" action="/pakket">
      <div class="velden">
        <SelectField
          naam="regio"
          label="Regio"
          waarde={vraag.regio}
          leeg="Kies een regio"
          opties={regioOpties(basis)}
          hint="Tussen haakjes het aantal gemeenten"
        />
        <TextField
          naam="op"
          label="Datum of periode"
          waarde={vraag.op}
          hint="Het laatste cijfer tot en met die dag telt"
        />
        <SelectField
          naam="eigen"
          label="Uw gemeente"
          waarde={vraag.eigen ?? ""}
          leeg="Geen"
          opties={grond.gebied.eenheden
            .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
            .map(({ id, naam }) => ({ waarde: id, label: naam }))}
          hint="Haar regel staat dan bovenaan"
        />
      </div>
      <Verborgen vraag={vraag} zonder={["regio", "op", "eigen"]} />
      <button type="submit">Toon</button>
    </form>
  );
}
