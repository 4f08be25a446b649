import { formatMoment } from "#domain/notatie.ts";
import { citeDataset } from "#services/opendata/aanhalen.ts";
import type { Opengegevens } from "#services/opendata/opendata.service.ts";
import { adressen } from "#services/opendata/plek.ts";
import { FORMATEN } from "#services/opendata/schrijven.ts";
import { VORMEN } from "#services/opendata/waardelijsten.ts";

type Props = { readonly found: Opengegevens; readonly adres: string };

/** One dataset: what it is at the left, how to take it along at the right. */
export function DatasetPart({ found, adres }: Props) {
  const { dataset } = found;
  return (
    <li id={dataset.id}>
      <div>
        <h3>{dataset.titel}</h3>
        <p>{dataset.omschrijving}</p>
      </div>
      <div>
        <Downloads found={found} />
        <dl class="kenmerken">
          <dt>Van</dt>
          <dd>{dataset.makers.join(", ")}</dd>
          <dt>Licentie</dt>
          <dd>
            <a href={dataset.licentie.uitleg} rel="license noreferrer">
              {dataset.licentie.naam}
            </a>
          </dd>
          <Days found={found} />
          <dt>Versie</dt>
          <dd>{found.versie}</dd>
        </dl>
        <details>
          <summary>Zo noemt u deze dataset</summary>
          <p>{citeDataset(found, { adres })}</p>
        </details>
      </div>
    </li>
  );
}

/** Addresses from the root of the site: they work wherever the page was found. */
function Downloads({ found }: Pick<Props, "found">) {
  const { dataset, maten } = found;
  return (
    <p>
      {FORMATEN.map((formaat) => (
        <>
          <a
            href={adressen.download("", dataset.id, formaat)}
            aria-label={`${VORMEN[formaat].naam} van ${dataset.titel}`}
          >
            {VORMEN[formaat].naam}
          </a>{" "}
          <span class="klein">{formatSize(maten[formaat].bytes)}</span>
          {" · "}
        </>
      ))}
      {dataset.vormen && (
        <>
          <a
            href={adressen.vormen("", dataset.vormen)}
            aria-label={`${VORMEN.geojson.naam} van ${dataset.titel}`}
          >
            {VORMEN.geojson.naam}
          </a>{" "}
          <span class="klein">vlakken</span>
          {" · "}
        </>
      )}
      {maten.json.rijen.toLocaleString("nl-NL")} rijen
    </p>
  );
}

function Days({ found }: Pick<Props, "found">) {
  const { tijdvak, gewijzigd } = found.dataset;
  return (
    <>
      {tijdvak && (
        <>
          <dt>Gaat over</dt>
          <dd>
            {tijdvak.van === tijdvak.tot
              ? formatMoment(tijdvak.van)
              : formatMoment(`${tijdvak.van}/${tijdvak.tot}`)}
          </dd>
        </>
      )}
      <dt>Laatst geleverd</dt>
      <dd>{gewijzigd ? formatMoment(gewijzigd) : "niet vastgelegd"}</dd>
    </>
  );
}

const KILO = 1000;

function formatSize(bytes: number): string {
  const size = bytes / KILO;
  const [number, unit] = size < KILO ? [Math.ceil(size), "kB"] : [size / KILO, "MB"];
  return `${number.toLocaleString("nl-NL", { maximumFractionDigits: 1 })} ${unit}`;
}
