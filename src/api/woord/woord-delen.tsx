import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Soort } from "#domain/kop.ts";
import type { Basis } from "#services/basis.ts";
import type { Woordbeeld, Woordcijfer, Woordstuk } from "#services/kader/beleidswoord.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { documentAdres } from "../adres.ts";
import { shorten } from "../kader/shorten.ts";
import { describeStand, statusVan } from "../kader/status.tsx";

type Vraag = readonly [soort: Soort, vraag: string, uitleg: string];

/** The soorten in the order in which people ask, each with its question and what it is. */
const VRAGEN: readonly Vraag[] = [
  [
    "kader",
    "Wat is er afgesproken?",
    "Een kader is een afspraak tussen partijen, met alles wat zij daarover regelden.",
  ],
  [
    "verdeling",
    "Wie neemt welk deel?",
    "Een verdeling zegt in welke verhouding een opgave over gemeenten gaat.",
  ],
  ["toets", "Is het zo?", "Een toets gaat na of cijfers voldoen aan een afspraak of aan de wet."],
  [
    "rangorde",
    "Wie gaat voor?",
    "Een rangorde zegt wie het eerst aan de beurt is. Staan er twee gelijk, dan beslissen mensen.",
  ],
  [
    "traject",
    "Wat moet er gebeuren voor het besloten is?",
    "Een traject zegt welke stappen er zijn tot een besluit, en wie ze zet.",
  ],
  [
    "indeling",
    "Welke gemeenten vormen welke regio?",
    "Een indeling zegt welke gemeenten samen een regio vormen, en vanaf welke dag.",
  ],
];

/** What the documents and figures of a word say, for whoever looks for words in it. */
export function textsOf(
  { documenten, cijfers }: Pick<Woordbeeld, "documenten" | "cijfers">,
  zin: Zinmaker,
): readonly string[] {
  return [
    ...documenten.flatMap((document) => [document.titel, sayShort(document, zin)]),
    ...cijfers.map(({ indicator }) => indicator.titel),
  ];
}

function sayShort(document: RegieDocument, zin: Zinmaker): string {
  return shorten(zinAlsTekst(zin(document)));
}

type Documentprops = {
  readonly documenten: readonly RegieDocument[];
  readonly zin: Zinmaker;
  readonly basis: Basis;
};

/** The agreements and rules of a word, by the question they answer, each as the sentence it is. */
export function Woorddocumenten({ documenten, zin, basis }: Documentprops) {
  return (
    <>
      {VRAGEN.map(([soort, vraag, uitleg]) => {
        const own = documenten.filter((document) => document.soort === soort);
        if (own.length === 0) return null;
        return (
          <section aria-labelledby={`woord-${soort}`}>
            <h2 id={`woord-${soort}`}>{vraag}</h2>
            <p>{uitleg}</p>
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
        <p>{sayShort(document, zin)}</p>
        <p class="klein niet-afdrukken">
          <Kan document={document} />
        </p>
      </div>
    </li>
  );
}

/** What can be done with a document, besides reading it. */
function Kan({ document }: { readonly document: RegieDocument }) {
  const { soort, titel } = document;
  return (
    <>
      {soort === "verdeling" && (
        <>
          <a href={documentAdres(document.id)} aria-label={`Reken uit: ${titel}`}>
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
