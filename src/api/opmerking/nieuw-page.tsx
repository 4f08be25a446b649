import type { Opmerkingvraag, Veldfout } from "#services/opmerking/opmerking.service.ts";
import { SelectField, TextArea, TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";

type Keuze = { readonly waarde: string; readonly label: string };

type Props = {
  readonly frame: Frame;
  readonly vraag: Opmerkingvraag;
  readonly fouten: readonly Veldfout[];
  /** The gemeenten that have an account here: others could never see it. */
  readonly gemeenten: readonly Keuze[];
  /** The circles that who asks is in. */
  readonly kringen: readonly Keuze[];
};

/** Where somebody writes a remark about a gemeente; who sees it later is theirs to choose. */
export function NieuwPage({ frame, vraag, fouten, gemeenten, kringen }: Props) {
  const at = (veld: Veldfout["veld"]) => fouten.find((fout) => fout.veld === veld)?.tekst;
  const withFault = (veld: Veldfout["veld"]) => {
    const fout = at(veld);
    return fout === undefined ? {} : { fout };
  };
  return (
    <Page frame={frame} titel="Maak een opmerking over een gemeente" deel="/toezicht">
      <Path href="/opmerkingen">Opmerkingen over gemeenten</Path>
      <h1>Maak een opmerking over een gemeente</h1>
      <p class="inleiding">
        De gemeente ziet uw opmerking als eerste. Pas als zij haar heeft gezien, zien ook degenen
        haar die u hieronder kiest, met het antwoord van de gemeente ernaast.
      </p>
      {fouten.length > 0 && <Fouten fouten={fouten} />}
      <form method="post" action="/opmerkingen/nieuw">
        <div class="velden">
          <SelectField
            naam="gemeente"
            label="Gemeente"
            waarde={vraag.gemeente}
            leeg="Kies een gemeente"
            opties={gemeenten}
            hint="Gemeenten die hier een account hebben"
            {...withFault("gemeente")}
          />
          <TextField
            naam="waarover"
            label="Waar het over gaat"
            waarde={vraag.waarover}
            hint="In een paar woorden, bijvoorbeeld: aantal sociale huurwoningen in 2025"
            {...withFault("waarover")}
          />
          <TextField
            naam="adres"
            label="Op welke pagina dat staat"
            waarde={vraag.adres}
            hint="Plak het adres uit uw browser. Leeg: de pagina van de gemeente"
            {...withFault("adres")}
          />
        </div>
        <TextArea
          naam="tekst"
          label="Opmerking"
          waarde={vraag.tekst}
          hint="Schrijf geen namen of gegevens van personen. Een opmerking verandert niet meer."
          fout={at("tekst")}
        />
        <fieldset class="keuzes">
          <legend>Wie ziet haar, nadat de gemeente haar heeft gezien?</legend>
          {DELINGEN.filter(({ waarde }) => waarde !== "kring" || kringen.length > 0).map(
            ({ waarde, label }) => (
              <label>
                <input
                  type="radio"
                  name="zichtbaarheid"
                  value={waarde}
                  checked={waarde === vraag.zichtbaarheid}
                />{" "}
                {label}
              </label>
            ),
          )}
        </fieldset>
        {kringen.length > 0 && (
          <SelectField
            naam="kring"
            label="Welke kring"
            waarde={vraag.kring ?? ""}
            leeg="Kies een kring"
            opties={kringen}
            hint="Alleen als u hierboven een kring koos"
            {...withFault("kring")}
          />
        )}
        <button type="submit">Leg voor aan de gemeente</button>
      </form>
    </Page>
  );
}

const DELINGEN: readonly Keuze[] = [
  { waarde: "organisatie", label: "alleen de gemeente en mijn organisatie" },
  { waarde: "kring", label: "ook een kring" },
  { waarde: "regio", label: "ook iedereen met een account" },
  { waarde: "openbaar", label: "iedereen" },
];

function Fouten({ fouten }: Pick<Props, "fouten">) {
  return (
    <Notice titel="De opmerking is nog niet bewaard" bovenaan kies>
      <ul>
        {fouten.map(({ veld, tekst }) => (
          <li>{veld === "zichtbaarheid" ? tekst : <a href={`#veld-${veld}`}>{tekst}</a>}</li>
        ))}
      </ul>
    </Notice>
  );
}
