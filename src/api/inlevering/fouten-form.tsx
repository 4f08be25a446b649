import type { Bevinding } from "#domain/inlevering.ts";
import { describeWaar } from "#services/inlevering/verslag.ts";
import { DataTable } from "../page/data-table.tsx";
import { rijAnker } from "./rijen.tsx";
import { celveld } from "./woorden.ts";

type Props = {
  readonly adres: string;
  readonly fouten: readonly Bevinding[];
};

/** Every fault with a place to mend it; what cannot be mended is left out, with a reason. */
export function FoutenForm({ adres, fouten }: Props) {
  if (fouten.length === 0) return null;
  return (
    <section aria-labelledby="fouten">
      <h2 id="fouten">Fouten</h2>
      <p>
        Verbeter de cel hier; uw bestand zelf verandert niet. Of laat het cijfer weg, met de reden.
      </p>
      <form method="post" action={`${adres}/antwoorden`}>
        <input type="hidden" name="soort" value="fouten" />
        <DataTable id="foutentabel" klasse="bevindingen" titel="Alle fouten, per cel.">
          <thead>
            <tr>
              <th scope="col">waar</th>
              <th scope="col">er staat</th>
              <th scope="col">wat er aan de hand is</th>
              <th scope="col">wat het moet zijn</th>
              <th scope="col">laat weg</th>
            </tr>
          </thead>
          <tbody>
            {fouten.map((fout) => (
              <Foutregel fout={fout} />
            ))}
          </tbody>
        </DataTable>
        <div class="veld">
          <label for="veld-reden-weg">Waarom laat u weg wat u aanvinkt?</label>
          <input type="text" id="veld-reden-weg" name="reden" autocomplete="off" />
        </div>
        <button type="submit">Bewaar de verbeteringen</button>
      </form>
    </section>
  );
}

function Foutregel({ fout }: { readonly fout: Bevinding }) {
  const { waar, gevonden, tekst, voorstellen, id } = fout;
  const plaats = describeWaar(waar);
  const { rij, kolom } = waar;
  return (
    <tr>
      <th scope="row">
        <a href={`#${rijAnker(waar)}`}>{plaats}</a>
      </th>
      <td>{gevonden || <span class="onbekend">niets</span>}</td>
      <td>{tekst}</td>
      <td>
        {rij !== undefined && kolom !== undefined && (
          <>
            <input
              type="text"
              name={celveld(waar)}
              aria-label={`Verbetering van ${plaats}`}
              autocomplete="off"
            />
            {voorstellen.map((voorstel) => (
              <button
                type="submit"
                class="voorstel"
                name="kies"
                value={`${rij}.${kolom}.${voorstel}|${waar.blad}`}
                aria-label={`${plaats} wordt ${voorstel}`}
              >
                {voorstel}
              </button>
            ))}
          </>
        )}
      </td>
      <td>
        <input type="checkbox" name="id" value={id} aria-label={`Laat ${plaats} weg`} />
      </td>
    </tr>
  );
}
