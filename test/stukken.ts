import { readBlad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import type { Blok, Rij, Stuk } from "#services/stukken/stuk.ts";
import type { Stukbron } from "#services/stukken/werk.ts";
import { uitvoerVanBlad } from "#services/uitvoer/maak-uitvoerblad.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { openbareBasis as basis } from "#test/basis.ts";

/** What a paper is made of, for a sheet by its document and query. */
export function aStukbron(naam: string, query: string): Stukbron {
  const blad = readBlad(naam, new URLSearchParams(query), "2026-01-01");
  const document = documentOf(naam, blad.wijzigingen);
  const { cijfers, ingevuld } = readIngevuld(blad, document, basis);
  const { regio, op, naast } = blad;
  const read = computeTabel(basis, { document, regio, op, cijfers, ingevuld }, naast);
  if (!read.ok) throw new Error(read.fouten.join(" "));
  return {
    blad: uitvoerVanBlad(basis, blad, read.tabel, (item, own) => describeInBasis(item, basis, own)),
    zonderBron: [],
    reacties: new Map(),
    site: "https://woonregie.voorbeeld.nl",
  };
}

function documentOf(naam: string, wijzigingen: ReadonlyMap<string, string>): Verdeling {
  const read = applyWijzigingen(basis.tekstVan(naam) ?? "", wijzigingen, basis.kennis);
  if (read.ok && read.document.soort === "verdeling") return read.document;
  throw new Error(`${naam} is no verdeling`);
}

/** Every text of a paper, in the order in which it is read. */
export function textsOf(stuk: Stuk): readonly string[] {
  return stuk.delen.flatMap(({ titel, onder = "", blokken }) => [
    titel,
    onder,
    ...blokken.flatMap(blokTexts),
  ]);
}

/** Every text of one block; a row of a table is one text. */
function blokTexts(blok: Blok): readonly string[] {
  switch (blok.soort) {
    case "gegevens":
      return blok.regels.map(({ wat, waarde, bij }) => [wat, waarde, bij ?? ""].join(" ").trim());
    case "lijst":
      return JSON.stringify(blok.punten)
        .split(/"tekst":"/)
        .slice(1)
        .map((text) => text.split('"')[0] ?? "");
    case "tabel":
      return [
        blok.bijschrift,
        blok.kolommen.map(({ titel }) => titel).join(" | "),
        ...blok.groepen.flatMap(({ titel, rijen }) => [
          ...(titel ? [titel] : []),
          ...rijen.map(rowText),
        ]),
        ...blok.voet.map(rowText),
      ];
    case "let-op":
      return [blok.titel, ...blok.alineas];
    case "invullen":
      return [blok.vraag];
    case "beeld":
      return [blok.beschrijving];
    default:
      return [blok.tekst];
  }
}

function rowText({ cellen }: Rij): string {
  return cellen.map(({ tekst, onder }) => [tekst, onder].filter(Boolean).join(" ")).join(" | ");
}
