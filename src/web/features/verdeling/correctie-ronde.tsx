import { formatMoment } from "#domain/notatie.ts";
import type { Correctieronde } from "../../client/correcties.ts";
import { readNagekeken } from "./correctie-stand.ts";

type Props = {
  readonly ronde: Correctieronde;
  /** Why no figures are shown yet. */
  readonly waarom: readonly string[];
  readonly onKies: (gemeente: string) => void;
};

/** A round for who acts for several gemeenten of it, or for none: how far each is. */
export function RondeKeuze({ ronde, waarom, onKies }: Props) {
  const stand = readNagekeken(ronde);
  const own = new Set(ronde.nakijken);
  return (
    <>
      <h2>Ronde «{ronde.naam}»</h2>
      {ronde.uiterlijk !== undefined && (
        <p>Gemeenten reageren uiterlijk op {formatMoment(ronde.uiterlijk)}.</p>
      )}
      {waarom.map((tekst) => (
        <p key={tekst}>{tekst}</p>
      ))}
      <ul>
        {ronde.gemeenten.map(({ gemeente, naam }) => (
          <li key={gemeente}>
            {naam}: {stand.get(gemeente)}{" "}
            {own.has(gemeente) && (
              <button type="button" className="stil" onClick={() => onKies(gemeente)}>
                Kijk de cijfers van {naam} na
              </button>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/verdeling/correcties/${ronde.ronde}/delen`}>Wie ziet deze ronde?</a>
      </p>
    </>
  );
}
