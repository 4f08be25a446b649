import { adressen } from "#services/opendata/plek.ts";

/** Where programs and the catalogues of others go on. */
export function ForPrograms({ adres }: { readonly adres: string }) {
  return (
    <>
      <h2>Voor programma's</h2>
      <ul class="lijst">
        <li>
          <span>
            Catalogus (DCAT-AP-NL 3): <a href={adressen.turtle("")}>Turtle</a>,{" "}
            <a href={adressen.jsonLd("")}>JSON-LD</a>
          </span>
          <span>
            Voor data.overheid.nl en andere catalogi. Het adres is{" "}
            <span class="adres">{adressen.catalogus(adres)}</span>.
          </span>
        </li>
        <li>
          <a href={adressen.ogc("")}>OGC API Features</a>
          <span>
            Gemeenten, provincies en regio's als vlakken, op een dag die u kiest. Voor QGIS en
            andere kaartprogramma's. Standaard in graden; meters van het Rijksdriehoeksstelsel kan
            ook. Omrekenen is goed tot op 25 centimeter.
          </span>
        </li>
        <li>
          <a href="/v1/openapi.json">De API</a>
          <span>Alles wat Woonregie weet en uitrekent, beschreven in OpenAPI.</span>
        </li>
      </ul>
      <p>
        Een csv heeft komma's, een kopregel en UTF-8, en een punt in een getal. Getallen zijn exact.
        Wat niet bekend is, is leeg en geen nul. Elk bestand heeft een ETag: vraag het opnieuw, en u
        krijgt 304 zolang er niets is veranderd.
      </p>
    </>
  );
}
