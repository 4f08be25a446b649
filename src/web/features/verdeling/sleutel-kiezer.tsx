import { documentnaam } from "#domain/document.ts";
import type { Kolom } from "#rules/verdeling/index.ts";
import type { Uitgerekend } from "./reken.ts";

/** The sheet with one key in its table: the one that was asked for, else the one that stands first. */
export function withOneKey(uitgerekend: Uitgerekend, naam: string | undefined): Uitgerekend {
  const kolom = shownKey(uitgerekend.kolommen, naam);
  return { ...uitgerekend, kolommen: [kolom], paren: [] };
}

type Kolommen = Uitgerekend["kolommen"];

/** A key without numbers is passed over where another has them. */
function shownKey(kolommen: Kolommen, naam: string | undefined): Kolom {
  const asked = kolommen.find(({ document }) => documentnaam(document) === naam);
  const filled = kolommen.find(({ uitkomst }) => uitkomst.eenheden.length > 0);
  return asked ?? filled ?? kolommen[0];
}

type Props = {
  readonly kolommen: Kolommen;
  readonly sleutel: string | undefined;
  readonly onPick: (naam: string) => void;
};

/** Goes from key to key where there is room for one; nothing where there is only one. */
export function SleutelKiezer({ kolommen, sleutel, onPick }: Props) {
  if (kolommen.length < 2) return null;
  const shown = documentnaam(shownKey(kolommen, sleutel).document);
  return (
    <fieldset className="sleutelkiezer niet-afdrukken">
      <legend className="klein">
        Eén sleutel tegelijk, van de {kolommen.length}; geen gaat voor
      </legend>
      {kolommen.map(({ document }) => {
        const naam = documentnaam(document);
        return (
          <button
            key={naam}
            type="button"
            className="stil"
            aria-pressed={naam === shown}
            onClick={() => onPick(naam)}
          >
            {document.titel}
          </button>
        );
      })}
    </fieldset>
  );
}
