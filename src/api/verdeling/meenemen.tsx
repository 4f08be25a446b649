import { type Blad, uitvoerAdres } from "#contract/rekenblad/blad.ts";
import { UITVOERSOORTEN } from "#contract/rekenblad/uitvoer.ts";

/** The sheet as a file, each with what it is for; the links are permanent and name the view. */
export function Meenemen({ blad }: { readonly blad: Blad }) {
  return (
    <section aria-labelledby="exporteer-kop" class="niet-afdrukken">
      <h3 id="exporteer-kop">Exporteer</h3>
      <ul>
        {UITVOERSOORTEN.map(({ naam, titel, waarvoor }) => (
          <li>
            <a href={uitvoerAdres(blad, naam)}>{titel}</a> <span class="klein">{waarvoor}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
