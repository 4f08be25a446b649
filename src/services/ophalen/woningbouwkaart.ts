import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { add, type Breuk, equals, formatBreuk, NUL } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Cijferregel } from "#sources/cbs/omzetten.ts";
import { haalBladzijden } from "#sources/ophalen/bladzijden.ts";
import { Ophaalfout, vormfout } from "#sources/ophalen/ophaalfout.ts";
import {
  type Kaartgemeente,
  type Kaartregio,
  type Planaantallen,
  pakKaartbestandUit,
  readKaartgemeenten,
  readKaartregios,
  readPeilmoment,
} from "#sources/woningbouwkaart/woningbouwkaart.ts";
import { bewaarLeveringen, type Tebewaren } from "./bewaren.ts";
import type { Opgehaald } from "./opgehaald.ts";
import type { Kaartuitkomst, Woondealvergelijking } from "./uitkomst.ts";
import type { Regioleden, Werk } from "./werk.ts";

type Kaartvraag = Extract<Ophaalvraag, { soort: "woningbouwkaart" }>;

const INDICATOREN = [
  ["plancapaciteit-netto", "netto"],
  ["plancapaciteit-hard", "hard"],
  ["plancapaciteit-zacht", "zacht"],
] as const satisfies readonly (readonly [string, keyof Planaantallen])[];

/** Fetches the totals of plans per gemeente and per woondealregio. */
export async function haalWoningbouwkaart(vraag: Kaartvraag, werk: Werk): Promise<Opgehaald> {
  const gemeenten = await haalBestand("gemeente", readKaartgemeenten, werk);
  const regios = await haalBestand("woondeal", readKaartregios, werk);
  const twice = gemeenten.find(({ code }, i) => gemeenten.some((g, j) => j < i && g.code === code));
  if (twice) throw vormfout("gemeente.json", "elke gemeente één keer", `${twice.code} twee keer`);
  const alle = [
    ...gemeenteleveringen(gemeenten, vraag, werk),
    ...regioleveringen(regios, vraag, werk),
  ];
  return {
    bewaar: async (tx) => {
      const { leveringen, vorige } = await bewaarLeveringen(tx, alle);
      const uitkomst: Kaartuitkomst = {
        soort: "woningbouwkaart",
        leveringen,
        leeg: [],
        meldingen: [
          "De bron noemt geen licentie. Vraag bij het ministerie van BZK na of u deze cijfers mag doorgeven.",
        ],
        woondealregios: compareWoondealregios(gemeenten, werk.grond.regios()),
        sommen: compareSums(gemeenten, regios),
      };
      return { uitkomst, vorige };
    },
  };
}

async function haalBestand<T>(
  naam: string,
  lees: (tekst: string) => readonly T[],
  { grond, signal, wacht, map, meld }: Werk,
): Promise<readonly T[]> {
  const stap = `Totalen ophalen (${naam})`;
  await meld({ stap, gedaan: 0 });
  const [inhoud = []] = await haalBladzijden({
    ophaler: grond.ophaler,
    eerste: new URL(`${grond.adressen.woningbouwkaart}/${naam}.json.gz`),
    soort: "bestand",
    pakUit: pakKaartbestandUit,
    lees: (tekst) => ({ inhoud: lees(tekst) }),
    map: map(`bestand ${naam}`),
    signal,
    onWacht: wacht,
    onBlad: (rows) => meld({ stap, gedaan: rows.length, totaal: rows.length }),
  });
  return inhoud;
}

function gemeenteleveringen(
  rows: readonly Kaartgemeente[],
  vraag: Kaartvraag,
  werk: Werk,
): readonly Tebewaren[] {
  const { gemeenten } = werk.grond;
  const here = new Set(rows.map(({ code }) => code));
  return [...groupByDay(rows, vraag)].flatMap(([dag, own]) => {
    const expected = new Set(gemeenten.list(dag).map(({ code }) => code));
    const known = own.filter(({ code }) => expected.has(code));
    const about = {
      ontbreekt: [...expected].filter((code) => !here.has(code)),
      buiten: own.flatMap(({ code }) => (expected.has(code) ? [] : [code])),
    };
    return INDICATOREN.map(([id, veld]) => {
      const regels = known.map(({ code, aantallen }) => toRegel(code, aantallen[veld]));
      return { ...toTebewaren(id, "gemeente", dag, werk), ...about, regels };
    });
  });
}

function regioleveringen(
  rows: readonly Kaartregio[],
  vraag: Kaartvraag,
  werk: Werk,
): readonly Tebewaren[] {
  return [...groupByDay(rows, vraag)].flatMap(([dag, own]) =>
    INDICATOREN.map(([id, veld]) => {
      const regels = own.map(({ naam, aantallen }) => toRegel(gebiedOf(naam), aantallen[veld]));
      return { ...toTebewaren(id, "woondealregio", dag, werk), regels };
    }),
  );
}

/** Under a name of its own: a woondealregio is no region of ours until somebody says so. */
function gebiedOf(naam: string): string {
  return `woondealregio/${naam}`;
}

function groupByDay<T extends { readonly peilmoment: string }>(
  rows: readonly T[],
  { moment }: Kaartvraag,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const dag = moment ?? readPeilmoment(row.peilmoment);
    if (dag === undefined) {
      const tekst = `De bron noemt als peilmoment «${row.peilmoment}»; dat is geen dag. Zeg zelf voor welke dag de cijfers gelden en haal opnieuw op.`;
      throw new Ophaalfout("past-niet", { tekst });
    }
    groups.set(dag, [...(groups.get(dag) ?? []), row]);
  }
  return groups;
}

function toRegel(gebied: string, aantal: Breuk | undefined): Cijferregel {
  if (aantal) return { cel: [], gebied, inhoud: { soort: "getal", waarde: aantal } };
  const opmerking = "de bron geeft hier geen aantal";
  return { cel: [], gebied, inhoud: { soort: "onbekend" }, opmerking };
}

function toTebewaren(
  id: string,
  niveau: string,
  dag: string,
  { grond }: Werk,
): Omit<Tebewaren, "regels"> {
  const today = formatMoment(grond.now().toISOString().slice(0, 10));
  return {
    levering: {
      id: `bron/woningbouwkaart/${id}/${niveau}/${dag}`,
      ...{ indicator: id, moment: dag, peildatum: dag, status: "voorlopig" },
      betrouwbaarheid: "gemeten",
      bron: "Nationale Woningbouwkaart (ministerie van BZK, Landelijke Monitor Voortgang Woningbouw)",
      toelichting: `Opgehaald op ${today}. De bron noemt geen licentie.`,
    },
    ...{ indicator: findIndicator(id, grond), niveau, ontbreekt: [], buiten: [] },
    // Which woondealregio's there should be, nobody says.
    nagekeken: niveau === "gemeente",
  };
}

function findIndicator(id: string, { bibliotheek }: Werk["grond"]): Indicator {
  const found = bibliotheek.find(id);
  if (found?.soort === "indicator") return found;
  const tekst = `Het cijfer «${id}» is er niet in de documenten.`;
  throw new Ophaalfout("past-niet", { tekst });
}

/** The regions of the source beside the regions of ours that share most gemeenten with them. */
function compareWoondealregios(
  rows: readonly Kaartgemeente[],
  regios: readonly Regioleden[],
): readonly Woondealvergelijking[] {
  const names = [...new Set(rows.flatMap(({ woondealregio }) => woondealregio ?? []))].toSorted();
  return names.map((naam) => {
    const own = rows.filter((row) => row.woondealregio === naam).map(({ code }) => code);
    const best = findLikest(own, regios);
    return {
      naam,
      gemeenten: own,
      ...(best ? { lijktOp: `${best.indeling}#${best.naam}` } : {}),
      alleenBron: best ? own.filter((code) => !best.gemeenten.includes(code)) : [],
      alleenHier: best ? best.gemeenten.filter((code) => !own.includes(code)) : [],
    };
  });
}

/** Of at least half of all gemeenten of both together; undefined where none is that much alike. */
function findLikest(own: readonly string[], regios: readonly Regioleden[]): Regioleden | undefined {
  const scored = regios.map((regio) => {
    const shared = regio.gemeenten.filter((code) => own.includes(code)).length;
    return { regio, shared, all: new Set([...regio.gemeenten, ...own]).size };
  });
  const [best] = scored.toSorted((a, b) => b.shared * a.all - a.shared * b.all);
  return best && best.shared * 2 >= best.all ? best.regio : undefined;
}

/** Regions whose own net total is not the sum of that of their gemeenten. */
function compareSums(
  gemeenten: readonly Kaartgemeente[],
  regios: readonly Kaartregio[],
): Kaartuitkomst["sommen"] {
  return regios.flatMap(({ naam, aantallen }) => {
    const members = gemeenten.filter(({ woondealregio }) => woondealregio === naam);
    const numbers = members.flatMap(({ aantallen: own }) => own.netto ?? []);
    if (!aantallen.netto || numbers.length < members.length) return [];
    const som = numbers.reduce<Breuk>(add, NUL);
    if (equals(som, aantallen.netto)) return [];
    return [{ naam, som: formatBreuk(som), totaal: formatBreuk(aantallen.netto) }];
  });
}
