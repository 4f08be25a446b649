import { useId } from "react";
import type { Kaartwaarde, Klasse, Schaal } from "#domain/kaartschaal.ts";
import { Patronen, vullingVan } from "./patronen.tsx";

type Props = {
  readonly schaal: Schaal;
  /** Of each gemeente on the map; undefined is unknown. */
  readonly waarden: readonly (Kaartwaarde | undefined)[];
  readonly eigen: boolean;
};

/** What the colours mean, in words and numbers, and how many gemeenten have each. */
export function Legenda({ schaal, waarden, eigen }: Props) {
  const id = useId();
  const classes = waarden.map((waarde) => classOf(waarde?.getal, schaal));
  const count = (klasse?: Klasse) => classes.filter((own) => own === klasse).length;
  const unknown = count();
  const unsure = waarden.filter((waarde) => mayBeOther(waarde, schaal)).length;
  return (
    <>
      <ul className="kaartlegenda">
        {schaal.klassen.map((klasse) => (
          <li key={klasse.tekst}>
            <Vlakje id={id} klasse={klasse} />
            <span>
              {klasse.tekst} <span className="bereik">({gemeenten(count(klasse))})</span>
            </span>
          </li>
        ))}
        {unknown > 0 && (
          <li>
            <Vlakje id={id} klasse={undefined} />
            <span>
              onbekend <span className="bereik">({gemeenten(unknown)})</span>
            </span>
          </li>
        )}
        {eigen && (
          <li>
            <svg className="vlakje" viewBox="0 0 26 16" aria-hidden="true">
              <rect className="eigenvlak" x="2" y="2" width="22" height="12" />
            </svg>
            uw gemeente
          </li>
        )}
      </ul>
      {unsure > 0 && (
        <p className="klein">
          Gekleurd naar het midden. Bij {gemeenten(unsure)} kan het getal ook bij een andere kleur
          horen.
        </p>
      )}
    </>
  );
}

function classOf(getal: number | undefined, schaal: Schaal): Klasse | undefined {
  return getal === undefined ? undefined : schaal.klasseVan(getal);
}

/** The room of a number goes over the bound of its class. */
function mayBeOther(waarde: Kaartwaarde | undefined, schaal: Schaal): boolean {
  if (!waarde?.ruimte) return false;
  const [from, to] = waarde.ruimte;
  return classOf(from, schaal) !== classOf(to, schaal);
}

function Vlakje({ id, klasse }: { readonly id: string; readonly klasse: Klasse | undefined }) {
  const own = `${id}-${klasse?.tint ?? ""}${klasse?.gestreept ?? ""}`;
  return (
    <svg className="vlakje" viewBox="0 0 26 16" aria-hidden="true">
      <Patronen id={own} />
      <rect {...vullingVan(klasse, own)} x="0.5" y="0.5" width="25" height="15" />
    </svg>
  );
}

function gemeenten(count: number): string {
  return count === 1 ? "1 gemeente" : `${count} gemeenten`;
}
