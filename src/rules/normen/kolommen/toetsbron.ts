import { add, type Breuk, EEN, exactTekst, multiply, NUL } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp, Vergelijking, Waarheid } from "#domain/eis.ts";
import type { Fase } from "#domain/toets.ts";
import type { Deel, Formule, Verwijzing, Waarde } from "#domain/waarde.ts";
import { HET_GEHEEL, type Plek } from "#rules/cijfers/rekenvraag.ts";
import { describeVerwijzing } from "#rules/cijfers/verwijzing.ts";
import { evaluateEis } from "../eis.ts";
import { reportEis } from "../eisverslag.ts";
import { createToetslezer, placeOf, type Toetsvraag } from "../toetsvraag.ts";
import type { Toetslezer } from "../vergelijkingsverslag.ts";
import { readVerwijzing, readWaarde } from "../waarde.ts";
import { type Herkomst, herkomstVan, herkomstVanEis } from "./herkomst.ts";
import type { Kolommen } from "./kolommen.ts";
import type { Jaargetallen, Kant } from "./vergelijking.ts";
import type { Vertaalbron } from "./vertaal.ts";

/** One document as it is asked, year by year, with readers that remember. */
export type Toetsjaren = {
  /** Tells the figures of this document apart from those of the others. */
  readonly naam: string;
  readonly vraag: (jaar: number) => Toetsvraag;
  readonly lezer: (jaar: number) => Toetslezer;
};

/** Where the eisen of one document, measured in one fase, find what they speak of. */
export function createToetsbron(
  toets: Toetsjaren,
  fase: Fase | undefined,
  kolommen: Kolommen,
): Vertaalbron {
  const stand = readStand(toets, fase, kolommen);
  return {
    waarde: (waarde) => kantOf(waarde, stand),
    onderwerp: (onderwerp) => {
      if (onderwerp.soort === "aantal") return kantOf(onderwerp.van, stand);
      return onderwerp.soort === "som" ? somkolom(onderwerp, stand) : undefined;
    },
    grenzen: (vergelijking) => endsOf(vergelijking, stand.jaren.map(toets.lezer)),
    aanwezig: (wat) =>
      kolommen.antwoorden(`aanwezig ${describeVerwijzing(wat)} ${fase ?? ""}`, {
        herkomst: herkomstVan(wat, () => undefined),
        lees: (gemeente, jaar) =>
          toets.lezer(jaar).lezer.isPresent(wat, stand.plek(gemeente)) ? "ja" : "nee",
      }),
    perCel: (eis) =>
      kolommen.antwoorden(`${toets.naam} ${fase ?? ""} ${exactTekst(eis)}`, {
        herkomst: herkomstVanEis(eis, stand.formuleVan),
        lees: (gemeente, jaar) => answerOne(eis, stand.plek(gemeente), toets, jaar),
      }),
  };
}

/** What every reading of one document in one fase needs. */
type Bronstand = {
  readonly toets: Toetsjaren;
  readonly kolommen: Kolommen;
  readonly jaren: readonly number[];
  readonly parameters: ReadonlySet<string>;
  readonly formuleVan: (naam: string) => Formule | undefined;
  readonly plek: (gemeente: number) => Plek;
  /** The name of a column: what leans on nothing of the document is the same in every document. */
  readonly nameOf: (text: string, herkomst: Herkomst) => string;
};

function readStand(toets: Toetsjaren, fase: Fase | undefined, kolommen: Kolommen): Bronstand {
  const { document, gebied } = toets.vraag(0);
  const own = new Set([...Object.keys(document.parameters), ...Object.keys(document.afgeleid)]);
  return {
    toets,
    kolommen,
    jaren: Array.from({ length: kolommen.vorm.jaren }, (_, jaar) => jaar),
    parameters: new Set(Object.keys(document.parameters)),
    formuleVan: (naam) => document.afgeleid[naam] ?? toets.lezer(0).lezer.indicator(naam)?.formule,
    plek: (gemeente) => placeOf([gebied.eenheden[gemeente]?.id ?? ""], fase),
    nameOf: (text, { namen }) => {
      const leans = [...namen].some((naam) => own.has(naam));
      return [text, fase ?? "", leans ? toets.naam : ""].join("|");
    },
  };
}

/** A waarde as a side of a comparison; undefined for what is neither a number nor a figure. */
function kantOf(waarde: Waarde, stand: Bronstand): Kant | undefined {
  switch (waarde.soort) {
    case "getal":
    case "band":
      return { maal: perYear(stand, (lezer) => readWaarde(waarde, HET_GEHEEL, lezer)) };
    case "verwijzing":
      return kantOfVerwijzing(waarde.verwijzing, stand);
    case "deel-van": {
      const part = kantOf(partOf(waarde.deel), stand);
      const whole = kantOfVerwijzing(waarde.van, stand);
      return part && whole && times(part, whole);
    }
    default:
      return undefined;
  }
}

function kantOfVerwijzing(verwijzing: Verwijzing, stand: Bronstand): Kant | undefined {
  const { toets, kolommen } = stand;
  if (verwijzing.naam === "uitkomst") return undefined;
  if (stand.parameters.has(verwijzing.naam)) {
    return { maal: perYear(stand, (lezer) => readVerwijzing(verwijzing, HET_GEHEEL, lezer)) };
  }
  const herkomst = herkomstVan(verwijzing, stand.formuleVan);
  const kolom = kolommen.kolom(stand.nameOf(describeVerwijzing(verwijzing), herkomst), {
    herkomst,
    lees: (gemeente, jaar) => readVerwijzing(verwijzing, stand.plek(gemeente), toets.lezer(jaar)),
  });
  return kolom && { maal: perYear(stand, () => EEN), kolom };
}

function somkolom(
  onderwerp: Extract<EisOnderwerp, { soort: "som" }>,
  stand: Bronstand,
): Kant | undefined {
  const herkomst = { ...herkomstVan(onderwerp.wat, stand.formuleVan), breed: true };
  const text = `som ${describeVerwijzing(onderwerp.wat)} ${onderwerp.over}`;
  const kolom = stand.kolommen.kolom(stand.nameOf(text, herkomst), {
    herkomst,
    lees: (gemeente, jaar) => sumOver(onderwerp, stand.plek(gemeente), stand.toets.lezer(jaar)),
  });
  return kolom && { maal: perYear(stand, () => EEN), kolom };
}

function perYear(
  { toets, jaren }: Bronstand,
  read: (lezer: Toetslezer) => Breuk | undefined,
): Jaargetallen {
  return jaren.map((jaar) => read(toets.lezer(jaar)));
}

/** As a toets reports it: a comparison by its own answer, else by the answers that it is made of. */
function answerOne(eis: Eis, plek: Plek, toets: Toetsjaren, jaar: number): Waarheid {
  if (eis.soort === "vergelijking") return evaluateEis(eis, plek, toets.lezer(jaar));
  return reportEis(eis, "", plek, () => createToetslezer(toets.vraag(jaar))).waarheid;
}

function partOf(deel: Deel): Waarde {
  return deel.soort === "getal"
    ? deel
    : { soort: "verwijzing", verwijzing: { naam: deel.naam, pad: [] } };
}

/** A number times a figure; a figure times a figure is no column. */
function times(part: Kant, whole: Kant): Kant | undefined {
  if (part.kolom) return undefined;
  const maal = part.maal.map((one, jaar) => {
    const other = whole.maal[jaar];
    return one && other ? multiply(one, other) : undefined;
  });
  return { ...whole, maal };
}

function sumOver(
  { wat, over }: Extract<EisOnderwerp, { soort: "som" }>,
  plek: Plek,
  lezer: Toetslezer,
): Breuk | undefined {
  let total: Breuk | undefined = NUL;
  for (const place of lezer.eenheden(over, plek)) {
    const part = readVerwijzing(wat, place, lezer);
    total = total && part ? add(total, part) : undefined;
  }
  return total;
}

function endsOf(
  { grenzen }: Extract<Vergelijking, { soort: "tussen" }>,
  lezers: readonly Toetslezer[],
): { readonly van: boolean; readonly tot: boolean } | undefined {
  const words = lezers.map((lezer) =>
    grenzen.soort === "vast" ? grenzen.grenzen : lezer.grenzen(grenzen.naam),
  );
  const [word] = words;
  if (word === undefined || words.some((other) => other !== word)) return undefined;
  return { van: word === "beide" || word === "van", tot: word === "beide" || word === "tot" };
}
