import { type Bibliotheek, createBibliotheek, documentnaam } from "#domain/document.ts";
import { type Lezing, readBrontekst } from "./brontekst.ts";
import { quote } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { toBoom } from "./knoop.ts";
import { type Laadresultaat, loadBron } from "./load.ts";
import type { Bevinding } from "./melding.ts";
import { placeAll, toFouten } from "./plaats-fouten.ts";
import { checkSamenhang } from "./regels/regels.ts";
import { asLijst, asTekst, isKaart, type Kaartboom } from "./regels/ruw.ts";
import { regiosIn } from "./regios-in.ts";

export type Bestand = { readonly bestand: string; readonly tekst: string };

/** All documents of a library, with what they now know of each other. */
export type Bibliotheeklezing = {
  /** One per file, in the order given. */
  readonly resultaten: readonly { readonly bestand: string; readonly resultaat: Laadresultaat }[];
  /** Only the good ones. */
  readonly bibliotheek: Bibliotheek;
  /** What was given, with the indicators, regions and documents of these files. */
  readonly kennis: Kennis;
};

type Gelezenbestand = Bestand & { readonly lezing: Lezing; readonly boom: Kaartboom };

/**
 * Reads documents that may point to each other; each text is parsed once.
 *
 * Figures and regions are known by what the files say themselves, good or not, so that one bad
 * indicator does not make every document that uses it look wrong. Pointers between documents are
 * followed in the good ones. A second document of the same id and versie is an error.
 */
export function loadDocuments(bestanden: readonly Bestand[], kennis: Kennis): Bibliotheeklezing {
  const read = bestanden.map(parse);
  const known = extend(kennis, read);
  const alone = read.map(({ lezing, boom, bestand }) => ({
    boom,
    bestand,
    resultaat: loadOne(lezing, bestand, known),
  }));
  const documents = alone.flatMap(({ resultaat }) => (resultaat.ok ? [resultaat.document] : []));
  const bibliotheek = createBibliotheek(documents);
  const whole: Kennis = { ...known, bibliotheek };
  const seen = new Map<string, string>();
  const resultaten = alone.map(({ boom, bestand, resultaat }) => {
    if (!resultaat.ok) return { bestand, resultaat };
    const name = documentnaam(resultaat.document);
    const twin = seen.get(name);
    seen.set(name, bestand);
    const found = checkSamenhang({
      soort: resultaat.document.soort,
      boom,
      bestand,
      kennis: whole,
    });
    const double = twin === undefined ? [] : [dubbel(name, twin)];
    return { bestand, resultaat: withFouten(resultaat, [...found, ...double], bestand) };
  });
  const good = resultaten.flatMap(({ resultaat }) => (resultaat.ok ? [resultaat.document] : []));
  return { resultaten, bibliotheek: createBibliotheek(good), kennis: whole };
}

function parse({ bestand, tekst }: Bestand): Gelezenbestand {
  const lezing = readBrontekst(tekst);
  const boom = lezing.bron ? toBoom(lezing.bron.boom) : {};
  return { bestand, tekst, lezing, boom: isKaart(boom) ? boom : {} };
}

function loadOne({ bron, fouten, plaats }: Lezing, bestand: string, kennis: Kennis): Laadresultaat {
  if (bron) return loadBron(bron, fouten, { bestand, kennis });
  return { ok: false, fouten: toFouten(fouten, plaats, bestand), opmerkingen: [] };
}

function dubbel(name: string, bestand: string): Bevinding {
  return {
    pad: ["id"],
    bij: "waarde",
    tekst: `${quote(name)} staat ook in ${bestand}. Geef dit document een hogere «versie», of haal er een weg.`,
  };
}

function withFouten(
  resultaat: Extract<Laadresultaat, { ok: true }>,
  found: readonly Bevinding[],
  bestand: string,
): Laadresultaat {
  if (found.length === 0) return resultaat;
  const { bron, opmerkingen } = resultaat;
  const fouten = toFouten(placeAll(found, bron.boom, []), bron.plaats, bestand);
  return { ok: false, fouten, opmerkingen, bron };
}

/** What was known, and what these files add to it. */
function extend(kennis: Kennis, files: readonly Gelezenbestand[]): Kennis {
  const trees = files.map(({ boom }) => boom);
  return {
    ...kennis,
    indicatoren: new Map([...(kennis.indicatoren ?? []), ...trees.flatMap(indicatorIn)]),
    regios: [...(kennis.regios ?? []), ...trees.flatMap(regiosIn)],
  };
}

function indicatorIn(boom: Kaartboom): readonly (readonly [string, readonly string[]])[] {
  const id = asTekst(boom.id);
  if (boom.soort !== "indicator" || id === undefined) return [];
  return [[id, asLijst(boom.uitsplitsing).flatMap((list) => asTekst(list) ?? [])]];
}
