import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import type { Orgaan } from "#domain/kop.ts";
import type { Rol } from "#domain/toegang.ts";
import type { TerBespreking } from "#storage/ter-bespreking.repository.ts";
import { gemeenteAdres, regioAdres } from "../adres.ts";
import { Takenlijst } from "../page/takenlijst.tsx";
import { pakketVan } from "../pakket/pakket-adres.ts";
import type { Taak } from "../woord/woorden.ts";
import type { Werkplek } from "./hoofdtaken.ts";

const ORGAAN_VAN: Partial<Readonly<Record<Rol, Orgaan>>> = {
  minister: "minister",
  "provinciale-staten": "ps",
  "gedeputeerde-staten": "gs",
  raad: "raad",
  college: "college",
};

type Props = {
  readonly plek: Werkplek;
  readonly bevoegdheden: ReadonlyMap<string, Bevoegdheid>;
  readonly terBespreking: readonly TerBespreking[];
};

/** For who decides: what is decided, what it does for them, and where it rubs. */
export function Bestuur({ plek, bevoegdheden, terBespreking }: Props) {
  return (
    <>
      <h2>Wat besluiten wij?</h2>
      <Besluiten plek={plek} bevoegdheden={bevoegdheden} terBespreking={terBespreking} />
      <h2>Wat doet het voor ons?</h2>
      <Takenlijst taken={listGevolgen(plek)} />
      <h2>Wat schuurt er?</h2>
      <Takenlijst taken={SCHUURT} />
    </>
  );
}

function Besluiten({ plek, bevoegdheden, terBespreking }: Props) {
  const orgaan = ORGAAN_VAN[plek.rol];
  const own = [...bevoegdheden.values()].filter(
    ({ organen }) => orgaan !== undefined && organen.includes(orgaan),
  );
  return (
    <>
      {terBespreking.length === 0 ? (
        <p>Er is nu niets met u gedeeld dat klaar is voor bespreking.</p>
      ) : (
        <ul class="lijst">
          {terBespreking.map(({ id, naam, van, regio }) => (
            <li>
              <a href={`/verdeling/versies/${id}`}>{naam}</a>
              <span>
                {van}, over {regio}. Klaar voor bespreking, nog niet vastgesteld.
              </span>
            </li>
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <p>
          U besluit over: {own.map(({ titel }) => titel).join("; ")}.{" "}
          <a href="/wie-mag-wat">Waar dat staat</a>.
        </p>
      )}
    </>
  );
}

function listGevolgen({ organisatie: { soort, naam, gebied }, regio }: Werkplek): readonly Taak[] {
  const region: readonly Taak[] =
    regio === undefined
      ? [
          {
            href: "/regios",
            naam: "Per regio",
            wat: "Welke gemeenten erbij horen, en hun cijfers.",
          },
        ]
      : [
          {
            href: regioAdres(regio),
            naam: "De regio",
            wat: "Welke gemeenten erbij horen, hoe zeker dat is, en haar cijfers.",
          },
          {
            href: pakketVan(regio, soort === "gemeente" ? gebied : undefined),
            naam: "Wat gemeenten al doen",
            wat: "Wat elke gemeente al bijdraagt, naast elkaar.",
          },
        ];
  return [
    ...(soort === "gemeente" && gebied !== undefined
      ? [
          {
            href: gemeenteAdres(gebied),
            naam: `Alles over ${naam}`,
            wat: "Elk cijfer met zijn datum en bron, en wat niemand heeft geleverd.",
          },
        ]
      : []),
    {
      href: "/verdeling",
      naam: "Elke verdeelsleutel naast elkaar",
      wat: "Wat een sleutel vraagt, als deel van de woningen die vrijkomen.",
    },
    ...region,
  ];
}

const SCHUURT: readonly Taak[] = [
  {
    href: "/opmerkingen",
    naam: "Opmerkingen over gemeenten",
    wat: "Wat anderen over een gemeente opmerkten, met haar antwoord ernaast.",
  },
  {
    href: "/reeksen",
    naam: "Doel en realisatie per jaar",
    wat: "Wat was verwacht, wat is gerealiseerd, en hoeveel er nog nodig is.",
  },
  {
    href: "/wat-wij-niet-weten",
    naam: "Wat wij niet weten",
    wat: "Waarop u nu besluit zonder cijfer, en wie dat kan leveren.",
  },
];
