import { BETROUWBAARHEDEN } from "#domain/indicator.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { SelectField, TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";
import { regioOpties } from "../verdeling/regio-opties.ts";
import { cijferOpties } from "./opties.ts";

/** What somebody filled in, by the name of the field. */
export type Ingevuld = Readonly<Record<string, string>>;

type Props = {
  readonly frame: Frame;
  readonly basis: OpenbareBasis;
  readonly ingevuld?: Ingevuld;
  readonly fouten?: readonly string[];
};

/** Choose a file or paste a table, and say of whom it is. */
export function NieuwPage({ frame, basis, ingevuld = {}, fouten = [] }: Props) {
  const waarde = (naam: string) => ingevuld[naam] ?? "";
  return (
    <Page frame={frame} titel="Lever cijfers in" deel="/cijfers">
      <Path href="/inleveringen">Cijfers inleveren</Path>
      <h1>Lever cijfers in</h1>
      <p class="inleiding">
        Een bestand van Excel of LibreOffice (xlsx, ods) of csv, zoals u het hebt: met gemeenten
        onder elkaar, en de cijfers ernaast of eronder. Er gaat nog niets gelden.
      </p>
      {fouten.length > 0 && (
        <Notice titel="Dit kan nog niet" kies bovenaan>
          <ul>
            {fouten.map((fout) => (
              <li>{fout}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action="/inleveringen/nieuw" enctype="multipart/form-data">
        <Inhoud plaksel={waarde("plaksel")} />
        <fieldset>
          <legend>Van wie</legend>
          <div class="velden">
            <TextField
              naam="afzender"
              label="Wie levert dit in"
              waarde={waarde("afzender")}
              hint="De gemeente, corporatie of werkgroep. Wij onthouden hoe uw tabellen gelezen worden."
            />
            <TextField
              naam="bron"
              label="Bron"
              waarde={waarde("bron")}
              hint="Zo staat het straks bij elk cijfer, bijvoorbeeld «eigen telling, maart 2026»."
            />
          </div>
        </fieldset>
        <Meer basis={basis} waarde={waarde} />
        <button type="submit">Bekijk wat erin staat</button>
      </form>
      <Sjabloon basis={basis} />
    </Page>
  );
}

function Inhoud({ plaksel }: { readonly plaksel: string }) {
  return (
    <fieldset>
      <legend>Het bestand of de tabel</legend>
      <div class="velden">
        <div class="veld">
          <label for="veld-bestand">Bestand</label>
          <span class="hint" id="veld-bestand-hint">
            Hoogstens 32 MB. Wij bewaren het zoals u het stuurt.
          </span>
          <input
            type="file"
            id="veld-bestand"
            name="bestand"
            accept=".csv,.txt,.tsv,.xlsx,.ods"
            aria-describedby="veld-bestand-hint"
          />
        </div>
        <div class="veld breed">
          <label for="veld-plaksel">Of plak hier een tabel</label>
          <span class="hint" id="veld-plaksel-hint">
            Selecteer de cellen in Excel met de kop erbij, kopieer, en plak.
          </span>
          <textarea
            id="veld-plaksel"
            name="plaksel"
            rows={8}
            wrap="off"
            spellcheck={false}
            aria-describedby="veld-plaksel-hint"
          >
            {plaksel}
          </textarea>
        </div>
      </div>
    </fieldset>
  );
}

type Waarden = { readonly basis: OpenbareBasis; readonly waarde: (naam: string) => string };

function Meer({ basis, waarde }: Waarden) {
  return (
    <details>
      <summary>Meer over deze cijfers</summary>
      <div class="velden">
        <SelectField
          naam="regio"
          label="Voor welke regio"
          waarde={waarde("regio")}
          hint="Dan zeggen wij welke gemeenten ontbreken."
          leeg="geen bepaalde regio"
          opties={regioOpties(basis)}
        />
        <SelectField
          naam="indicator"
          label="Welk cijfer"
          waarde={waarde("indicator")}
          hint="Alleen als de tabel het niet zelf zegt."
          leeg="staat in de tabel"
          opties={cijferOpties(basis)}
        />
        <TextField
          naam="moment"
          label="Van wanneer"
          waarde={waarde("moment")}
          hint="Een dag (1-1-2026) of periode (2025, 2026 t/m 2030). Alleen als de tabel het niet zegt."
        />
        <TextField
          naam="peildatum"
          label="Peildatum van de bron"
          waarde={waarde("peildatum")}
          hint="De laatste dag die de bron meet."
        />
        <TextField
          naam="licentie"
          label="Licentie"
          waarde={waarde("licentie")}
          hint="Bijvoorbeeld CC BY 4.0."
        />
        <SelectField
          naam="betrouwbaarheid"
          label="Hoe zeker"
          waarde={waarde("betrouwbaarheid")}
          hint="Geldt voor alle cijfers in deze levering."
          leeg="zoals bij het cijfer hoort"
          opties={BETROUWBAARHEDEN.map((naam) => ({ waarde: naam, label: naam }))}
        />
        <SelectField
          naam="status"
          label="Voorlopig of vast"
          waarde={waarde("status")}
          hint="Een vast cijfer gaat voor een voorlopig."
          leeg="niet gezegd"
          opties={["voorlopig", "vast"].map((naam) => ({ waarde: naam, label: naam }))}
        />
      </div>
    </details>
  );
}

function Sjabloon({ basis }: Pick<Props, "basis">) {
  return (
    <section aria-labelledby="sjabloon">
      <h2 id="sjabloon">Een leeg formulier</h2>
      <p>
        Met alle gemeenten, de eenheid en de periode erin. Wat u invult en terugstuurt, wordt zonder
        vragen gelezen.
      </p>
      <form method="get" action="/inleveringen/sjabloon">
        <div class="velden">
          <SelectField
            naam="cijfer"
            label="Cijfer"
            waarde=""
            hint="Waarvoor u cijfers wilt vragen."
            leeg="kies een cijfer"
            opties={cijferOpties(basis)}
          />
          <SelectField
            naam="gebied"
            label="Gemeenten"
            waarde=""
            hint="Elke gemeente krijgt een regel."
            leeg="heel Nederland"
            opties={regioOpties(basis)}
          />
          <TextField
            naam="wanneer"
            label="Dag of periode"
            waarde=""
            hint="1-1-2026, of 2025. Leeg laten kan ook."
          />
          <SelectField
            naam="vorm"
            label="Soort bestand"
            waarde="xlsx"
            hint="Voor Excel, LibreOffice of iets anders."
            leeg="xlsx (Excel)"
            opties={[
              { waarde: "ods", label: "ods (LibreOffice)" },
              { waarde: "csv", label: "csv" },
            ]}
          />
        </div>
        <button type="submit">Haal het formulier</button>
      </form>
    </section>
  );
}
