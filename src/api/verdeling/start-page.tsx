import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import { ONDERWERPEN, type Onderwerp } from "#domain/kop.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { VOORBEELD } from "../begin/voorbeeld.ts";
import { describeBron, statusVan } from "../kader/status.tsx";
import { Begrippen } from "../page/begrippen.tsx";
import { SelectField } from "../page/fields.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { regioOpties } from "./regio-opties.ts";

/** The three questions before any number; what is not answered narrows nothing. */
export type Startvraag = {
  readonly regio: string;
  readonly onderwerp: string;
  readonly spoor: string;
};

type Props = {
  readonly frame: Frame;
  readonly basis: Basis;
  readonly zin: Zinmaker;
  readonly vraag: Startvraag;
};

/** Words that stand on this page, and on the sheet that follows. */
const NOEMT =
  "opgave, verdeelsleutel, mutatiegraad, aandachtsgroep, urgent, spoor, indeling, aanname";

/** Where exploring begins: which region, which group, which spoor; nothing is chosen beforehand. */
export function StartPage({ frame, basis, zin, vraag }: Props) {
  const asked = vraag.regio !== "" && (vraag.onderwerp !== "" || vraag.spoor !== "");
  const found = asked ? matching(basis, vraag) : [];
  return (
    <Page frame={frame} titel="Verdeling" deel="/verdeling">
      <h1>Verdeling verkennen</h1>
      <p class="inleiding">
        Leg verdeelsleutels naast elkaar en zie wat elke sleutel voor iedere gemeente doet. U kiest;
        het systeem rekent en laat zien waar elk getal vandaan komt.
      </p>
      <p>
        <a href={exampleAddress(basis)}>Open een voorbeeld: urgenten over de Drechtsteden</a>, met
        echte inwoners. Opgave en mutatiegraad zijn daar verzonnen en dat staat erbij. Of bekijk{" "}
        <a href="/documenten?soort=verdeling">alle verdelingen</a> als de zin die zij zijn, en{" "}
        <a href="/pakket">wat gemeenten al doen</a>.
      </p>
      <Questions basis={basis} vraag={vraag} />
      <Begrippen basis={basis} teksten={[NOEMT]} />
      {asked && <Found found={found} vraag={vraag} basis={basis} zin={zin} />}
    </Page>
  );
}

function Questions({ basis, vraag }: Pick<Props, "basis" | "vraag">) {
  const onderwerpen = topics(basis).map((naam) => ({ waarde: naam, label: TITELS[naam] }));
  return (
    <form method="get" action="/verdeling">
      <div class="velden">
        <SelectField
          naam="regio"
          label="Welke regio, volgens welke indeling?"
          waarde={vraag.regio}
          leeg="Kies een regio"
          opties={regioOpties(basis)}
          hint="Welke gemeenten erbij horen, staat niet overal vast; dat staat dan op het rekenblad"
        />
        <SelectField
          naam="onderwerp"
          label="Welke groep?"
          waarde={vraag.onderwerp}
          leeg="Kies een groep"
          opties={onderwerpen}
          hint="Wettelijk urgenten zijn een andere groep dan alle aandachtsgroepen"
        />
        <SelectField
          naam="spoor"
          label="Welk spoor?"
          waarde={vraag.spoor}
          leeg="Kies een spoor"
          opties={[
            { waarde: "1", label: "1: woningen erbij" },
            { waarde: "2", label: "2: woningen die vrijkomen toewijzen" },
          ]}
          hint="Spoor 1 voegt woningen toe, spoor 2 verdeelt wat vrijkomt; nooit in één tabel"
        />
      </div>
      <button type="submit">Zoek verdelingen</button>
    </form>
  );
}

type FoundProps = Pick<Props, "basis" | "vraag" | "zin"> & { readonly found: readonly Verdeling[] };

function Found({ found, vraag, basis, zin }: FoundProps) {
  if (found.length === 0) {
    return (
      <section aria-labelledby="gevonden">
        <h2 id="gevonden">Geen verdeling gevonden</h2>
        <p>
          Er is nog geen verdeling voor deze groep in dit spoor. Kies een ander spoor of een andere
          groep, of bekijk <a href="/documenten#verdeling">alle verdelingen</a>.
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="gevonden">
      <h2 id="gevonden">
        {found.length === 1 ? "1 verdeling" : `${found.length} verdelingen`}, op alfabet
      </h2>
      <ul class="lijst">
        {found.map((document) => (
          <li>
            <div>
              <a href={verkenAdres(sheetFor(document, vraag, basis))}>{document.titel}</a>
              <p class="klein">{statusVan(basis, document)}</p>
            </div>
            <div>
              <p>{zinAlsTekst(zin(document))}</p>
              <p class="klein">Bron: {describeBron(document.bron)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function matching({ bibliotheek }: Basis, { onderwerp, spoor }: Startvraag): readonly Verdeling[] {
  return bibliotheek
    .list()
    .filter((document): document is Verdeling => document.soort === "verdeling")
    .filter((document) => onderwerp === "" || document.onderwerp === onderwerp)
    .filter((document) => spoor === "" || document.spoor?.toString() === spoor)
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function topics({ bibliotheek }: Basis): readonly Onderwerp[] {
  const used = new Set(
    bibliotheek
      .list()
      .flatMap((document) => (document.soort === "verdeling" ? [document.onderwerp] : [])),
  );
  return ONDERWERPEN.filter((onderwerp) => used.has(onderwerp));
}

const TITELS: Readonly<Record<Onderwerp, string>> = {
  woningbouw: "Woningbouw, alle groepen",
  betaalbaarheid: "Betaalbare woningen",
  aandachtsgroepen: "Alle aandachtsgroepen",
  ouderen: "Ouderen (vooral een lokale opgave)",
  urgenten: "Wettelijk urgenten",
  uitstroom: "Uitstroom uit een instelling",
  vergunninghouders: "Vergunninghouders",
  arbeidsmigranten: "Arbeidsmigranten",
  studenten: "Studenten",
  woonwagens: "Woonwagenbewoners",
  doorstroming: "Doorstromers",
  zorg: "Zorg en ondersteuning",
  samenwerking: "Samenwerking",
  toezicht: "Toezicht",
  indeling: "Regio-indeling",
  algemeen: "Algemeen",
};

function sheetFor(document: Verdeling, { regio }: Startvraag, { kennis }: Basis): Blad {
  return {
    document: document.versie > 1 ? documentnaam(document) : document.id,
    regio,
    op: kennis.peildatum ?? "2026-01-01",
    naast: [],
    cijfers: new Map(),
    keuzes: new Map(),
    wijzigingen: new Map(),
    voorbeeld: false,
  };
}

/** Real inwoners; opgave and mutatiegraad made up, and marked so wherever they show. */
function exampleAddress({ kennis }: Basis): string {
  return verkenAdres({
    ...VOORBEELD,
    document: "urgenten-bovengrens",
    naast: ["sleutel-inwoners@1", "sleutel-sociale-huur@1"],
    op: kennis.peildatum ?? "2026-01-01",
  });
}
