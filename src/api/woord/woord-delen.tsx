import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Soort } from "#domain/kop.ts";
import type { Basis } from "#services/basis.ts";
import type { Woordcijfer, Woordstuk } from "#services/kader/beleidswoord.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { documentAdres } from "../adres.ts";
import { shorten } from "../kader/shorten.ts";
import { describeStand, statusVan } from "../kader/status.tsx";

/** The soorten in the order in which people ask, each with its question. */
const VRAGEN: readonly (readonly [soort: Soort, vraag: string])[] = [
  ["kader", "Wat is er afgesproken?"],
  ["verdeling", "Wie neemt welk deel?"],
  ["toets", "Is het zo?"],
  ["rangorde", "Wie gaat voor?"],
  ["traject", "Wat moet er gebeuren voor het besloten is?"],
  ["indeling", "Welke gemeenten vormen welke regio?"],
];

type Documentprops = {
  readonly documenten: readonly RegieDocument[];
  readonly zin: Zinmaker;
  readonly basis: Basis;
};

/** The agreements and rules of a word, by the question they answer, each as the sentence it is. */
export function Woorddocumenten({ documenten, zin, basis }: Documentprops) {
  return (
    <>
      {VRAGEN.map(([soort, vraag]) => {
        const own = documenten.filter((document) => document.soort === soort);
        if (own.length === 0) return null;
        return (
          <section aria-labelledby={`woord-${soort}`}>
            <h2 id={`woord-${soort}`}>{vraag}</h2>
            <ul class="lijst">
              {own.map((document) => (
                <Documentregel document={document} {...{ zin, basis }} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

type Regelprops = Omit<Documentprops, "documenten"> & { readonly document: RegieDocument };

function Documentregel({ document, zin, basis }: Regelprops) {
  return (
    <li>
      <div>
        <a href={documentAdres(document.id)}>{document.titel}</a>
        <p class="klein">{statusVan(basis, document)}</p>
      </div>
      <div>
        <p>{shorten(zinAlsTekst(zin(document)))}</p>
        <p class="klein niet-afdrukken">
          <Kan document={document} />
        </p>
      </div>
    </li>
  );
}

/** What can already be done with a document, besides reading it. */
function Kan({ document }: { readonly document: RegieDocument }) {
  const { soort, titel } = document;
  const own = documentAdres(document.id);
  const command = commandFor(document);
  return (
    <>
      {soort === "verdeling" && (
        <>
          <a href={own} aria-label={`Reken uit: ${titel}`}>
            Reken uit
          </a>
          {" · "}
        </>
      )}
      <a
        href={`${documentAdres(documentnaam(document))}/overnemen`}
        aria-label={`Neem over voor uw regio: ${titel}`}
      >
        Neem over voor uw regio
      </a>
      {soort !== "verdeling" && command !== undefined && (
        <>
          {" · "}
          <code>{command}</code>
        </>
      )}
    </>
  );
}

const CIJFERSTANDEN: Readonly<Record<Woordcijfer["stand"], string>> = {
  geleverd: "Er zijn cijfers",
  afgeleid: "Volgt uit andere cijfers",
  onbekend: "Nog niet geleverd: onbekend, en geen nul",
};

/** The figures about a word, apart by whether anybody delivered them. */
export function Woordcijfers({ cijfers }: { readonly cijfers: readonly Woordcijfer[] }) {
  if (cijfers.length === 0) return null;
  return (
    <section aria-labelledby="woord-cijfers">
      <h2 id="woord-cijfers">Cijfers hierover</h2>
      {(["geleverd", "afgeleid", "onbekend"] as const).map((stand) => {
        const own = cijfers.filter((cijfer) => cijfer.stand === stand);
        if (own.length === 0) return null;
        return (
          <>
            <h3>{CIJFERSTANDEN[stand]}</h3>
            <ul class="kolommen">
              {own.map(({ indicator }) => (
                <li>
                  <a href={`/indicatoren/${indicator.id}`}>{indicator.titel}</a>
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </section>
  );
}

/** The laws and pieces that the rules of a word come from, with what that piece was at the time. */
export function Woordstukken({ stukken }: { readonly stukken: readonly Woordstuk[] }) {
  if (stukken.length === 0) return null;
  return (
    <section aria-labelledby="woord-stukken">
      <h2 id="woord-stukken">Waar dit vandaan komt</h2>
      <ul class="lijst">
        {stukken.map(({ stuk, stand, documenten }) => (
          <li>
            <div>
              {stuk}
              <p class="klein">{describeStand(stand)}</p>
            </div>
            <p>
              {documenten.map((document, i) => (
                <>
                  {i > 0 && " · "}
                  <a href={documentAdres(document.id)}>{document.titel}</a>
                </>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
