import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatMoment } from "#domain/notatie.ts";
import { type Cbseenheid, unitKey } from "#sources/cbs/kennis.ts";
import { readOdata } from "#sources/cbs/odata.ts";
import { type Momentcijfers, type Omzetting, zetOm } from "#sources/cbs/omzetten.ts";
import { type Cbsmaat, type Cbstabel, haalTabel } from "#sources/cbs/tabel.ts";
import {
  type Cbsniveau,
  readWaarnemingen,
  type Waarnemingenvraag,
  waarnemingenAdres,
} from "#sources/cbs/waarnemingen.ts";
import { haalBladzijden } from "#sources/ophalen/bladzijden.ts";
import { Ophaalfout, vormfout } from "#sources/ophalen/ophaalfout.ts";
import { bewaarLeveringen, type Tebewaren } from "./bewaren.ts";
import type { Opgehaald } from "./opgehaald.ts";
import type { Cijferuitkomst, Tabeluitkomst } from "./uitkomst.ts";
import type { Werk } from "./werk.ts";

type Cbsvraag = Extract<Ophaalvraag, { soort: "cbs" }>;

/** Looks what is in a table of CBS, so that a person can choose from it. */
export async function haalCbstabel(tabel: string, werk: Werk): Promise<Opgehaald> {
  const uitkomst: Tabeluitkomst = { soort: "tabel", tabel: await readTabel(tabel, werk) };
  return { bewaar: async () => ({ uitkomst }) };
}

/** Fetches one figure from a table of CBS, at every level and in every period that is asked. */
export async function haalCbs(vraag: Cbsvraag, werk: Werk): Promise<Opgehaald> {
  const { grond } = werk;
  const indicator = findIndicator(vraag, werk);
  const tabel = await readTabel(vraag.tabel, werk);
  const maat = findMaat(vraag, tabel);
  assertChosen(vraag, tabel);
  const eenheid = fitUnit(maat, indicator, werk);
  const found: (readonly [Cbsniveau, Omzetting])[] = [];
  for (const niveau of vraag.niveaus) {
    const waarnemingen = await haalNiveau(vraag, niveau, tabel, werk);
    const perioden = tabel.perioden.filter(({ code }) => vraag.perioden.includes(code));
    const { cbs: kennis, gemeenten } = grond;
    const kant = vraag.stand;
    const question = {
      waarnemingen,
      perioden,
      niveau,
      maal: eenheid.maal,
      kant,
      kennis,
      gemeenten,
    };
    found.push([niveau, zetOm(question)]);
  }
  const alle = found.flatMap(([niveau, { momenten }]) =>
    momenten.map((cijfers) => toTebewaren({ vraag, niveau, cijfers, maat, indicator, werk })),
  );
  return {
    bewaar: async (tx) => {
      const { leveringen, vorige } = await bewaarLeveringen(tx, alle);
      const uitkomst: Cijferuitkomst = {
        soort: "cijfers",
        leveringen,
        leeg: found.flatMap(([niveau, { leeg }]) => leeg.map((periode) => ({ niveau, periode }))),
        meldingen: [...new Set(found.flatMap(([, { meldingen }]) => meldingen))],
      };
      return { uitkomst, vorige };
    },
  };
}

async function readTabel(tabel: string, werk: Werk): Promise<Cbstabel> {
  const { grond, signal, wacht } = werk;
  await werk.meld({ stap: `Kijken wat er in tabel ${tabel} staat`, gedaan: 0 });
  const { ophaler, adressen } = grond;
  return haalTabel({ ophaler, basis: adressen.cbs, tabel, signal, onWacht: wacht });
}

async function haalNiveau(vraag: Cbsvraag, niveau: Cbsniveau, tabel: Cbstabel, werk: Werk) {
  const { grond, signal, wacht } = werk;
  const asked: Waarnemingenvraag = {
    ...{ tabel: vraag.tabel, maat: vraag.maat, niveau },
    ...{ regio: tabel.regio, periode: tabel.periode },
    ...{ perioden: vraag.perioden, dimensies: vraag.dimensies },
  };
  let rows = 0;
  const stap = `Cijfers ophalen (${niveau})`;
  await werk.meld({ stap, gedaan: 0 });
  const pages = await haalBladzijden({
    ophaler: grond.ophaler,
    eerste: waarnemingenAdres(grond.adressen.cbs, asked),
    soort: "json",
    lees: (tekst) => {
      const { inhoud, ...rest } = readOdata(tekst, `${vraag.tabel}/Observations`);
      return { ...rest, inhoud: readWaarnemingen(inhoud, asked) };
    },
    map: werk.map(`waarnemingen ${niveau}`),
    signal,
    onWacht: wacht,
    onBlad: (page) => {
      rows += page.length;
      return werk.meld({ stap, gedaan: rows });
    },
  });
  return pages.flat();
}

function findIndicator({ indicator, stand }: Cbsvraag, { grond }: Werk): Indicator {
  const found = grond.bibliotheek.find(indicator);
  if (found?.soort !== "indicator") {
    throw mismatch(
      `«${indicator}» is geen cijfer dat Woonregie kent. Kies een cijfer uit de lijst.`,
    );
  }
  if (found.meetmoment === "peildatum" && stand === undefined) {
    throw mismatch(
      `«${found.titel}» is een stand op een dag. Zeg of CBS telt aan het begin of aan het einde van de periode.`,
    );
  }
  if (found.meetmoment === "periode" && stand !== undefined) {
    throw mismatch(
      `«${found.titel}» gaat over een hele periode, niet over een dag. Laat begin of einde weg.`,
    );
  }
  return found;
}

function mismatch(tekst: string): Ophaalfout<"past-niet"> {
  return new Ophaalfout("past-niet", { tekst });
}

function findMaat({ maat, tabel }: Cbsvraag, { maten }: Cbstabel): Cbsmaat {
  const found = maten.find(({ code }) => code === maat);
  if (found) return found;
  throw vormfout(`de maten van ${tabel}`, maat, maten.map(({ code }) => code).join(", "));
}

function assertChosen({ perioden, dimensies, tabel }: Cbsvraag, found: Cbstabel): void {
  const known = new Set(found.perioden.map(({ code }) => code));
  const strange = perioden.filter((code) => !known.has(code));
  if (strange.length > 0) {
    const has = found.perioden.map(({ code }) => code).join(", ");
    throw vormfout(`de perioden van ${tabel}`, strange.join(", "), has);
  }
  for (const { naam, codes } of found.dimensies) {
    const chosen = dimensies[naam];
    if (codes.some(({ code }) => code === chosen?.trim())) continue;
    const has = codes.map(({ code, titel }) => `${code} (${titel})`).join(", ");
    throw mismatch(
      `Tabel ${tabel} is ook verdeeld naar ${naam}. Kies daarvan één onderdeel: ${has}.`,
    );
  }
}

/** The unit of the measure, where it is that of the figure or can be made so. */
function fitUnit(maat: Cbsmaat, indicator: Indicator, { grond }: Werk): Cbseenheid {
  const unit = grond.cbs.eenheden.get(unitKey(maat.eenheid));
  const known = [...grond.cbs.eenheden.keys()].join(", ");
  if (!unit) throw vormfout(`de eenheid van ${maat.code}`, `een van ${known}`, maat.eenheid);
  const { eenheid } = indicator;
  const own = eenheid === "deel" || eenheid === "euro" || eenheid === "km2" ? eenheid : "telling";
  if (own === unit.pastBij) return unit;
  throw mismatch(
    `«${maat.titel}» telt CBS in «${maat.eenheid}», en «${indicator.titel}» staat hier in ${eenheid}. Dat past niet bij elkaar; kies een andere maat of een ander cijfer.`,
  );
}

type Klaar = {
  readonly vraag: Cbsvraag;
  readonly niveau: Cbsniveau;
  readonly cijfers: Momentcijfers;
  readonly maat: Cbsmaat;
  readonly indicator: Indicator;
  readonly werk: Werk;
};

function toTebewaren({ vraag, niveau, cijfers, maat, indicator, werk }: Klaar): Tebewaren {
  const { moment, peildatum, status, periode, regels, nagekeken, ontbreekt, buiten } = cijfers;
  const day = werk.grond.now().toISOString().slice(0, 10);
  const members = Object.entries(vraag.dimensies).map(([naam, code]) => `${naam} ${code}`);
  const where = [`maat ${maat.code} «${maat.titel}»`, periode, ...members].join(", ");
  return {
    levering: {
      id: `bron/cbs/${vraag.tabel}/${maat.code}/${indicator.id}/${niveau}/${moment}`,
      ...{ indicator: indicator.id, moment, peildatum, status, betrouwbaarheid: "gemeten" },
      bron: `CBS StatLine, ${vraag.tabel}, ${where}`,
      licentie: "CC BY 4.0",
      toelichting: `Opgehaald bij CBS op ${formatMoment(day)}.`,
    },
    ...{ indicator, niveau, regels, nagekeken, ontbreekt, buiten },
  };
}
