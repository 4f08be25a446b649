import { formatDuur } from "#domain/notatie.ts";
import type { Duur } from "#domain/peildatum.ts";
import { CONCEPTDAGEN } from "#services/inlevering/inlevering.service.ts";
import type { Uitgever } from "#services/opendata/uitgever.ts";
import { BEWAARDAGEN } from "#services/rekenversie/termijn.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { Contact } from "./contact.tsx";

type Props = {
  readonly frame: Frame;
  readonly uitgever: Uitgever;
  /** Whether people sign in here. */
  readonly accounts: boolean;
  /** How long lines of the access log stay, where somebody chose that. */
  readonly bewaren?: Duur | undefined;
};

type Bewaard = readonly [wat: string, waarvoor: string, hoelang: string];

const ALTIJD: readonly Bewaard[] = [
  [
    "Wat u invult om iets uit te rekenen",
    "Het staat in het adres van de pagina, zodat u dezelfde uitkomst terugvindt en kunt delen.",
    "De server bewaart het niet.",
  ],
  [
    "Een levering van cijfers: wie haar inleverde (zoals u dat invult), de bron en de cijfers",
    "Bij elk cijfer staat waar het vandaan komt.",
    `Niet overgenomen: ${CONCEPTDAGEN} dagen. Overgenomen: zolang het cijfer er staat.`,
  ],
  [
    "Een bewaarde versie van een rekenblad, met wat u erbij schrijft",
    "Om later verder te gaan, en om met anderen te bespreken.",
    `${BEWAARDAGEN.concept} dagen; klaar voor bespreking: ${BEWAARDAGEN["klaar voor bespreking"]} dagen. Daarna verdwijnt de inhoud vanzelf.`,
  ],
  [
    "Eigen documenten, woordenlijsten en bevroren uitkomsten",
    "Een afspraak moet later na te rekenen zijn.",
    "Tot iemand ze weggooit; een bevroren uitkomst blijft.",
  ],
  [
    "Opmerkingen in een correctieronde, met de naam die iemand erbij invult",
    "Een gemeente kan zeggen dat een cijfer over haar niet klopt.",
    "Zolang de versie bestaat waar zij bij hoort.",
  ],
  [
    "Een cookie per levering waar u mee bezig bent",
    "Alleen uw browser kan dan verder met die levering.",
    `${CONCEPTDAGEN} dagen.`,
  ],
  [
    "Het logboek: tijdstip, soort pagina, of het lukte en hoe lang het duurde",
    "Om storingen te vinden. Er staat geen naam, geen adres en niets van wat u invulde in.",
    "Dat bepaalt wie deze installatie beheert.",
  ],
  [
    "Het netwerkadres waar een vraag vandaan komt",
    "Om te tellen hoe vaak iemand per minuut iets zwaars vraagt. Alleen in het geheugen.",
    "Hoogstens een minuut. Een server die ervoor staat, kan zelf meer bewaren.",
  ],
];

const metAccounts = (bewaren: Duur | undefined): readonly Bewaard[] => [
  [
    "Uw naam en e-mailadres, zoals uw organisatie ze doorgeeft bij het aanmelden",
    "Om te weten wie u bent. Een wachtwoord komt hier nooit.",
    "Zolang u hier toegang hebt, en daarna zolang er iets staat dat u deed.",
  ],
  [
    "Namens welke organisatie u iets mag, van wanneer tot wanneer",
    "Wie bevoegd was op de dag van een besluit, moet later vast te stellen zijn.",
    "Blijvend: een mandaat eindigt, het verdwijnt niet.",
  ],
  [
    "Dat iemand uw accountgegevens bekeek: wanneer en waarvoor. Niet wie keek en niet wat er stond; wie u bent, staat er als kenmerk dat alleen met een sleutel buiten de database te herleiden is",
    "U kunt vragen waarvoor uw gegevens zijn gebruikt (Logboek Dataverwerkingen 1.0). Lukt het schrijven niet, dan worden de gegevens niet getoond.",
    bewaren
      ? `${formatDuur(bewaren)}. Een regel wordt nooit veranderd.`
      : "Blijvend: wie deze installatie beheert, koos geen termijn. Een regel wordt nooit veranderd.",
  ],
  [
    "Dat u een document open hebt om het te bewerken, met uw naam en organisatie",
    "Wie het document mag zien, weet dan dat u er ook mee bezig bent.",
    "Tot u de pagina sluit; hoogstens een minuut daarna.",
  ],
  [
    "Een cookie zolang u bent aangemeld",
    "Alleen daarvoor. Het volgt u niet en zegt niets aan anderen.",
    "Tot u zich afmeldt, of tot de sessie verloopt.",
  ],
  [
    "Een cookie met de organisatie waarvoor u werkt, als u er meer hebt",
    "Wat u maakt komt dan bij die organisatie.",
    "Een jaar, of tot u een andere kiest.",
  ],
];

/** What is kept, why and for how long: what the program does, and no more than that. */
export function PrivacyPage({ frame, uitgever, accounts, bewaren }: Props) {
  const rows = accounts ? [...ALTIJD, ...metAccounts(bewaren)] : ALTIJD;
  return (
    <Page frame={frame} titel="Privacy">
      <h1>Privacy</h1>
      <p class="inleiding">
        Woonregie gaat over gemeenten, woningen en afspraken, niet over u. Dit bewaart zij toch, en
        waarom.
      </p>
      {!accounts && <p>Op deze installatie meldt niemand zich aan: er zijn geen accounts.</p>}
      <DataTable id="bewaard" titel="Wat wij bewaren" klasse="woorden">
        <thead>
          <tr>
            <th scope="col">wat</th>
            <th scope="col">waarvoor</th>
            <th scope="col">hoe lang</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([wat, waarvoor, hoelang]) => (
            <tr>
              <th scope="row">{wat}</th>
              <td data-kop="waarvoor">{waarvoor}</td>
              <td data-kop="hoe lang">{hoelang}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {accounts && <Verwerkingen />}
      <h2>Wat wij niet doen</h2>
      <ul>
        <li>Niemand volgen: geen statistieken van bezoekers en niets van andere sites.</li>
        <li>Iets over u aan anderen geven of verkopen.</li>
        <li>
          Iets over u meesturen als de server cijfers ophaalt bij bijvoorbeeld het CBS of PDOK.
        </li>
      </ul>
      <h2>Kleine aantallen</h2>
      <p>
        Een aantal mensen dat zo klein is dat u ze zou kunnen herkennen, tonen wij aan niemand. Ook
        niet in een bestand of aan een programma.
      </p>
      <h2>Uw rechten</h2>
      <p>
        U mag vragen wat er over u staat, en het laten verbeteren of weghalen als dat kan. Wie deze
        installatie aanbiedt, is daarvoor verantwoordelijk:
      </p>
      <Contact uitgever={uitgever} />
      <p>
        Komt u er samen niet uit, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.
      </p>
    </Page>
  );
}

/** Each by the name that a line of the access log points to. */
function Verwerkingen() {
  return (
    <>
      <h2>Waarvoor mensen accountgegevens bekijken</h2>
      <dl class="kenmerken">
        <dt id="accounts-beheren">Accounts beheren</dt>
        <dd>
          Wie voor een organisatie handelt, ziet wie dat nog meer doet, in welke rol en tot wanneer.
          Een beheerder ziet er het e-mailadres bij, om mensen uit te nodigen.
        </dd>
        <dt id="eigen-account-inzien">Het eigen account inzien</dt>
        <dd>U ziet uw eigen naam, voor wie u handelt en waar u bent aangemeld.</dd>
      </dl>
    </>
  );
}
