import type { Blad } from "#contract/rekenblad/blad.ts";
import { formatGetal, listWords } from "#domain/notatie.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import { KEUZES } from "./keuzes.ts";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

type Props = {
  readonly uitgerekend: Uitgerekend;
  readonly blad: Blad;
  readonly namen: Namen;
  readonly onChange: (next: Partial<Blad>) => void;
};

/** What does not fit, and in words what each of the five choices does; none is preselected. */
export function NietPast({ uitgerekend, blad, namen, onChange }: Props) {
  const { uitkomst } = uitgerekend.kolommen[0];
  const melding = uitkomst.meldingen.find(isOpen);
  const chosen = blad.keuzes.get("wat-niet-past");
  const choose = (keuze: string) => {
    const keuzes = new Map(blad.keuzes);
    if (keuze === "") keuzes.delete("wat-niet-past");
    else keuzes.set("wat-niet-past", keuze);
    onChange({ keuzes });
  };
  if (!melding) {
    if (!chosen) return null;
    const naam = KEUZES.find(({ keuze }) => keuze === chosen)?.naam ?? chosen;
    return (
      <div className="melding">
        <h2>Wat niet past: gekozen is «{naam}»</h2>
        <p>
          <button type="button" className="stil" onClick={() => choose("")}>
            Laat de keuze weer open
          </button>
        </p>
      </div>
    );
  }
  const names = melding.aanDeGrens.map(namen.eenheid);
  return (
    <div className="melding kies">
      <h2>
        Wat niet past: {formatGetal(melding.pastNiet)} {uitkomst.eenheid} in{" "}
        {names.length === 1 ? "1 gemeente" : `${names.length} gemeenten`}. Keuze nodig.
      </h2>
      <p>
        {namen.zeg("Op de bovengrens staan:")} {listWords(names)}.
      </p>
      <TableFrame naam="Wat elke keuze doet">
        <table>
          <caption>
            <strong>Wat elke keuze doet.</strong> Geen van de vijf gaat voor.
          </caption>
          <thead>
            <tr>
              <th scope="col">keuze</th>
              <th scope="col">wat er gebeurt</th>
              <th scope="col" className="getal">
                blijft open
              </th>
              <th scope="col">wie krijgt er meer</th>
              <th scope="col">wat er nog voor nodig is</th>
            </tr>
          </thead>
          <tbody>
            {melding.keuzes.map(({ keuze, open, groeit, waarom }) => {
              const words = KEUZES.find((item) => item.keuze === keuze);
              return (
                <tr key={keuze}>
                  <th scope="row">
                    <button type="button" className="stil" onClick={() => choose(keuze)}>
                      {words?.naam ?? keuze}
                    </button>
                  </th>
                  <td>{words?.doet}</td>
                  <td className="getal">{formatGetal(open)}</td>
                  <td>{groeit.length > 0 ? listWords(groeit.map(namen.eenheid)) : "niemand"}</td>
                  <td>{waarom ?? "alleen het besluit"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

type NietPassend = Extract<Melding, { readonly wat: "wat-niet-past" }>;

function isOpen(melding: Melding): melding is NietPassend {
  return melding.soort === "besluit-nodig" && melding.wat === "wat-niet-past";
}
