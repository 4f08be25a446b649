import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import type { Parameter } from "#domain/kop.ts";
import { formatExact, formatProcent } from "#domain/notatie.ts";
import type { Ontbrekend } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { SelectField, TextField } from "../page/fields.tsx";
import { KEUZEWOORDEN } from "./choice-table.tsx";
import { describePath } from "./namen.ts";
import { regioOpties } from "./regio-opties.ts";
import type { Bladuitkomst } from "./run-blad.ts";

type Props = {
  readonly basis: Basis;
  readonly document: Verdeling;
  readonly blad: Blad;
  readonly uitkomst?: Bladuitkomst;
};

/** Where a verdeling is run: a region, a moment, and what people have to fill in. */
export function BladForm({ basis, document, blad, uitkomst }: Props) {
  const errors = uitkomst && !uitkomst.ok ? uitkomst.fouten : [];
  const foutVan = (veld: string) => {
    const found = errors.find((fout) => "veld" in fout && fout.veld === veld);
    return found ? { fout: found.tekst } : {};
  };
  return (
    <form method="get" action={`/documenten/${documentnaam(document)}`}>
      <fieldset>
        <legend>Waarover u het uitrekent</legend>
        <div class="velden">
          <RegioField basis={basis} blad={blad} document={document} />
          <TextField
            naam="op"
            label="Datum of periode"
            waarde={blad.op}
            hint="Bijvoorbeeld 2026-01-01, 2026 of 2026-H1"
          />
        </div>
      </fieldset>
      <Figures basis={basis} blad={blad} uitkomst={uitkomst} foutVan={foutVan} />
      <Choices document={document} blad={blad} foutVan={foutVan} />
      <Beside basis={basis} document={document} blad={blad} />
      <button type="submit">Reken uit</button>
    </form>
  );
}

type Foutvinder = (veld: string) => { readonly fout?: string };

function RegioField({ basis, blad, document }: Pick<Props, "basis" | "blad" | "document">) {
  const own = typeof document.gebied === "string" ? document.gebied : "";
  return (
    <SelectField
      naam="regio"
      label="Regio"
      waarde={blad.regio || own}
      leeg="Kies een regio"
      opties={regioOpties(basis)}
      hint="Tussen haakjes het aantal gemeenten"
    />
  );
}

type FigureProps = Pick<Props, "basis" | "blad"> & {
  readonly uitkomst: Bladuitkomst | undefined;
  readonly foutVan: Foutvinder;
};

/** Figures that nobody delivered, and those that were filled in before. */
function Figures({ basis, blad, uitkomst, foutVan }: FigureProps) {
  const keys = [...new Set([...blad.cijfers.keys(), ...missingKeys(basis, uitkomst)])];
  if (keys.length === 0) return null;
  const units = uitkomst?.ok ? uitkomst.tabel.vraag.gebied.eenheden : [];
  return (
    <fieldset>
      <legend>Cijfers die niemand heeft geleverd</legend>
      <p class="klein">
        Een getal, of een bandbreedte als u het niet precies weet: 420 tot 480, of 4,5% tot 5,5%.
      </p>
      <div class="velden">
        {keys.map((key) => {
          const [path = "", gebied] = key.split("@");
          const { titel, eenheid } = describePath(basis, path);
          const wie = gebied && (units.find(({ id }) => id === gebied)?.naam ?? gebied);
          return (
            <TextField
              naam={`cijfer.${key}`}
              label={wie ? `${titel}, ${wie}` : titel}
              waarde={blad.cijfers.get(key) ?? ""}
              hint={eenheid === "deel" ? "in procenten" : eenheid}
              {...foutVan(`cijfer.${key}`)}
            />
          );
        })}
      </div>
      <label class="vink">
        <input type="checkbox" name="voorbeeld" value="ja" checked={blad.voorbeeld} />
        <span>Deze cijfers zijn verzonnen, om te laten zien hoe het werkt</span>
      </label>
    </fieldset>
  );
}

/** One field for a figure of the whole, or for one that holds for all; else one per gemeente. */
function missingKeys(basis: Basis, uitkomst: Bladuitkomst | undefined): readonly string[] {
  if (!uitkomst?.ok) return [];
  const missing = uitkomst.tabel.kolommen.flatMap(({ uitkomst: { meldingen } }) =>
    meldingen.flatMap((melding) => (melding.soort === "onvolledig" ? melding.ontbreekt : [])),
  );
  return missing.map((item) => keyOf(basis, item));
}

function keyOf({ bibliotheek }: Basis, { cijfer, van }: Ontbrekend): string {
  const indicator = bibliotheek.find(cijfer.split(".")[0] ?? "");
  const forAll =
    indicator?.soort === "indicator" &&
    (!indicator.optelbaar || indicator.niveau.includes("regio"));
  return van && !forAll && /^GM\d{4}$/.test(van) ? `${cijfer}@${van}` : cijfer;
}

type ChoiceProps = Pick<Props, "document" | "blad"> & { readonly foutVan: Foutvinder };

/** The parameters of the document, and what it leaves to people. */
function Choices({ document, blad, foutVan }: ChoiceProps) {
  const parameters = Object.entries(document.parameters);
  const bounded = document.stappen.some(
    ({ voorwaarden, watNietPast }) =>
      !watNietPast && voorwaarden.some(({ soort }) => soort !== "minstens"),
  );
  if (parameters.length === 0 && !bounded) return null;
  return (
    <fieldset>
      <legend>Wat het document aan u laat</legend>
      <div class="velden">
        {parameters.map(([naam, parameter]) => (
          <TextField
            naam={`kies.${naam}`}
            label={capital(naam.replaceAll("-", " "))}
            waarde={blad.keuzes.get(naam) ?? ""}
            hint={describeParameter(parameter)}
            {...foutVan(`kies.${naam}`)}
          />
        ))}
        {bounded && (
          <SelectField
            naam="kies.wat-niet-past"
            label="Wat niet past"
            waarde={blad.keuzes.get("wat-niet-past") ?? ""}
            leeg="Nog niet gekozen"
            opties={(["anderen", "open"] as const).map((keuze) => ({
              waarde: keuze,
              label: KEUZEWOORDEN[keuze].doet.replace(/\.$/, ""),
            }))}
            hint="Voor later, compenseren en extra aanbod is eerst een aanvulling van het document nodig"
          />
        )}
      </div>
    </fieldset>
  );
}

function describeParameter({ waarde, eenheid, zekerheid, zet }: Parameter): string {
  if (!waarde) return `nog te bepalen${zet ? `, door ${zet}` : ""}`;
  const sure = zekerheid === "aanname" ? ", een aanname" : "";
  if (waarde.soort === "getal") {
    const shown = eenheid === "deel" ? formatProcent(waarde.getal, 2) : formatExact(waarde.tekst);
    return `het document zegt ${shown}${sure}`;
  }
  return waarde.soort === "woord"
    ? `het document zegt ${waarde.woord}${sure}`
    : `het document zegt zelf iets${sure}`;
}

/** Other verdelingen of the same thing, to be laid beside it. */
function Beside({ basis, document, blad }: Pick<Props, "basis" | "document" | "blad">) {
  const others = basis.bibliotheek
    .list()
    .filter((other) => other.soort === "verdeling")
    .filter((other) => other.id !== document.id)
    .filter(({ spoor, onderwerp }) => spoor === document.spoor && onderwerp === document.onderwerp);
  if (others.length === 0) return null;
  const twins = duplicates([document, ...others].map(({ titel }) => titel));
  return (
    <fieldset>
      <legend>Leg ernaast</legend>
      {others.map((other) => {
        const naam = documentnaam(other);
        const checked = blad.naast.includes(naam) || blad.naast.includes(other.id);
        return (
          <label class="vink">
            <input type="checkbox" name="naast" value={naam} checked={checked} />
            <span>
              {other.titel}
              {twins.has(other.titel) && ` (${naam})`}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function duplicates(titles: readonly string[]): ReadonlySet<string> {
  return new Set(titles.filter((titel, i) => titles.indexOf(titel) !== i));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
