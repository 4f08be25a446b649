import type { Child } from "hono/jsx";
import { formatMoment } from "#domain/notatie.ts";
import type { Ingevuld } from "#services/toegang/beheer-invoer.ts";
import type { Organisatiebeeld } from "#services/toegang/organisatiebeeld.ts";
import { Termvelden, Veld } from "./organisatie-velden.tsx";

type Kringprops = { readonly beeld: Organisatiebeeld; readonly fouten: Child };

/** The circles of a body: who is in them, and for whoever may, how that changes. */
export function Kringen({ beeld, fouten }: Kringprops) {
  const { organisatie, kringen, mag } = beeld;
  return (
    <section id="kringen" aria-labelledby="kringen-kop">
      <h2 id="kringen-kop">Kringen</h2>
      <p>
        Met een kring deelt u een versie of een lijst: wie erin zit, ziet die. Een organisatie in
        een kring is iedereen die vandaag voor haar handelt.
      </p>
      {fouten}
      {kringen.length === 0 && <p>Er is nog geen kring.</p>}
      {kringen.map((kring) => (
        <Kringdeel beeld={beeld} kring={kring} />
      ))}
      {mag.kringen && (
        <form method="post" action={`/organisaties/${organisatie.id}/kringen`}>
          <div class="velden">
            <Veld
              naam="naam"
              id="kring-naam"
              label="Naam van een nieuwe kring"
              ingevuld={{}}
              verplicht
            />
          </div>
          <button type="submit">Maak kring</button>
        </form>
      )}
    </section>
  );
}

type Kring = Organisatiebeeld["kringen"][number];

function Kringdeel({ beeld, kring }: { readonly beeld: Organisatiebeeld; readonly kring: Kring }) {
  const base = `/organisaties/${beeld.organisatie.id}/kringen/${kring.id}`;
  return (
    <section aria-labelledby={`kring-${kring.id}`}>
      <h3 id={`kring-${kring.id}`}>{kring.naam}</h3>
      {kring.leden.length === 0 ? (
        <p>Er zit niemand in.</p>
      ) : (
        <ul>
          {kring.leden.map(({ id, naam }) => (
            <li>
              {naam}{" "}
              {beeld.mag.kringen && (
                <form class="inregel" method="post" action={`${base}/leden/${id}/verwijderen`}>
                  <button class="stil" type="submit" aria-label={`Haal ${naam} uit ${kring.naam}`}>
                    Haal weg
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {beeld.mag.kringen && <Erbij beeld={beeld} kring={kring} base={base} />}
    </section>
  );
}

type Erbijprops = {
  readonly beeld: Organisatiebeeld;
  readonly kring: Kring;
  readonly base: string;
};

function Erbij({ beeld: { organisaties, leden, organisatie }, kring, base }: Erbijprops) {
  const people = new Map(
    leden
      .filter(({ beeindigd, uitgeschakeld }) => beeindigd === undefined && !uitgeschakeld)
      .map(({ persoon, naam }) => [persoon, naam]),
  );
  return (
    <>
      <form method="post" action={`${base}/leden`}>
        <div class="velden">
          <div class="veld">
            <label for={`erbij-${kring.id}`}>Wie erbij in {kring.naam}</label>
            <select id={`erbij-${kring.id}`} name="lid">
              <optgroup label="Organisaties">
                {organisaties.map(({ id, naam }) => (
                  <option value={`organisatie:${id}`}>{naam}</option>
                ))}
              </optgroup>
              <optgroup label={`Mensen van ${organisatie.naam}`}>
                {[...people].map(([id, naam]) => (
                  <option value={`persoon:${id}`}>{naam}</option>
                ))}
              </optgroup>
            </select>
          </div>
        </div>
        <button type="submit">Voeg toe</button>
      </form>
      <form method="post" action={`${base}/sluiten`}>
        <button class="stil" type="submit" aria-label={`Sluit de kring ${kring.naam}`}>
          Sluit deze kring
        </button>
      </form>
    </>
  );
}

type Bestuursprops = Kringprops & { readonly ingevuld: Ingevuld };

/** The powers that others may use in the name of a gemeente; elsewhere there is nothing to show. */
export function Bestuursmandaten({ beeld, fouten, ingevuld }: Bestuursprops) {
  const { organisatie, gegeven, mag } = beeld;
  if (!mag.bestuursmandaat && gegeven.length === 0) return null;
  return (
    <section id="bestuursmandaten" aria-labelledby="bestuursmandaten-kop">
      <h2 id="bestuursmandaten-kop">Wat anderen namens deze gemeente mogen</h2>
      {fouten}
      {gegeven.length === 0 ? (
        <p>Nog niets.</p>
      ) : (
        <ul>
          {gegeven.map((mandaat) => (
            <Gegeven beeld={beeld} mandaat={mandaat} />
          ))}
        </ul>
      )}
      {mag.bestuursmandaat && (
        <form method="post" action={`/organisaties/${organisatie.id}/bestuursmandaten`}>
          <div class="velden">
            <div class="veld">
              <label for="bestuur-aan">Wie urgentieverklaringen mag afgeven</label>
              <select id="bestuur-aan" name="aan">
                {beeld.organisaties
                  .filter(({ soort }) => soort === "uitvoerder")
                  .map(({ id, naam }) => (
                    <option value={id} selected={ingevuld.aan === id}>
                      {naam}
                    </option>
                  ))}
              </select>
            </div>
            <Veld naam="stuk" label="Het besluit waarop dit rust" ingevuld={ingevuld} verplicht />
            <Termvelden beeld={beeld} ingevuld={ingevuld} id="bestuur" />
          </div>
          <button type="submit">Geef bestuursmandaat</button>
        </form>
      )}
    </section>
  );
}

function Gegeven({
  beeld,
  mandaat: { id, over, aan, van, tot, stuk },
}: {
  readonly beeld: Organisatiebeeld;
  readonly mandaat: Organisatiebeeld["gegeven"][number];
}) {
  const to = beeld.organisaties.find((body) => body.id === aan)?.naam ?? aan;
  const until = tot === undefined ? "" : ` tot en met ${formatMoment(tot)}`;
  return (
    <li>
      {to}: {over}, vanaf {formatMoment(van)}
      {until} ({stuk}){" "}
      {beeld.mag.bestuursmandaat && (
        <form
          class="inregel"
          method="post"
          action={`/organisaties/${beeld.organisatie.id}/bestuursmandaten/${id}/beeindigen`}
        >
          <button class="stil" type="submit" aria-label={`Beëindig het mandaat van ${to}`}>
            Beëindig
          </button>
        </form>
      )}
    </li>
  );
}
