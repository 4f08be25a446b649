import { documentnaam } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { PAKKET } from "#services/pakket/onderdelen.ts";
import type { Verschuiving } from "#services/pakket/verschuivingen.service.ts";
import { KEUZE, type Pakketvraag } from "#services/pakket/vraag.ts";
import { SelectField, TextField } from "../page/fields.tsx";
import { describePath } from "../verdeling/namen.ts";
import { Verborgen } from "./verborgen.tsx";

type Props = {
  readonly vraag: Pakketvraag;
  readonly gebied: Rekengebied;
  readonly basis: Basis;
  readonly verschuivingen: readonly Verschuiving[];
};

/** Figures that stand in no table of the package and that its sections ask. */
const OOK = [
  "sociale-huur-in-regionaal-programma",
  "sociale-huur-gevraagd-door-regio",
  "behoefte-standplaatsen",
  "urgenten",
  "mutatiegraad",
];

/** Where somebody adds what they know: a figure, or a shift that was agreed. */
export function Erbij(props: Props) {
  return (
    <section aria-labelledby="kop-erbij" class="niet-afdrukken">
      <h2 id="kop-erbij">Zet er iets bij</h2>
      <p>
        Wat u invult, staat alleen in het adres van deze pagina. Niemand anders ziet het, tot u het
        adres deelt.
      </p>
      <Cijfer {...props} />
      <Ruil {...props} />
    </section>
  );
}

function Cijfer({ vraag, gebied, basis, verschuivingen }: Props) {
  const columns = PAKKET.flatMap(({ titel, kolommen }) =>
    kolommen.map(({ indicator, cel }) => ({ pad: [indicator, ...cel].join("."), groep: titel })),
  );
  const all = [...columns, ...OOK.map((pad) => ({ pad, groep: "Verder" }))];
  const open = verschuivingen.flatMap(({ document }) => openChoices(document));
  return (
    <form method="get" action="/pakket/erbij">
      <Verborgen vraag={vraag} />
      <fieldset>
        <legend>Een cijfer</legend>
        <div class="velden">
          <SelectField
            naam="wat"
            label="Welk cijfer?"
            waarde=""
            leeg="Kies een cijfer"
            opties={[...all.map(({ pad, groep }) => figureOption(basis, pad, groep)), ...open]}
            hint="Een cijfer dat ergens anders al wordt geleverd, hoeft u niet in te vullen"
          />
          <SelectField
            naam="waarvan"
            label="Van wie?"
            waarde={vraag.eigen ?? ""}
            leeg="De hele regio"
            opties={gemeenteOpties(gebied)}
            hint="Kies een gemeente, of laat het op de hele regio staan"
          />
          <TextField
            naam="hoeveel"
            label="Hoeveel?"
            waarde=""
            hint="Bijvoorbeeld 120, 100 tot 140, 5,5% of onbekend"
          />
        </div>
      </fieldset>
      <button type="submit">Zet het cijfer erbij</button>
    </form>
  );
}

function figureOption(basis: Basis, pad: string, groep: string) {
  const { titel, eenheid } = describePath(basis, pad);
  return { waarde: pad, label: `${titel} (${eenheid})`, groep };
}

/** Numbers that a document leaves to people, and without which there are no books. */
function openChoices({ id, titel, parameters }: Verdeling) {
  return Object.entries(parameters)
    .filter(([, { waarde }]) => waarde === undefined)
    .map(([naam, { eenheid }]) => ({
      waarde: `${KEUZE}${id}.${naam}`,
      label: `${naam.replaceAll("-", " ")} (${eenheid})`,
      groep: titel,
    }));
}

function Ruil({ vraag, gebied, basis, verschuivingen }: Props) {
  const documenten = verschuivingen
    .map(({ document }) => document)
    .filter(({ stappen }) => stappen.some(({ ruil }) => ruil));
  if (documenten.length === 0) return null;
  const tegen = PAKKET.find(({ id }) => id === "opvang")?.kolommen ?? [];
  return (
    <form method="get" action="/pakket/erbij">
      <Verborgen vraag={vraag} />
      <fieldset>
        <legend>Een afspraak tussen twee gemeenten</legend>
        <div class="velden">
          <SelectField
            naam="ruil-document"
            label="Van welke taak?"
            waarde=""
            leeg="Kies een taak"
            opties={documenten.map((item) => ({ waarde: documentnaam(item), label: item.titel }))}
            hint="Alleen taken waarvan de regels ruilen toestaan"
          />
          <SelectField
            naam="ruil-van"
            label="Wie geeft een deel af?"
            waarde=""
            leeg="Kies een gemeente"
            opties={gemeenteOpties(gebied)}
            hint="Bijvoorbeeld omdat zij opvang heeft"
          />
          <SelectField
            naam="ruil-naar"
            label="Wie neemt het over?"
            waarde=""
            leeg="Kies een gemeente"
            opties={gemeenteOpties(gebied)}
            hint="Zij krijgt er evenveel bij"
          />
          <TextField
            naam="ruil-aantal"
            label="Hoeveel?"
            waarde=""
            hint="In de eenheid van de taak"
          />
          <SelectField
            naam="ruil-tegen"
            label="Wat staat ertegenover?"
            waarde=""
            leeg="Niets, of iets anders"
            opties={tegen.map(({ indicator }) => ({
              waarde: indicator,
              label: describePath(basis, indicator).titel,
            }))}
            hint="Het komt dan bij de opvang van die gemeente te staan"
          />
        </div>
      </fieldset>
      <button type="submit">Zet de afspraak erbij</button>
    </form>
  );
}

function gemeenteOpties({ eenheden }: Rekengebied) {
  return eenheden
    .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
    .map(({ id, naam }) => ({ waarde: id, label: naam }));
}
