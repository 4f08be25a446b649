import type { Herindeling, Indeling, Lid, Regio } from "#domain/indeling.ts";
import type { Zekerheid } from "#domain/kop.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import { codewoorden, eenheidwoorden, type Ruimte } from "./context.ts";
import { completeZin, describeGebied } from "./kopzin.ts";
import { type Brok, field, phrase, series, type Zin } from "./zin.ts";

const SOORTEN: Readonly<Record<string, string>> = {
  woningmarktregio: "woningmarktregio volgens de Huisvestingswet",
};

/** "Drechtsteden: 7 gemeenten (samenwerking, bestaand, aanname, peildatum 1 januari 2026)." */
export function describeIndeling(document: Indeling, ruimte: Ruimte): Zin {
  const { soortRegio, optie, peildatum, volledigVoor, herindelingen } = document;
  const regios = Object.entries(document.regios);
  const [only] = regios;
  const alone = regios.length === 1 ? only : undefined;
  const kind = SOORTEN[soortRegio] ?? codewoorden(soortRegio, ruimte);
  const body = phrase(
    separated(
      regios.map(([naam, regio]) => describeRegio(regio, `regios.${naam}`, !alone, ruimte)),
      ";",
    ),
    describeGebied(document, ruimte),
    "(",
    separated(
      [
        field(kind, "soort-regio"),
        optie && field(optie, "optie"),
        alone && describeZekerheid(alone[1].zekerheid, `regios.${alone[0]}.zekerheid`),
        phrase("peildatum", field(formatMoment(peildatum), "peildatum")),
      ],
      ",",
    ),
    ")",
    volledigVoor.length > 0
      ? phrase("; volledig voor", field(names(volledigVoor, ruimte), "volledig-voor"))
      : undefined,
    ...herindelingen.map((item, i) => describeHerindeling(item, `herindelingen[${i}]`, ruimte)),
  );
  return completeZin(document, body, ruimte);
}

function separated(items: readonly Brok[], sign: string): Zin {
  const said = items.filter((item) => item !== undefined);
  return phrase(...said.flatMap((item, index) => (index === 0 ? [item] : [sign, item])));
}

function describeRegio(regio: Regio, pad: string, told: boolean, ruimte: Ruimte): Zin {
  const { titel, gemeenten, deelregios, zekerheid } = regio;
  const parts = Object.keys(deelregios).length;
  const certain = told ? describeZekerheid(zekerheid, `${pad}.zekerheid`) : undefined;
  return phrase(
    `${titel}:`,
    field(String(gemeenten.length), `${pad}.gemeenten`),
    gemeenten.length === 1 ? "gemeente" : "gemeenten",
    certain && phrase("(", certain, ")"),
    parts > 0
      ? phrase(
          "in",
          field(String(parts), `${pad}.deelregios`),
          parts === 1 ? "deelregio" : "deelregio's",
        )
      : undefined,
    describeLeden(regio, pad, ruimte),
  );
}

function describeZekerheid(zekerheid: Zekerheid, pad: string): Zin | undefined {
  return zekerheid === "vast" ? undefined : [field(zekerheid, pad)];
}

/** Members that are surer or less sure than their region, or that come or go on a day. */
function describeLeden(
  { gemeenten, zekerheid }: Regio,
  pad: string,
  ruimte: Ruimte,
): Zin | undefined {
  const told = gemeenten
    .map((lid, i) => describeLid(lid, zekerheid, `${pad}.gemeenten[${i}]`, ruimte))
    .filter((part) => part !== undefined);
  return told.length > 0 ? phrase(", waarvan", series(told)) : undefined;
}

function describeLid(lid: Lid, usual: Zekerheid, pad: string, ruimte: Ruimte): Zin | undefined {
  const { gemeente, zekerheid, sinds, tot } = lid;
  const differs = zekerheid !== usual;
  if (!differs && sinds === undefined && tot === undefined) return undefined;
  return phrase(
    eenheidwoorden(gemeente, ruimte),
    differs ? field(zekerheid, `${pad}.zekerheid`) : undefined,
    sinds && phrase("vanaf", field(formatMoment(sinds), `${pad}.sinds`)),
    tot && phrase("tot en met", field(formatMoment(tot), `${pad}.tot`)),
  );
}

function describeHerindeling(
  { datum, van, naar, zekerheid }: Herindeling,
  pad: string,
  ruimte: Ruimte,
): Zin {
  return phrase(
    "; op",
    field(formatMoment(datum), `${pad}.datum`),
    van.length === 1 ? "gaat" : "gaan",
    field(names(van, ruimte), `${pad}.van`),
    "op in",
    field(names(naar, ruimte), `${pad}.naar`),
    zekerheid === "vast" ? undefined : phrase("(", field(zekerheid, `${pad}.zekerheid`), ")"),
  );
}

function names(units: Indeling["volledigVoor"], ruimte: Ruimte): string {
  return listWords(units.map((unit) => eenheidwoorden(unit, ruimte)));
}
