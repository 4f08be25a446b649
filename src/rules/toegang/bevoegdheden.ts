import type { Organisatiesoort, Rol } from "#domain/toegang.ts";

/** What somebody can do that others cannot, and how people say it: "Wie mag …". */
export const HANDELINGEN = {
  vaststellen: "een document vaststellen",
  "cijfers-inleveren": "cijfers inleveren die voor iedereen gelden",
  "cijfers-ophalen": "cijfers ophalen bij een bron, zoals het CBS",
  "cijfers-nakijken": "op de cijfers over het eigen gebied reageren in een correctieronde",
  "correctieronde-houden": "een correctieronde beginnen",
  "documenten-bewaren": "eigen documenten schrijven, bewaren en weggooien",
  "versies-bewaren": "een rekenblad als versie bewaren en met een kring delen",
  "woordenlijst-maken": "de woorden van een regio kiezen",
  "fondsen-bijhouden": "een fonds bijhouden (hoeveel er is, tot welk jaar, wat is toegezegd)",
  "opmerkingen-maken": "een opmerking maken over een gemeente, die haar als eerste ziet",
  "opmerkingen-beantwoorden":
    "een opmerking over de eigen gemeente als gezien zetten en beantwoorden",
  "kringen-maken": "een kring maken, en zeggen wie erin zit",
  "personen-beheren": "mensen uitnodigen, mandaten geven en beëindigen",
  "apisleutels-beheren": "sleutels en webhooks voor programma's maken en intrekken",
  "bestuursmandaat-geven": "een ander een bevoegdheid laten gebruiken (bestuursmandaat)",
  "urgentieverklaring-afgeven": "een urgentieverklaring afgeven",
} as const;

export type Handeling = keyof typeof HANDELINGEN;

/** What the table says and nothing here does yet, and why: so that the page promises nothing. */
export const NOG_NIET_HIER: Partial<Readonly<Record<Handeling, string>>> = {
  "urgentieverklaring-afgeven":
    "Dit staat vast, maar Woonregie heeft er nog geen scherm voor. Het komt met het transferpunt.",
};

/** Where a power holds. */
export const VOORWAARDEN = {
  overal: "overal",
  "eigen-gebied": "in het eigen gebied",
  "eigen-organisatie": "voor de eigen organisatie",
  "bevoegd-orgaan": "in het eigen gebied, als dit orgaan erover gaat",
  bestuursmandaat: "in het gebied van wie er een bestuursmandaat voor gaf",
} as const;

export type Voorwaarde = keyof typeof VOORWAARDEN;

/** One line of the table: these roles of this sort of body may do this, there. */
export type Regel = {
  readonly handeling: Handeling;
  readonly soort: Organisatiesoort;
  readonly rollen: readonly Rol[];
  readonly waar: Voorwaarde;
};

type Wie = Partial<Readonly<Record<Organisatiesoort, readonly Rol[]>>>;

const MEDEWERKERS = ["medewerker"] as const;
const BEHEER = ["beheerder"] as const;
const REGIOTEAM = ["kernteam", "programmateam"] as const;

const IEDEREEN: Wie = {
  rijk: ["minister", "ambtelijk"],
  provincie: ["provinciale-staten", "gedeputeerde-staten", "ambtelijk"],
  gemeente: ["raad", "college", "ambtelijk"],
  corporatie: MEDEWERKERS,
  huurdersorganisatie: MEDEWERKERS,
  zorgaanbieder: MEDEWERKERS,
  zorgkantoor: MEDEWERKERS,
  uitvoerder: MEDEWERKERS,
  regio: REGIOTEAM,
  bureau: MEDEWERKERS,
};

const OVERHEID: Wie = {
  rijk: ["ambtelijk"],
  provincie: ["ambtelijk"],
  gemeente: ["ambtelijk"],
  regio: REGIOTEAM,
  bureau: MEDEWERKERS,
};

/**
 * The whole table of powers: what is not in it, nobody may.
 *
 * Which body of government decides on what is not here but in `data/bevoegdheden.yaml`, with its
 * source; the lines of `vaststellen` only say for whom such a body can act.
 */
export const BEVOEGDHEDEN: readonly Regel[] = [
  ...lines("vaststellen", "overal", { rijk: ["minister"] }),
  ...lines("vaststellen", "bevoegd-orgaan", {
    provincie: ["provinciale-staten", "gedeputeerde-staten"],
    gemeente: ["raad", "college"],
  }),
  ...lines("cijfers-inleveren", "overal", { rijk: ["ambtelijk"] }),
  ...lines("cijfers-inleveren", "eigen-gebied", {
    provincie: ["ambtelijk"],
    gemeente: ["college", "ambtelijk"],
    regio: REGIOTEAM,
    bureau: MEDEWERKERS,
  }),
  ...lines("cijfers-inleveren", "eigen-organisatie", {
    corporatie: MEDEWERKERS,
    zorgaanbieder: MEDEWERKERS,
    zorgkantoor: MEDEWERKERS,
    uitvoerder: MEDEWERKERS,
  }),
  ...lines("cijfers-ophalen", "overal", {
    rijk: ["ambtelijk"],
    provincie: ["ambtelijk"],
    regio: REGIOTEAM,
  }),
  ...lines("cijfers-nakijken", "eigen-gebied", { gemeente: ["college", "ambtelijk"] }),
  ...lines("correctieronde-houden", "eigen-gebied", {
    provincie: ["ambtelijk"],
    regio: REGIOTEAM,
    bureau: MEDEWERKERS,
  }),
  ...lines("documenten-bewaren", "overal", OVERHEID),
  ...lines("versies-bewaren", "overal", IEDEREEN),
  ...lines("woordenlijst-maken", "eigen-gebied", { provincie: ["ambtelijk"], regio: REGIOTEAM }),
  ...lines("fondsen-bijhouden", "eigen-organisatie", {
    ...OVERHEID,
    rijk: ["minister", "ambtelijk"],
  }),
  ...lines("opmerkingen-maken", "overal", IEDEREEN),
  ...lines("opmerkingen-beantwoorden", "eigen-gebied", { gemeente: ["college", "ambtelijk"] }),
  ...lines("kringen-maken", "eigen-organisatie", addToAll(OVERHEID, BEHEER)),
  ...lines("personen-beheren", "eigen-organisatie", addToAll({}, BEHEER)),
  ...lines("apisleutels-beheren", "eigen-organisatie", addToAll({}, BEHEER)),
  ...lines("bestuursmandaat-geven", "eigen-organisatie", { gemeente: ["college"] }),
  ...lines("urgentieverklaring-afgeven", "eigen-gebied", { gemeente: ["college"] }),
  ...lines("urgentieverklaring-afgeven", "bestuursmandaat", { uitvoerder: MEDEWERKERS }),
];

function lines(handeling: Handeling, waar: Voorwaarde, wie: Wie): readonly Regel[] {
  const soorten = Object.keys(wie) as Organisatiesoort[];
  return soorten.map((soort) => ({ handeling, soort, rollen: wie[soort] ?? [], waar }));
}

function addToAll(wie: Wie, rollen: readonly Rol[]): Wie {
  const soorten = Object.keys(IEDEREEN) as Organisatiesoort[];
  return Object.fromEntries(soorten.map((soort) => [soort, [...(wie[soort] ?? []), ...rollen]]));
}
