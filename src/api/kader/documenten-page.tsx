import type { RegieDocument } from "#domain/document.ts";
import { documentnaam } from "#domain/document.ts";
import { ONDERWERPEN, SOORTEN, type Soort } from "#domain/kop.ts";
import type { Basis } from "#services/basis.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { documentAdres } from "../adres.ts";
import { SelectField, TextField } from "../page/fields.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import type { Documentfilter } from "./documentfilter.ts";
import { shorten } from "./shorten.ts";
import { describeBron, statusVan } from "./status.tsx";

const KOPPEN: Readonly<Record<Soort, { readonly titel: string; readonly vraag: string }>> = {
  verdeling: { titel: "Verdelingen", vraag: "Wie neemt welk deel?" },
  indeling: { titel: "Indelingen", vraag: "Welke gemeenten vormen welke regio?" },
  toets: { titel: "Toetsen", vraag: "Is het zo?" },
  rangorde: { titel: "Rangordes", vraag: "Wie gaat voor?" },
  traject: { titel: "Trajecten", vraag: "Wat moet er gebeuren voor het besloten is?" },
  kader: { titel: "Kaders", vraag: "Wat is er afgesproken?" },
  indicator: { titel: "Indicatoren", vraag: "Wat betekent dit cijfer?" },
};

/** What is agreed first, what the figures mean last. */
export const SOORTVOLGORDE: readonly Soort[] = [
  "verdeling",
  ...SOORTEN.filter((soort) => soort !== "verdeling" && soort !== "indicator"),
  "indicator",
];

type Props = {
  readonly documenten: readonly RegieDocument[];
  readonly zin: Zinmaker;
  readonly basis: Basis;
};
type Pageprops = Props & { readonly frame: Frame; readonly filter: Documentfilter };

/** Every document there is, by soort, each as the sentence it is. */
export function DocumentenPage({ frame, filter, ...props }: Pageprops) {
  const { documenten } = props;
  const there = SOORTVOLGORDE.filter((soort) => documenten.some((one) => one.soort === soort));
  return (
    <Page frame={frame} titel="Documenten" deel="/documenten">
      <h1>Documenten</h1>
      <p class="inleiding">
        Een afspraak is een document dat de computer kan uitvoeren. Hieronder staat elk document als
        de zin die het is.
      </p>
      <p class="knoppen">
        <a class="knop" href="/documenten/nieuw">
          Begin een document
        </a>
        <a href="/documenten/eigen">Eigen documenten</a>
      </p>
      <Filterform filter={filter} />
      <p role="status">{countText(documenten.length, filter)}</p>
      <p>
        {there.map((soort, i) => (
          <>
            {i > 0 && " · "}
            <a href={`#${soort}`}>{KOPPEN[soort].titel}</a>
          </>
        ))}
      </p>
      {SOORTVOLGORDE.map((soort) => (
        <DocumentsOf soort={soort} {...props} />
      ))}
    </Page>
  );
}

function countText(aantal: number, filter: Documentfilter): string {
  const asked = Object.values(filter).some((text) => text !== "");
  if (!asked) return `${aantal} documenten.`;
  if (aantal === 0) return "Geen document past hierbij. Haal een van de keuzes weg.";
  return aantal === 1 ? "1 document past hierbij." : `${aantal} documenten passen hierbij.`;
}

const SPOREN = ["1 woningen", "2 toewijzing", "3 zorg", "4 samenwerking"];

function Filterform({ filter }: { readonly filter: Documentfilter }) {
  const asOption = (waarde: string) => ({ waarde, label: waarde });
  return (
    <search aria-label="Zoek in de documenten">
      <form method="get">
        <div class="velden">
          <TextField
            naam="zoek"
            label="Zoek"
            waarde={filter.zoek}
            hint="een woord uit titel, zin of bron"
          />
          <SelectField
            naam="soort"
            label="Soort"
            waarde={filter.soort}
            hint="wat voor afspraak"
            leeg="Alle soorten"
            opties={SOORTVOLGORDE.map((soort) => ({ waarde: soort, label: KOPPEN[soort].titel }))}
          />
          <SelectField
            naam="onderwerp"
            label="Onderwerp"
            waarde={filter.onderwerp}
            hint="waar het over gaat"
            leeg="Alle onderwerpen"
            opties={ONDERWERPEN.map(asOption)}
          />
          <SelectField
            naam="spoor"
            label="Spoor"
            waarde={filter.spoor}
            hint="welke van de vier"
            leeg="Alle sporen"
            opties={SPOREN.map((label) => ({ waarde: label.slice(0, 1), label }))}
          />
          <SelectField
            naam="van"
            label="Waar het vandaan komt"
            waarde={filter.van}
            hint="geschreven of meegekomen"
            leeg="Overal vandaan"
            opties={[
              { waarde: "eigen", label: "van deze server zelf" },
              { waarde: "bibliotheek", label: "meegeleverd" },
            ]}
          />
        </div>
        <button type="submit" class="stil">
          Zoek
        </button>
      </form>
    </search>
  );
}

/** The documents of one soort under their own heading; nothing where there are none. */
export function DocumentsOf({ soort, documenten, zin, basis }: Props & { readonly soort: Soort }) {
  const own = documenten
    .filter((document) => document.soort === soort)
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
  const { titel, vraag } = KOPPEN[soort];
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={soort}>
      <h2 id={soort}>
        {titel} <span class="vraag">{vraag}</span>
      </h2>
      <ul class="lijst">
        {own.map((document) => (
          <li>
            <div>
              <a href={documentAdres(document.versie > 1 ? documentnaam(document) : document.id)}>
                {document.titel}
              </a>
              <p class="klein">{statusVan(basis, document)}</p>
            </div>
            <div>
              <p>{shorten(zinAlsTekst(zin(document)))}</p>
              <p class="klein">Bron: {describeBron(document.bron)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
