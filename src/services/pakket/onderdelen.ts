/** One column: an indicator, or one cell of it, in the words of the page. */
export type Kolomvorm = {
  readonly indicator: string;
  readonly cel: readonly string[];
  readonly titel: string;
  /** Who delivers it, for where it is not there yet. */
  readonly levert: string;
};

/** Columns that belong together; those of unlike units stand side by side and are never added. */
export type Tabelvorm = {
  readonly id: string;
  readonly titel: string;
  readonly uitleg: string;
  readonly kolommen: readonly Kolomvorm[];
};

const GEMEENTE = "de gemeente";
const CORPORATIES = "de corporaties";
const RIJK = "het Rijk, elk halfjaar";

/** Everything that a gemeente may do or take on already, by subject; spoor 1 and 2 apart. */
export const PAKKET: readonly Tabelvorm[] = [
  {
    id: "urgenten",
    titel: "Wettelijk urgenten en wat er vrijkomt",
    uitleg: "Spoor 2. Het deel is een deel van de woningen die in de gemeente zelf vrijkomen.",
    kolommen: [
      column("vrijkomende-sociale-huurwoningen", "komt vrij", CORPORATIES),
      column("plaatsingen-urgenten", "urgenten geplaatst", CORPORATIES),
      column("deel-voor-geplaatste-urgenten", "deel van de eigen woningen", CORPORATIES),
    ],
  },
  {
    id: "lokale-urgenten",
    titel: "Urgenten volgens de gemeente zelf",
    uitleg: "Niet wettelijk: groepen die een gemeente zelf aan haar verordening toevoegde.",
    kolommen: [
      column("plaatsingen-lokale-urgenten.stadsvernieuwing", "door stadsvernieuwing", GEMEENTE),
      column("plaatsingen-lokale-urgenten.herstructurering", "door herstructurering", GEMEENTE),
      column(
        "plaatsingen-lokale-urgenten.statushouder",
        "vergunninghouders met voorrang",
        GEMEENTE,
      ),
    ],
  },
  {
    id: "vergunninghouders",
    titel: "Vergunninghouders",
    uitleg: "Personen, geen huishoudens. Een achterstand onder nul is een voorsprong.",
    kolommen: [
      column("taakstelling", "taakstelling", RIJK),
      column("gehuisveste-vergunninghouders", "gehuisvest", GEMEENTE),
      column("achterstand-taakstelling", "achterstand", "de provincie, op 1 januari en 1 juli"),
    ],
  },
  {
    id: "opvang",
    titel: "Opvang",
    uitleg: "Plekken die er zijn. Waar iets tegenover staat, staat dat in dezelfde regel.",
    kolommen: [
      column("azc-plekken", "azc", GEMEENTE),
      column("doorstroomplekken", "doorstroomlocatie", GEMEENTE),
    ],
  },
  {
    id: "groepen",
    titel: "Studenten, arbeidsmigranten en woonwagenbewoners",
    uitleg: "Elke kolom heeft een eigen eenheid. Ze tellen niet bij elkaar op.",
    kolommen: [
      column("studentenwoningen.realisatie", "studentenwoningen opgeleverd", GEMEENTE),
      column("arbeidsmigranten", "arbeidsmigranten", "de gemeente of de regio, als schatting"),
      column("standplaatsen", "standplaatsen die er zijn", GEMEENTE),
      column("aangeboden-standplaatsen", "standplaatsen aangeboden", GEMEENTE),
    ],
  },
  {
    id: "voorzieningen",
    titel: "Voorzieningen voor de hele regio",
    uitleg: "Wie ze gebruikt, komt vaak uit meer gemeenten dan waar ze staan.",
    kolommen: [
      column("plekken-skaeve-huse", "skaeve huse", GEMEENTE),
      column("plekken-domus", "Domus", GEMEENTE),
      column("plekken-tienermoeders", "huis voor tienermoeders", GEMEENTE),
    ],
  },
  {
    id: "bouwen",
    titel: "Bouwen",
    uitleg: "Spoor 1. Plancapaciteit is wat in plannen past, de opgave wat is afgesproken.",
    kolommen: [
      column("sociale-huur-in-programma", "sociale huur in eigen programma", GEMEENTE),
      column("woningen.sociale-huur.realisatie", "sociale huur opgeleverd", GEMEENTE),
      column("nieuwbouw", "alle nieuwbouw opgeleverd", "het CBS"),
      column("plancapaciteit", "plancapaciteit", GEMEENTE),
      column("woningbouwopgave", "afgesproken opgave", "de regio"),
      column("plancapaciteit-van-de-opgave", "capaciteit als deel van de opgave", GEMEENTE),
    ],
  },
];

function column(naam: string, titel: string, levert: string): Kolomvorm {
  const [indicator = "", ...cel] = naam.split(".");
  return { indicator, cel, titel, levert };
}
