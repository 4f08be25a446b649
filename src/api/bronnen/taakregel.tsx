import type { Ophaaltaak } from "#storage/ophaaltaak.repository.ts";
import { describeStand, describeTijd, describeVoortgang, describeVraag } from "./woorden.ts";

type Props = {
  readonly taken: readonly Ophaaltaak[];
  readonly titelVan: (indicator: string) => string;
  readonly now: Date;
};

/** Tasks, each with how it stands; a link goes on to what came of it. */
export function Takenlijst({ taken, titelVan, now }: Props) {
  return (
    <ul class="lijst">
      {taken.map((taak) => (
        <li>
          <a href={`/bronnen/taken/${taak.id}`}>{describeVraag(taak, titelVan)}</a>
          <span>
            <strong>{describeStand(taak)}</strong>
            {", "}
            {taak.stand === "bezig"
              ? describeVoortgang(taak, now)
              : describeTijd(taak.klaarOp ?? taak.bijgewerktOp)}
            {taak.fout && <span class="opmerking">{taak.fout}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
