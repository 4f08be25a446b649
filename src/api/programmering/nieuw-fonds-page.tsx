import type { Fondsaanvraag } from "#services/programmering/fondsen.service.ts";
import { TextField } from "../page/fields.tsx";
import { type Frame, Page, Path } from "../page/layout.tsx";
import { Notice } from "../page/notice.tsx";

/** What somebody typed in the form of a new fund. */
export type IngevuldFonds = Omit<Fondsaanvraag, "deling"> & { readonly zichtbaar: string };

export const LEEG_FONDS: IngevuldFonds = {
  ...{ naam: "", doel: "", bedrag: "", van: "", tot: "", bron: "", zichtbaar: "organisatie" },
};

/** What the source itself gives, to begin with. */
export const VOORBEELD: IngevuldFonds = {
  naam: "Extra woningen op grootschalige locaties",
  doel: "Extra woningen op bestaande grootschalige woningbouwlocaties, en de investeringen die daarbij horen",
  ...{ bedrag: "5 miljard", van: "", tot: "2029", zichtbaar: "organisatie" },
  bron: "Platform31 2025, hoofdstuk 2, afspraken uit het regeerprogramma",
};

export const FONDSKRINGEN = ["organisatie", "regio", "openbaar"] as const;
export type Fondskring = (typeof FONDSKRINGEN)[number];

const WOORDEN: Readonly<Record<Fondskring, string>> = {
  organisatie: "mijn organisatie",
  regio: "iedereen met een account hier",
  openbaar: "iedereen, ook zonder account",
};

type Props = {
  readonly frame: Frame;
  /** Whether it will have an owner, who says who sees it. */
  readonly eigen: boolean;
  readonly ingevuld: IngevuldFonds;
  readonly fouten?: readonly string[];
};

/** The form of a new fund. Afterwards it stays as it is, because it may have been promised out of. */
export function NieuwFondsPage({ frame, eigen, ingevuld, fouten = [] }: Props) {
  return (
    <Page frame={frame} titel="Een fonds toevoegen" deel="/programmering">
      <Path href="/fondsen">Fondsen en regelingen</Path>
      <h1>Een fonds toevoegen</h1>
      {fouten.length > 0 && <Mistakes fouten={fouten} />}
      <form method="post" action="/fondsen/nieuw">
        <div class="velden">
          <Field naam="naam" label="Naam" hint="zoals mensen het noemen" ingevuld={ingevuld} />
          <Field naam="doel" label="Waarvoor" hint="wat ermee wordt betaald" ingevuld={ingevuld} />
          <Field
            naam="bedrag"
            label="Hoeveel is er"
            hint="euro, zoals 5 miljard; leeg als onbekend"
            ingevuld={ingevuld}
          />
          <Field
            naam="van"
            label="Eerste jaar"
            hint="leeg als het niet vaststaat"
            ingevuld={ingevuld}
          />
          <Field
            naam="tot"
            label="Laatste jaar"
            hint="daarna kan niets meer worden toegezegd"
            ingevuld={ingevuld}
          />
          <Field naam="bron" label="Bron" hint="het stuk waar dit staat" ingevuld={ingevuld} />
        </div>
        {eigen && <WhoSees chosen={ingevuld.zichtbaar} />}
        <p>
          <button type="submit">Bewaar het fonds</button>
        </p>
        <p class="klein">
          Een bewaard fonds verandert niet meer: er kan al uit zijn toegezegd. Klopt er iets niet,
          voeg dan een nieuw fonds toe.{eigen && " Wie het ziet, kunt u later anders kiezen."}
        </p>
      </form>
    </Page>
  );
}

/** All that was wrong, above the form that still holds what was typed. */
export function Mistakes({ fouten }: { readonly fouten: readonly string[] }) {
  return (
    <Notice titel="Er is niets bewaard" kies bovenaan>
      <ul>
        {fouten.map((fout) => (
          <li>{fout}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Fieldprops = {
  readonly naam: Exclude<keyof IngevuldFonds, "zichtbaar">;
  readonly label: string;
  readonly hint: string;
  readonly ingevuld: IngevuldFonds;
};

function Field({ naam, label, hint, ingevuld }: Fieldprops) {
  return <TextField naam={naam} label={label} waarde={ingevuld[naam]} hint={hint} />;
}

function WhoSees({ chosen }: { readonly chosen: string }) {
  return (
    <fieldset>
      <legend>Wie ziet dit fonds?</legend>
      {FONDSKRINGEN.map((one) => (
        <label class="vink">
          <input type="radio" name="zichtbaar" value={one} checked={one === chosen} required />
          {WOORDEN[one]}
        </label>
      ))}
    </fieldset>
  );
}
