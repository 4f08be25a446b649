import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { formatMoment } from "#domain/notatie.ts";
import { type Besluitstuk, besluitnemer, type Vaststelling } from "#domain/vaststelling.ts";

type Props = {
  readonly vaststellingen: readonly Vaststelling[];
  readonly bevoegdheden: ReadonlyMap<string, Bevoegdheid>;
};

/** Every decision on something: who adopted it, when, by which document, and what ended it. */
export function Vaststellingen({ vaststellingen, bevoegdheden }: Props) {
  if (vaststellingen.length === 0) return null;
  return (
    <ul class="lijst">
      {vaststellingen.map((one) => (
        <li>
          <a href={`/vaststellingen/${one.id}`}>
            Vastgesteld door {besluitnemer(one)} op {formatMoment(one.datum)}
          </a>
          <span>
            Over {bevoegdheden.get(one.over)?.titel ?? one.over}. <Stuk stuk={one.stuk} />
          </span>
          {one.ingetrokken && (
            <span>
              <strong>Ingetrokken</strong> op {formatMoment(one.ingetrokken.datum)}.{" "}
              <Stuk stuk={one.ingetrokken.stuk} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A decision document: what it is called, and where it can be read or by what it is known. */
export function Stuk({ stuk }: { readonly stuk: Besluitstuk }) {
  const { titel, kenmerk, link, sha256 } = stuk;
  const naam = `${titel} (${kenmerk})`;
  return (
    <>
      Besluit:{" "}
      {link === undefined ? (
        naam
      ) : (
        <a href={link} rel="noreferrer">
          {naam}
        </a>
      )}
      .
      {sha256 !== undefined && (
        <>
          {" "}
          Kenmerk van het bestand: <span class="kenmerk">{sha256}</span>
        </>
      )}
    </>
  );
}
