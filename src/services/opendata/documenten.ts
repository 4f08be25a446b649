import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import type { Dataset, Kolom, Rij } from "./dataset.ts";
import { EUPL } from "./licentie.ts";

const KOLOMMEN: readonly Kolom[] = [
  { naam: "naam", soort: "tekst", uitleg: "id@versie: deze ene versie" },
  {
    naam: "soort",
    soort: "tekst",
    uitleg: "indicator, indeling, verdeling, toets, rangorde, traject of kader",
  },
  { naam: "titel", soort: "tekst", uitleg: "hoe het document heet" },
  { naam: "zin", soort: "tekst", uitleg: "wat het document zegt, in een zin" },
  { naam: "onderwerp", soort: "tekst", uitleg: "waarover het gaat" },
  {
    naam: "status",
    soort: "tekst",
    uitleg: "voorbeeld, concept, voorgenomen, vastgesteld, geldend of vervallen",
  },
  { naam: "orgaan", soort: "tekst", uitleg: "wie erover besluit" },
  { naam: "geldigVan", soort: "dag", uitleg: "eerste dag" },
  { naam: "geldigTot", soort: "dag", uitleg: "laatste dag" },
  { naam: "bron", soort: "tekst", uitleg: "het stuk waar het uit komt" },
  { naam: "plaats", soort: "tekst", uitleg: "waar in dat stuk" },
  { naam: "stand", soort: "tekst", uitleg: "wat dat stuk toen was" },
  { naam: "link", soort: "tekst", uitleg: "adres van dat stuk" },
  { naam: "tekst", soort: "tekst", uitleg: "het document zelf, in YAML", alleenJson: true },
];

/** The rules as data: every document that ships, with its sentence, its source and its own text. */
export function documentendataset(basis: Basis, zin: Zinmaker): Dataset {
  const open = basis.bibliotheek
    .list()
    .filter((document) => !basis.isEigen(document.id))
    .toSorted((a, b) => (documentnaam(a) < documentnaam(b) ? -1 : 1));
  return {
    id: "documenten",
    soort: "documenten",
    titel: "Regels en afspraken als gegevens",
    omschrijving:
      "De documenten die met Woonregie meekomen: sleutels, normen, rangordes, trajecten, indelingen en wat een cijfer betekent. Elk met de zin die het is, het openbare stuk waar het uit komt, en in JSON de hele tekst.",
    trefwoorden: ["regels als gegevens", "volkshuisvesting", "verdeling", "urgentie", "norm"],
    makers: ["Woonregie"],
    bronnen: ["Woonregie, naar openbare stukken; bij elk document staat welk stuk"],
    licentie: EUPL,
    kolommen: KOLOMMEN,
    rijen: () => toRijen(open, basis, zin),
  };
}

function* toRijen(all: readonly RegieDocument[], basis: Basis, zin: Zinmaker): Iterable<Rij> {
  for (const document of all) {
    const { soort, titel, onderwerp, status, orgaan, geldigVan, geldigTot, bron } = document;
    const naam = documentnaam(document);
    yield {
      naam,
      soort,
      titel,
      zin: zinAlsTekst(zin(document)),
      onderwerp,
      status,
      orgaan,
      geldigVan,
      geldigTot,
      bron: bron.stuk,
      plaats: bron.plaats,
      stand: bron.stand,
      link: bron.link,
      tekst: basis.tekstVan(naam),
    };
  }
}
