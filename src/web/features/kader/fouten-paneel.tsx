import type { Documentfout } from "#contract/kader/fout.ts";
import type { Leesstand } from "./use-lezing.ts";

type Props = {
  readonly stand: Leesstand;
  readonly onGa: (fout: Documentfout) => void;
};

/** Everything that the loader says of the text, each a way to its place. */
export function FoutenPaneel({ stand, onGa }: Props) {
  const { lezing, onbereikbaar } = stand;
  return (
    <section aria-label="Fouten en opmerkingen">
      <p role="status" className="klein">
        {onbereikbaar ? ONBEREIKBAAR : countText(stand)}
      </p>
      <Lijst list={lezing?.fouten ?? []} onGa={onGa} />
      {lezing && lezing.opmerkingen.length > 0 && (
        <>
          <h2 className="eerst">Opmerkingen</h2>
          <Lijst list={lezing.opmerkingen} onGa={onGa} />
        </>
      )}
    </section>
  );
}

const ONBEREIKBAAR =
  "De server is niet te bereiken, dus deze tekst is niet nagekeken. Schrijf verder: er gaat niets verloren.";

function countText({ lezing }: Leesstand): string {
  if (!lezing) return "De tekst wordt nagekeken…";
  const { length } = lezing.fouten;
  if (length === 0) return "Geen fouten.";
  return length === 1
    ? "1 fout. Een klik gaat ernaartoe."
    : `${length} fouten. Een klik gaat ernaartoe.`;
}

function Lijst({
  list,
  onGa,
}: {
  readonly list: readonly Documentfout[];
  readonly onGa: Props["onGa"];
}) {
  if (list.length === 0) return null;
  return (
    <ul className="foutenlijst">
      {list.map((fout) => (
        <li key={`${fout.regel}:${fout.kolom} ${fout.tekst}`}>
          <button type="button" onClick={() => onGa(fout)}>
            Regel {fout.regel}, teken {fout.kolom}
          </button>
          {fout.pad && <code> {fout.pad}</code>}
          <br />
          {fout.tekst}
        </li>
      ))}
    </ul>
  );
}
