import type { Organisatie } from "#domain/toegang.ts";
import { PROEFSOORT, WEBHOOKSOORTEN, type Webhooksoort } from "#domain/webhook.ts";
import type { Webhookaanvraag, Webhookstand } from "#services/webhook/webhooks.service.ts";
import type { Webhookbericht } from "#storage/webhook.repository.ts";
import { DataTable } from "../page/data-table.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Tijd } from "../page/tijd.tsx";

/** A body with its webhooks. */
export type Beheerde = {
  readonly organisatie: Organisatie;
  readonly standen: readonly Webhookstand[];
};

/** What somebody filled in, and what was wrong with it. */
export type Ingevuld = { readonly aanvraag: Webhookaanvraag; readonly fouten: readonly string[] };

type Props = {
  readonly frame: Frame;
  readonly beheerde: readonly Beheerde[];
  /** Where messages may go; none: webhooks are off here. */
  readonly hosts: readonly string[];
  readonly ingevuld: Ingevuld | undefined;
};

const SOORTEN = Object.entries(WEBHOOKSOORTEN) as [Webhooksoort, string][];

/** The webhooks of the bodies that somebody looks after. */
export function WebhooksPage({ frame, beheerde, hosts, ingevuld }: Props) {
  return (
    <Page frame={frame} titel="Webhooks">
      <Path href="/apisleutels">Sleutels voor programma's</Path>
      <h1>Webhooks</h1>
      <p class="inleiding">
        Met een webhook hoort een programma van uw organisatie meteen dat er iets is gebeurd. Het
        bericht zegt alleen wat er gebeurde en op welk adres dat te zien is, nooit wat er staat.
      </p>
      {hosts.length === 0 && (
        <Notice titel="Webhooks staan uit op deze server" bovenaan>
          <p>
            Wie de server beheert, zet ze aan met de instelling <code>WOONREGIE_WEBHOOK_HOSTS</code>
            : de namen van de servers waar Woonregie berichten heen mag sturen.
          </p>
        </Notice>
      )}
      {ingevuld && (
        <Notice titel="De webhook is niet gemaakt" kies bovenaan>
          <ul>
            {ingevuld.fouten.map((fout) => (
              <li>{fout}</li>
            ))}
          </ul>
        </Notice>
      )}
      {beheerde.map(({ organisatie, standen }) => (
        <section>
          <h2>{organisatie.naam}</h2>
          {standen.length === 0 && <p>Er zijn nog geen webhooks.</p>}
          {standen.map((stand) => (
            <Hook {...stand} aan={hosts.length > 0} />
          ))}
          {hosts.length > 0 && (
            <MakeForm {...{ organisatie, hosts }} ingevuld={ingevuld?.aanvraag} />
          )}
        </section>
      ))}
    </Page>
  );
}

function Hook({ webhook, berichten, aan }: Webhookstand & { readonly aan: boolean }) {
  const { id, adres, soorten, gemaaktOp, uit } = webhook;
  return (
    <article aria-labelledby={`webhook-${id}`}>
      <h3 id={`webhook-${id}`} class="adres">
        {adres}
      </h3>
      <p>
        Krijgt bericht als {soorten.map((soort) => WEBHOOKSOORTEN[soort]).join("; of ")}. Gemaakt op{" "}
        <Tijd op={gemaaktOp.toISOString()} />.
      </p>
      {uit ? (
        <p>
          <strong>Staat uit</strong> sinds <Tijd op={uit.op.toISOString()} />. {uit.reden} Maak een
          nieuwe webhook als u weer berichten wilt.
        </p>
      ) : (
        <p class="knoppen">
          {aan && <Knop naar={`/webhooks/${id}/proef`} wat="Stuur een proef" bij={adres} />}{" "}
          <Knop naar={`/webhooks/${id}/geheim`} wat="Vervang het geheim" bij={adres} />{" "}
          <Knop naar={`/webhooks/${id}/uitzetten`} wat="Zet uit" bij={adres} />
        </p>
      )}
      <Sent {...{ webhook, berichten }} />
    </article>
  );
}

type Knopprops = { readonly naar: string; readonly wat: string; readonly bij: string };

function Knop({ naar, wat, bij }: Knopprops) {
  return (
    <form method="post" action={naar} class="inregel">
      <button type="submit" class="stil" aria-label={`${wat}: ${bij}`}>
        {wat}
      </button>
    </form>
  );
}

function Sent({ webhook, berichten }: Webhookstand) {
  if (berichten.length === 0) return <p>Er is nog niets verstuurd.</p>;
  const stil = webhook.uit !== undefined;
  return (
    <DataTable id={`berichten-${webhook.id}`} titel="De laatste berichten" klasse="woorden">
      <thead>
        <tr>
          {["bericht", "hoe het ging"].map((kop) => (
            <th scope="col">{kop}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {berichten.map((bericht) => (
          <tr>
            <th scope="row">
              {noemSoort(bericht.soort)}, <Tijd op={bericht.gemaaktOp.toISOString()} />
            </th>
            <td data-kop="hoe het ging">
              <Outcome {...{ bericht, stil }} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Outcome({ bericht, stil }: { readonly bericht: Webhookbericht; readonly stil: boolean }) {
  const { id, soort, uitkomst, pogingen, fout, volgendeOp } = bericht;
  const keer = `${pogingen} keer geprobeerd`;
  if (uitkomst === "gelukt") return <>aangekomen, {keer}</>;
  if (uitkomst === "opgegeven") {
    return (
      <>
        opgegeven, {keer}. {fout}{" "}
        {!stil && (
          <Knop naar={`/webhooks/berichten/${id}/opnieuw`} wat="Stuur opnieuw" bij={soort} />
        )}
      </>
    );
  }
  if (stil) return <>niet verstuurd: de webhook staat uit. {fout}</>;
  if (pogingen === 0) return <>wacht op versturen</>;
  return (
    <>
      nog niet aangekomen, {keer}. {fout} Opnieuw na <Tijd op={volgendeOp.toISOString()} />.
    </>
  );
}

function noemSoort(soort: string): string {
  if (soort === PROEFSOORT) return "een proef";
  return WEBHOOKSOORTEN[soort as Webhooksoort] ?? soort;
}

type FormProps = {
  readonly organisatie: Organisatie;
  readonly hosts: readonly string[];
  readonly ingevuld: Webhookaanvraag | undefined;
};

function MakeForm({ organisatie, hosts, ingevuld }: FormProps) {
  const own = ingevuld?.organisatie === organisatie.id ? ingevuld : undefined;
  const id = (naam: string) => `${naam}-${organisatie.id}`;
  return (
    <form method="post" action="/webhooks" class="formulier">
      <h3>Een webhook maken</h3>
      <input type="hidden" name="organisatie" value={organisatie.id} />
      <div class="veld">
        <label for={id("adres")}>Naar welk adres?</label>
        <span class="hint" id={id("adres-hint")}>
          Het begint met https:// en hoort bij {hosts.join(" of ")}
        </span>
        <input
          type="text"
          inputmode="url"
          id={id("adres")}
          name="adres"
          required
          aria-describedby={id("adres-hint")}
          maxlength={500}
          value={own?.adres}
        />
      </div>
      <fieldset>
        <legend>Waarvan wilt u bericht?</legend>
        {SOORTEN.map(([soort, naam]) => (
          <label class="vink">
            <input
              type="checkbox"
              id={id(soort)}
              name="soort"
              value={soort}
              checked={own?.soorten.includes(soort) ?? false}
            />
            {naam}
          </label>
        ))}
      </fieldset>
      <button type="submit">Maak de webhook</button>
    </form>
  );
}

type GeheimProps = { readonly frame: Frame; readonly adres: string; readonly geheim: string };

/** The one time that the secret of a webhook is shown. */
export function GeheimPage({ frame, adres, geheim }: GeheimProps) {
  return (
    <Page frame={frame} titel="Geheim van de webhook">
      <Path href="/webhooks">Webhooks</Path>
      <h1>Geheim van de webhook</h1>
      <p>
        Hiermee ziet de ontvanger op <span class="adres">{adres}</span> dat een bericht echt van
        deze server komt. U ziet het <strong>alleen nu</strong>. Bewaar het waar u ook wachtwoorden
        bewaart. Een eerder geheim van deze webhook geldt niet meer.
      </p>
      <p>
        <code id="geheim" class="adres">
          {geheim}
        </code>
      </p>
      <p>Kwijt of uitgelekt? Vervang het bij de webhook.</p>
    </Page>
  );
}
