import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { formatMoment } from "#domain/notatie.ts";
import { besluitnemer, type Vastgesteld, type Vaststelling } from "#domain/vaststelling.ts";
import type { Vaststelbeeld } from "#services/vaststelling/vaststelling.service.ts";
import { documentAdres } from "../adres.ts";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { Stuk, Vaststellingen } from "./vaststellingen.tsx";

type Ingevuld = Readonly<Record<string, string>>;

/** Where what was adopted is itself. */
function vastgesteldAdres(wat: Vastgesteld): string {
  return wat.soort === "versie"
    ? `/verdeling/versies/${wat.id}`
    : documentAdres(`${wat.id}@${wat.versie}`);
}

function Intro({ kenmerk, titel }: { readonly kenmerk: string; readonly titel: string }) {
  return (
    <>
      <p class="inleiding">
        Een bestuursorgaan stelt vast, niet Woonregie. Hier legt u vast dat het dat heeft gedaan,
        met het besluit erbij. Dat verandert nooit meer: alleen een ander besluit maakt er een eind
        aan.
      </p>
      <p>
        Het gaat alleen over <strong>{titel}</strong>. Een andere versie is dan niet vastgesteld.
      </p>
      <p class="klein">
        Kenmerk van deze versie: <span class="kenmerk">{kenmerk}</span>
      </p>
    </>
  );
}

type Vaststelprops = {
  readonly frame: Frame;
  readonly beeld: Vaststelbeeld;
  readonly bevoegdheden: ReadonlyMap<string, Bevoegdheid>;
  readonly vandaag: string;
  readonly ingevuld?: Ingevuld;
  readonly fouten?: readonly string[];
};

/** Records that a body adopted exactly this; or says, calmly, who may. */
export function VaststelPage(props: Vaststelprops) {
  const { frame, beeld, bevoegdheden, vandaag, ingevuld = {}, fouten = [] } = props;
  const { ding, vaststellingen, bevoegd, waarom } = beeld;
  const titel = `Besluit vastleggen: ${ding.titel}`;
  return (
    <Page
      frame={frame}
      titel={titel}
      deel={ding.wat.soort === "versie" ? "/verdeling" : "/documenten"}
    >
      <Path href={vastgesteldAdres(ding.wat)}>
        {ding.wat.soort === "versie" ? "Deze versie" : "Dit document"}
      </Path>
      <h1>{titel}</h1>
      <Fouten fouten={fouten} />
      <Intro kenmerk={ding.kenmerk} titel={ding.titel} />
      {vaststellingen.length > 0 && (
        <>
          <h2>Wat er al is vastgelegd</h2>
          <Vaststellingen {...{ vaststellingen, bevoegdheden }} />
        </>
      )}
      {waarom !== undefined && (
        <Notice titel="Een besluit hierover legt u niet vast" bovenaan>
          <p>{waarom}</p>
          <p>
            Ambtelijk werk bewaart u als versie, en u zet het klaar voor bespreking.{" "}
            <a href="/wie-mag-wat#organen">Welk orgaan waarover besluit</a>.
          </p>
        </Notice>
      )}
      {bevoegd.length > 0 && (
        <form method="post" enctype="multipart/form-data">
          <h2>Het besluit</h2>
          <div class="veld">
            <label for="onder">Wie besloot, en waarover</label>
            <select id="onder" name="onder" required>
              {bevoegd.length > 1 && <option value="">Kies</option>}
              {bevoegd.map(({ mandaat, over, orgaan, titel: wat }) => (
                <option
                  value={`${mandaat} ${over}`}
                  selected={ingevuld.onder === `${mandaat} ${over}`}
                >
                  {orgaan}: {wat}
                </option>
              ))}
            </select>
          </div>
          <Besluitvelden ingevuld={ingevuld} vandaag={vandaag} />
          <button type="submit">Leg dit besluit vast</button>
        </form>
      )}
    </Page>
  );
}

function Fouten({ fouten }: { readonly fouten: readonly string[] }) {
  if (fouten.length === 0) return null;
  return (
    <Notice titel="Er is nog niets vastgelegd" kies bovenaan>
      <ul>
        {fouten.map((tekst) => (
          <li>{tekst}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Veldenprops = { readonly ingevuld: Ingevuld; readonly vandaag: string };

/** The day of a decision and its document. */
function Besluitvelden({ ingevuld, vandaag }: Veldenprops) {
  return (
    <>
      <div class="veld">
        <label for="datum">Dag van het besluit</label>
        <input
          id="datum"
          name="datum"
          type="date"
          max={vandaag}
          value={ingevuld.datum ?? ""}
          required
        />
      </div>
      <Tekstveld naam="titel" label="Titel van het besluit" ingevuld={ingevuld} verplicht />
      <Tekstveld
        naam="kenmerk"
        label="Nummer van het besluit"
        hint="Zoals het orgaan het zelf noemt, bijvoorbeeld RV-2026-114."
        ingevuld={ingevuld}
        verplicht
      />
      <Tekstveld
        naam="link"
        label="Webadres van het besluit"
        hint="Waar iedereen het kan lezen. Staat het nergens, kies dan hieronder het bestand."
        ingevuld={ingevuld}
      />
      <div class="veld">
        <label for="bestand">Het bestand van het besluit</label>
        <span class="hint" id="bestand-hint">
          Wij bewaren alleen het kenmerk (sha256) van het bestand. Daaraan herkent u later of een
          bestand hetzelfde is.
        </span>
        <input id="bestand" name="bestand" type="file" aria-describedby="bestand-hint" />
      </div>
    </>
  );
}

type Tekstprops = {
  readonly naam: string;
  readonly label: string;
  readonly hint?: string;
  readonly ingevuld: Ingevuld;
  readonly verplicht?: boolean;
};

function Tekstveld({ naam, label, hint, ingevuld, verplicht }: Tekstprops) {
  return (
    <div class="veld">
      <label for={naam}>{label}</label>
      {hint && (
        <span class="hint" id={`${naam}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={naam}
        name={naam}
        type="text"
        value={ingevuld[naam] ?? ""}
        aria-describedby={hint ? `${naam}-hint` : undefined}
        required={verplicht}
        autocomplete="off"
      />
    </div>
  );
}

type Eenprops = {
  readonly frame: Frame;
  readonly vaststelling: Vaststelling;
  readonly titel: string;
  readonly bevoegdheden: ReadonlyMap<string, Bevoegdheid>;
  /** Whether who asks may end it. */
  readonly intrekbaar: boolean;
  readonly vandaag: string;
  readonly ingevuld?: Ingevuld;
  readonly fouten?: readonly string[];
};

/** One adoption with everything that was recorded of it, and how another decision ends it. */
export function VaststellingPage(props: Eenprops) {
  const { frame, vaststelling, titel, bevoegdheden, intrekbaar, vandaag } = props;
  const { ingevuld = {}, fouten = [] } = props;
  const { wat, kenmerk, over, datum, stuk, ingetrokken } = vaststelling;
  return (
    <Page
      frame={frame}
      titel={`Vastgesteld: ${titel}`}
      deel={wat.soort === "versie" ? "/verdeling" : "/documenten"}
    >
      <Path href={vastgesteldAdres(wat)}>
        {wat.soort === "versie" ? "Deze versie" : "Dit document"}
      </Path>
      <h1>
        {ingetrokken ? "Ingetrokken" : "Vastgesteld"}: {titel}
      </h1>
      <Fouten fouten={fouten} />
      <dl class="kenmerken">
        <dt>Wie besloot</dt>
        <dd>{besluitnemer(vaststelling)}</dd>
        <dt>Waarover</dt>
        <dd>{bevoegdheden.get(over)?.titel ?? over}</dd>
        <dt>Dag van het besluit</dt>
        <dd>{formatMoment(datum)}</dd>
        <dt>Waar het staat</dt>
        <dd>
          <Stuk stuk={stuk} />
        </dd>
        <dt>Wat precies is vastgesteld</dt>
        <dd>
          <a href={vastgesteldAdres(wat)}>{titel}</a>, kenmerk{" "}
          <span class="kenmerk">{kenmerk}</span>
        </dd>
        {ingetrokken && (
          <>
            <dt>Ingetrokken</dt>
            <dd>
              {formatMoment(ingetrokken.datum)}. <Stuk stuk={ingetrokken.stuk} />
            </dd>
          </>
        )}
      </dl>
      {intrekbaar && (
        <form
          method="post"
          action={`/vaststellingen/${vaststelling.id}/intrekken`}
          enctype="multipart/form-data"
        >
          <h2>Is dit ingetrokken bij een ander besluit?</h2>
          <p>Leg dat besluit vast. Wat eerder is vastgelegd, blijft te lezen.</p>
          <Besluitvelden ingevuld={ingevuld} vandaag={vandaag} />
          <button type="submit" class="rustig">
            Leg de intrekking vast
          </button>
        </form>
      )}
    </Page>
  );
}
