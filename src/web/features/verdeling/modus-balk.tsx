import type { Modus, Weergave } from "./modus-adres.ts";

type Props = {
  readonly weergave: Weergave;
  readonly onLook: (next: Weergave) => void;
};

const KNOPPEN: readonly { readonly modus: Modus; readonly naam: string }[] = [
  { modus: "principe", naam: "Principe eerst" },
  { modus: "beamer", naam: "Beamer" },
  { modus: "eigen", naam: "Eigen rekenblad" },
  { modus: "afdruk", naam: "Afdruk" },
];

/** The ways to look at the sheet; the one that is on turns itself off again. */
export function ModusBalk({ weergave, onLook }: Props) {
  const { modus, ...rest } = weergave;
  return (
    <fieldset className="modusbalk niet-afdrukken">
      <legend className="klein">Hoe u kijkt</legend>
      {KNOPPEN.map((knop) => {
        const on = knop.modus === modus;
        return (
          <button
            key={knop.modus}
            type="button"
            className="stil"
            aria-pressed={on}
            onClick={() => onLook(on ? rest : { ...opened(weergave), modus: knop.modus })}
          >
            {knop.naam}
          </button>
        );
      })}
      {modus === "afdruk" && (
        <button type="button" onClick={() => window.print()}>
          Druk af
        </button>
      )}
    </fieldset>
  );
}

/** An account that is open belongs to the view before: it would hide or tell too much here. */
function opened({ dicht, sleutel }: Weergave): Weergave {
  return { ...(dicht ? { dicht } : {}), ...(sleutel ? { sleutel } : {}) };
}

/** What a private copy is, said plainly: nothing is kept but the address. */
export function EigenBlad() {
  return (
    <div className="melding">
      <h2>Eigen rekenblad</h2>
      <p>
        Dit is uw eigen kopie. Alles wat u verandert, staat in het adres van deze pagina: wie dat
        adres heeft, ziet dit blad, en anders niemand. Bewaar het adres om verder te gaan; wat u
        verandert, verandert bij niemand anders iets.
      </p>
    </div>
  );
}
