import type { Beleidswoord } from "#domain/beleidswoord.ts";

/** Something that one comes to do, and where that is done. */
export type Taak = { readonly href: string; readonly naam: string; readonly wat: string };

/** What the page of a word says beside what the installation holds about it. */
export type Woordtekst = {
  readonly inleiding: string;
  /** A room that is made for this word stands here with one line. */
  readonly taken: readonly Taak[];
  /** What cannot be done here yet, in one sentence. */
  readonly nogNiet: string;
};

/** The words whose page is made of what is there; the other two have a room of their own. */
export const WOORDTEKSTEN = {
  programmering: {
    inleiding: "Welke woningen er komen: hoeveel, waar, voor wie, en wanneer.",
    taken: [
      {
        href: "/reeksen",
        naam: "Doel en realisatie per jaar",
        wat: "Wat was verwacht, wat er kwam, en hoeveel er nog nodig is.",
      },
      {
        href: "/bronnen",
        naam: "Plancapaciteit ophalen",
        wat: "Uit de Nationale Woningbouwkaart, met wat er verandert voordat u het overneemt.",
      },
      {
        href: "/inleveringen",
        naam: "Plannen en aantallen inleveren",
        wat: "Een bestand of een geplakte tabel, met de bron erbij.",
      },
      {
        href: "/fondsen",
        naam: "Fondsen en regelingen",
        wat: "Hoeveel geld er is, tot en met welk jaar, wat is toegezegd en wat over is.",
      },
    ],
    nogNiet:
      "Een planlijst bijhouden kan hier nog niet; hoe u een toets laat uitrekenen, staat bij de toets zelf.",
  },
  zorg: {
    inleiding:
      "Wonen met zorg of begeleiding: wat er nodig is, wat er is, en wie het samen regelt.",
    taken: [
      {
        href: "/pakket",
        naam: "Wat gemeenten al doen",
        wat: "Voorzieningen, plekken en groepen van een regio naast elkaar, voordat er iets wordt verdeeld.",
      },
      {
        href: "/wat-wij-niet-weten",
        naam: "Wat wij niet weten",
        wat: "Per aandachtsgroep wat niemand levert, en wie dat kan verbeteren.",
      },
    ],
    nogNiet:
      "Een zorgvraag aanmelden of begeleiding volgen kan hier nog niet; dat begint met het transferpunt.",
  },
  samenwerking: {
    inleiding: "Wat partijen met elkaar afspreken, en langs welke stappen zij daar komen.",
    taken: [
      {
        href: "/documenten/nieuw",
        naam: "Begin een eigen afspraak",
        wat: "Schrijf een afspraak op als document dat de computer uitvoert, of neem er een over.",
      },
      {
        href: "/documenten/eigen",
        naam: "Eigen documenten",
        wat: "Wat u hier zelf schreef, wie het ziet, en met wie u het deelt.",
      },
      {
        href: "/wie-mag-wat",
        naam: "Wie mag wat",
        wat: "Welk orgaan waarover besluit, en wat elke rol hier mag.",
      },
    ],
    nogNiet:
      "Handtekeningen verzamelen en een traject stap voor stap afvinken kan hier nog niet; hoe u een traject laat nalopen, staat bij het traject zelf.",
  },
  toezicht: {
    inleiding: "Doen partijen wat zij afspraken, en waar schuurt het? Hier ziet u dat op tijd.",
    taken: [
      {
        href: "/opmerkingen",
        naam: "Opmerkingen over gemeenten",
        wat: "De gemeente ziet een opmerking als eerste; haar antwoord staat er altijd naast.",
      },
      {
        href: "/reeksen",
        naam: "Doel en realisatie per jaar",
        wat: "Of wat is afgesproken er ook komt, per regio of gemeente.",
      },
    ],
    nogNiet:
      "De trede van de interventieladder per gemeente bijhouden kan hier nog niet; hoe u een toets of traject laat uitrekenen, staat bij het document zelf.",
  },
  transferpunt: {
    inleiding: "Van iemand die een woning nodig heeft naar een plek die past.",
    taken: [],
    nogNiet:
      "Mensen aanmelden, urgentie beoordelen en aan een woning koppelen kan hier nog niet; er staan daarom ook geen gegevens over personen in Woonregie.",
  },
} as const satisfies Partial<Readonly<Record<Beleidswoord, Woordtekst>>>;

/** A word whose page is made of what is there. */
export type Paginawoord = keyof typeof WOORDTEKSTEN;
