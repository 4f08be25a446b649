import { type Blad, stukAdres, uitvoerAdres } from "#contract/rekenblad/blad.ts";
import { listStukken, STUKVORMEN } from "#contract/rekenblad/stukken.ts";
import { listUitvoer } from "#contract/rekenblad/uitvoer.ts";

type Props = { readonly blad: Blad; readonly naamVan: (gemeente: string) => string };

/** The sheet as a paper or a file, each with what it is for; the links are permanent and name the view. */
export function Meenemen({ blad, naamVan }: Props) {
  return (
    <section aria-labelledby="exporteer-kop" class="niet-afdrukken">
      <h3 id="exporteer-kop">Exporteer</h3>
      <p>
        Stukken om mee te nemen. Wat niemand besloot, heet op elke bladzijde ambtelijk concept. Een
        A4 toont alleen de getallen van de eigen gemeente.
      </p>
      <ul>
        {listStukken(blad.gemeente, naamVan).map((stuk) => (
          <li>
            {stuk.naam}:{" "}
            {STUKVORMEN.map(({ einde, naam }, nummer) => (
              <>
                {nummer > 0 && " of "}
                <a
                  href={stukAdres(blad, `${stuk.soort}.${einde}`, stuk.gemeente)}
                  aria-label={`${stuk.naam} als ${naam}`}
                >
                  {naam}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
      <p>Om verder te rekenen of te plakken:</p>
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
