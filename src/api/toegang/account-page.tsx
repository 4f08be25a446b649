import { formatMoment } from "#domain/notatie.ts";
import { type Mandaat, ROLNAMEN, type Wie } from "#domain/toegang.ts";
import type { Sessie } from "#storage/sessie.repository.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page } from "../page/layout.tsx";
import { Takenlijst } from "../page/takenlijst.tsx";
import { describeApparaat } from "./apparaat.ts";

type Props = {
  readonly frame: Frame;
  readonly wie: Wie;
  /** What one may do, in words. */
  readonly mag: readonly string[];
  readonly sessies: readonly Sessie[];
  /** The session in which one looks at this. */
  readonly hier: string | undefined;
};

/** Who one is here, for whom one acts until when, and where one is signed in. */
export function AccountPage({ frame, wie, mag, sessies, hier }: Props) {
  return (
    <Page frame={frame} titel="Uw account">
      <h1>Uw account</h1>
      <p class="inleiding">U bent aangemeld als {wie.naam}.</p>
      <form method="post" action="/afmelden">
        <button type="submit" class="rustig">
          Meld af
        </button>
      </form>
      <Mandaten wie={wie} />
      <Werkt wie={wie} />
      <h2>Wat u vandaag mag</h2>
      {mag.length === 0 ? (
        <p>U handelt vandaag voor geen enkele organisatie. U ziet wat openbaar is.</p>
      ) : (
        <ul>
          {mag.map((what) => (
            <li>{what}</li>
          ))}
        </ul>
      )}
      <h2>Bij uw account</h2>
      <Takenlijst taken={BIJ_UW_ACCOUNT} />
      <Sessies sessies={sessies} hier={hier} />
    </Page>
  );
}

const BIJ_UW_ACCOUNT = [
  {
    href: "/account/meldingen",
    naam: "Kies wat u op de startpagina ziet",
    wat: "Meteen, in een dagoverzicht, of niet.",
  },
  {
    href: "/geschiedenis",
    naam: "Geschiedenis",
    wat: "Wat er veranderde aan het werk van uw organisatie, en wat u zelf deed.",
  },
  {
    href: "/wie-mag-wat",
    naam: "Wie mag wat",
    wat: "Welk orgaan waarover besluit, en wat elke rol hier mag.",
  },
];

function Mandaten({ wie }: Pick<Props, "wie">) {
  const { namens, nietVandaag = [] } = wie;
  if (namens.length + nietVandaag.length === 0) return null;
  return (
    <DataTable id="mandaten" titel="Voor wie u handelt" klasse="woorden">
      <thead>
        <tr>
          <th scope="col">organisatie</th>
          <th scope="col">als</th>
          <th scope="col">van</th>
          <th scope="col">tot en met</th>
          <th scope="col">vandaag</th>
        </tr>
      </thead>
      <tbody>
        {[...namens, ...nietVandaag].map((mandaat) => (
          <Mandaatrij mandaat={mandaat} vandaag={namens.includes(mandaat)} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Mandaatrij({
  mandaat: { organisatie, rol, van, tot },
  vandaag,
}: {
  readonly mandaat: Mandaat;
  readonly vandaag: boolean;
}) {
  const end = tot ?? organisatie.tot;
  return (
    <tr>
      <th scope="row">
        {vandaag ? (
          <a href={`/organisaties/${organisatie.id}`}>{organisatie.naam}</a>
        ) : (
          organisatie.naam
        )}
      </th>
      <td data-kop="als">{ROLNAMEN[rol]}</td>
      <td data-kop="van">{formatMoment(van)}</td>
      <td data-kop="tot en met">{end === undefined ? "geen einddatum" : formatMoment(end)}</td>
      <td data-kop="vandaag">{vandaag ? "telt" : "telt niet"}</td>
    </tr>
  );
}

/** Who acts for several bodies says for which one they work: what they make is of that one. */
function Werkt({ wie: { namens } }: Pick<Props, "wie">) {
  const bodies = new Map(namens.map(({ organisatie }) => [organisatie.id, organisatie.naam]));
  const [first] = bodies.values();
  if (bodies.size < 2) return null;
  return (
    <form method="post" action="/account/namens">
      <p>
        Wat u nu maakt of inlevert, is van <strong>{first}</strong>.
      </p>
      <div class="velden">
        <div class="veld">
          <label for="namens">Werk in deze browser voor</label>
          <select id="namens" name="organisatie">
            {[...bodies].map(([id, naam]) => (
              <option value={id}>{naam}</option>
            ))}
          </select>
        </div>
      </div>
      <button type="submit">Werk hiervoor</button>
    </form>
  );
}

function Sessies({ sessies, hier }: Pick<Props, "sessies" | "hier">) {
  return (
    <section aria-labelledby="aangemeld">
      <h2 id="aangemeld">Waar u bent aangemeld</h2>
      <DataTable id="sessies" titel="Kent u er een niet? Meld die hier af." klasse="woorden">
        <thead>
          <tr>
            <th scope="col">browser</th>
            <th scope="col">sinds</th>
            <th scope="col">laatst gebruikt</th>
            <th scope="col">afmelden</th>
          </tr>
        </thead>
        <tbody>
          {sessies.map(({ id, apparaat, gemaaktOp, gezienOp }) => (
            <tr>
              <th scope="row">
                {describeApparaat(apparaat)}
                {id === hier && " (deze browser)"}
              </th>
              <td data-kop="sinds">{formatTijd(gemaaktOp)}</td>
              <td data-kop="laatst gebruikt">{formatTijd(gezienOp)}</td>
              <td>
                <form method="post" action={`/account/sessies/${id}/afmelden`}>
                  <button
                    type="submit"
                    class="stil"
                    aria-label={`Meld af: ${describeApparaat(apparaat)}, sinds ${formatTijd(gemaaktOp)}`}
                  >
                    Meld af
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <form method="post" action="/account/afmelden-overal">
        <button type="submit" class="rustig">
          Meld overal af
        </button>
      </form>
    </section>
  );
}

const TIJD = new Intl.DateTimeFormat("nl-NL", {
  ...{ day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
  timeZone: "Europe/Amsterdam",
});

function formatTijd(moment: Date): string {
  return TIJD.format(moment);
}
