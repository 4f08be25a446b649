import type { Mandaat, Organisatie, Rol } from "#domain/toegang.ts";
import { gemeenteAdres, regioAdres } from "../adres.ts";
import { pakketVan } from "../pakket/pakket-adres.ts";
import type { Taak } from "../woord/woorden.ts";

/** Where somebody acts: their body, as what, and a region that it belongs to. */
export type Werkplek = Pick<Mandaat, "organisatie" | "rol"> & {
  /** The name that finds the region; absent where it is in none, or in all of them. */
  readonly regio?: string;
};

/** Roles that decide: they get what is decided, what it does and where it rubs. */
const BESTUUR: readonly Rol[] = [
  ...(["minister", "provinciale-staten", "gedeputeerde-staten"] as const),
  ...(["raad", "college"] as const),
];

/** Whether somebody acts as a body of government, and not for one. */
export function isBestuur(rol: Rol): boolean {
  return BESTUUR.includes(rol);
}

const NAKIJKEN: Taak = {
  href: "/opmerkingen",
  naam: "Opmerkingen over gemeenten",
  wat: "Wat anderen over een gemeente opmerkten, met haar antwoord ernaast.",
};

const INLEVEREN: Taak = {
  href: "/inleveringen",
  naam: "Cijfers inleveren",
  wat: "Een bestand of een geplakte tabel: eerst zien wat niet klopt, dan overnemen.",
};

const VERDELEN: Taak = {
  href: "/verdeling",
  naam: "Verdeling verkennen",
  wat: "Leg verdeelsleutels naast elkaar, en zie wat elke sleutel voor iedere gemeente doet.",
};

const EIGEN: Taak = {
  href: "/documenten/eigen",
  naam: "Eigen documenten",
  wat: "Schrijf een afspraak op als document dat de computer uitvoert, en deel het.",
};

const JAREN: Taak = {
  href: "/reeksen",
  naam: "Doel en realisatie per jaar",
  wat: "Wat was verwacht, wat is gerealiseerd, en hoeveel er nog nodig is.",
};

const LANDELIJK: Taak = {
  href: "/regios",
  naam: "Alle regio's",
  wat: "Welke gemeenten samen een regio vormen, en hoe zeker dat is.",
};

const ONBEKEND: Taak = {
  href: "/wat-wij-niet-weten",
  naam: "Wat wij niet weten",
  wat: "Per aandachtsgroep wat niemand levert, en wie dat kan verbeteren.",
};

const BEVOEGD: Taak = {
  href: "/wie-mag-wat",
  naam: "Wie mag wat",
  wat: "Welk orgaan waarover besluit, en wat elke rol hier mag.",
};

function gemeente({ naam, gebied = "" }: Organisatie): Taak {
  return {
    href: gemeenteAdres(gebied),
    naam: `Alles over ${naam}`,
    wat: "Elk cijfer met zijn datum en bron, en wat niemand heeft geleverd.",
  };
}

function samen(regio: string | undefined, eigen?: string): readonly Taak[] {
  if (regio === undefined) return [];
  return [
    {
      href: pakketVan(regio, eigen),
      naam: "Wat gemeenten in de regio al doen",
      wat: "Opvang, groepen en nieuwbouw naast elkaar, voordat er iets wordt verdeeld.",
    },
  ];
}

function regioblad(regio: string | undefined): readonly Taak[] {
  if (regio === undefined) return [LANDELIJK];
  return [{ href: regioAdres(regio), naam: "De regio", wat: "De gemeenten, en hoe zeker dat is." }];
}

function beheer({ id, naam }: Organisatie): readonly Taak[] {
  return [
    {
      href: `/organisaties/${id}`,
      naam: `${naam} beheren`,
      wat: "Mensen uitnodigen, mandaten geven en beëindigen, en kringen maken.",
    },
    {
      href: "/apisleutels",
      naam: "Sleutels en webhooks",
      wat: "Welk programma namens u cijfers leest of inlevert, en welk bericht krijgt.",
    },
  ];
}

/** What somebody in this place mostly comes to do, most usual first. */
export function hoofdtakenVan({ organisatie, rol, regio }: Werkplek): readonly Taak[] {
  if (rol === "beheerder") return [...beheer(organisatie), BEVOEGD];
  if (isBestuur(rol)) return [BEVOEGD];
  switch (organisatie.soort) {
    case "gemeente":
      return [
        gemeente(organisatie),
        ...[VERDELEN, INLEVEREN, NAKIJKEN],
        ...samen(regio, organisatie.gebied),
      ];
    case "regio":
    case "bureau":
      return [VERDELEN, ...samen(regio), ...regioblad(regio), NAKIJKEN, EIGEN];
    case "provincie":
      return [LANDELIJK, JAREN, NAKIJKEN, INLEVEREN];
    case "rijk":
      return [LANDELIJK, JAREN, ONBEKEND, BEVOEGD];
    case "corporatie":
      return [VERDELEN, INLEVEREN, NAKIJKEN];
    case "huurdersorganisatie":
      return [VERDELEN, ONBEKEND, NAKIJKEN];
    case "zorgaanbieder":
    case "zorgkantoor":
      return [
        ONBEKEND,
        INLEVEREN,
        {
          href: "/zorg",
          naam: "Wonen met zorg",
          wat: "Afspraken en regels over wonen met zorg of begeleiding.",
        },
      ];
    case "uitvoerder":
      return [
        {
          href: "/transferpunt",
          naam: "Wie voorgaat",
          wat: "De regels over urgentie en voorrang, elk als de zin die het is.",
        },
        INLEVEREN,
        BEVOEGD,
      ];
  }
}
