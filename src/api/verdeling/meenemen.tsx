import { type Blad, uitvoerAdres } from "#contract/rekenblad/blad.ts";
import { listUitvoer } from "#contract/rekenblad/uitvoer.ts";

/** The sheet as a file, each with what it is for; the links are permanent and name the view. */
export function Meenemen({ blad }: { readonly blad: Blad }) {
  return (
    <section aria-labelledby="exporteer-kop" class="niet-afdrukken">
      <h3 id="exporteer-kop">Exporteer</h3>
      <ul>
        {listUitvoer().map((soorten) => (
          <li>
            {soorten[0].titel}:{" "}
            {soorten.map(({ naam, titel, vorm }, nummer) => (
              <>
                {nummer > 0 && " of "}
                <a href={uitvoerAdres(blad, naam)} aria-label={`${titel} als ${vorm}`}>
                  {vorm}
                </a>
              </>
            ))}{" "}
            <span class="klein">{soorten[0].waarvoor}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
