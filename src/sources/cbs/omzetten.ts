import { type Breuk, multiply } from "#domain/breuk.ts";
import { GEMEENTEN_BEKEND_VANAF, type Gemeentelijst, isGemeentecode } from "#domain/gebied.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import { toBreuk } from "../ophalen/exacte-json.ts";
import { vormfout } from "../ophalen/ophaalfout.ts";
import type { Attribuut, Cbskennis } from "./kennis.ts";
import { type Telkant, toMoment } from "./periode.ts";
import type { Cbscode } from "./tabel.ts";
import type { Cbsniveau, Cbswaarneming } from "./waarnemingen.ts";

/** One figure as it will be kept. */
export type Cijferregel = Pick<Waarneming, "cel" | "gebied" | "inhoud" | "opmerking">;

/** All figures of one moment, and what there is not. */
export type Momentcijfers = {
  readonly periode: string;
  readonly moment: string;
  readonly peildatum: string;
  readonly status: "vast" | "voorlopig";
  readonly regels: readonly Cijferregel[];
  /** Whether it is known which gebieden there were, so that `ontbreekt` and `buiten` are true. */
  readonly nagekeken: boolean;
  /** Gebieden that exist at that moment and of which nothing came. */
  readonly ontbreekt: readonly string[];
  /** Gebieden that came with a figure, and that we do not know at that moment. */
  readonly buiten: readonly string[];
};

export type Omzetting = {
  readonly momenten: readonly Momentcijfers[];
  /** Periods that were asked for and of which nothing came at all. */
  readonly leeg: readonly string[];
  readonly meldingen: readonly string[];
};

type Vraag = {
  readonly waarnemingen: readonly Cbswaarneming[];
  readonly perioden: readonly Cbscode[];
  readonly niveau: Cbsniveau;
  readonly maal: Breuk;
  readonly kant: Telkant | undefined;
  readonly kennis: Cbskennis;
  readonly gemeenten: Gemeentelijst;
};

/**
 * Turns observations of CBS into figures of ours, per moment.
 *
 * What CBS says is not known stays unknown, with its reason; it never becomes nought. A gebied that
 * came twice with the same figure counts once.
 *
 * @throws Ophaalfout "vorm": an unknown attribute or period, or two figures for one gebied.
 */
export function zetOm(vraag: Vraag): Omzetting {
  const meldingen = new Set<string>();
  const found = vraag.perioden.map((periode) => {
    const own = vraag.waarnemingen.filter((item) => item.periode === periode.code);
    return { periode, own };
  });
  return {
    momenten: found.flatMap(({ periode, own }) =>
      own.length === 0 ? [] : [oneMoment(periode, own, vraag, meldingen)],
    ),
    leeg: found.flatMap(({ periode, own }) => (own.length === 0 ? [periode.code] : [])),
    meldingen: [...meldingen],
  };
}

function oneMoment(
  periode: Cbscode,
  own: readonly Cbswaarneming[],
  vraag: Vraag,
  meldingen: Set<string>,
): Momentcijfers {
  const { kennis, niveau, gemeenten, kant } = vraag;
  const moment = toMoment(periode.code, kant);
  if (!moment) {
    throw vormfout("een periode", "een jaar, kwartaal of maand (2023JJ00, 2023KW01)", periode.code);
  }
  const byGebied = new Map<string, Read>();
  for (const waarneming of own) {
    const read = readOne(waarneming, vraag);
    const before = byGebied.get(read.gebied);
    if (before && before.sleutel !== read.sleutel) {
      const waar = `${read.gebied} in ${periode.code}`;
      throw vormfout(waar, "één cijfer", `${before.sleutel} en ${read.sleutel}`);
    }
    if (before) meldingen.add("CBS gaf dezelfde waarneming meer dan eens; zij telt één keer.");
    byGebied.set(read.gebied, read);
  }
  const op = firstDay(moment.moment);
  const nagekeken = niveau !== "gemeente" || op >= GEMEENTEN_BEKEND_VANAF;
  // Of a time of which the gemeenten are not known, all count that the source has.
  const expected = nagekeken
    ? expectedGebieden(niveau, gemeenten, op)
    : new Set([...byGebied.keys()].filter(isGemeentecode));
  const known = [...byGebied.values()].filter(({ gebied }) => expected.has(gebied));
  const status = statusOf(periode, kennis, meldingen);
  const provisional = known.some(({ attribuut }) => attribuut.betekent === "voorlopig");
  return {
    ...moment,
    periode: periode.code,
    nagekeken,
    status: provisional ? "voorlopig" : status,
    regels: known.map(({ gebied, inhoud, attribuut }) => ({
      cel: [],
      gebied,
      inhoud,
      ...(attribuut.betekent === "onbekend" ? { opmerking: attribuut.toelichting } : {}),
    })),
    ontbreekt: [...expected].filter((code) => !byGebied.has(code)),
    buiten: [...byGebied.values()]
      .filter(({ gebied, inhoud }) => !expected.has(gebied) && inhoud.soort === "getal")
      .map(({ gebied }) => gebied),
  };
}

type Read = {
  readonly gebied: string;
  readonly inhoud: WaarnemingInhoud;
  readonly attribuut: Attribuut;
  /** The same where two rows say the same. */
  readonly sleutel: string;
};

function readOne(waarneming: Cbswaarneming, { kennis, maal, niveau }: Vraag): Read {
  const { cijfers, attribuut: naam, periode } = waarneming;
  const waar = `${waarneming.gebied} in ${periode}`;
  const gebied = niveau === "nederland" ? "nederland" : waarneming.gebied;
  const attribuut = kennis.attributen.get(naam);
  if (!attribuut) {
    const bekend = [...kennis.attributen.keys()].join(", ");
    throw vormfout(`${waar}, «ValueAttribute»`, `een van ${bekend}`, naam);
  }
  const sleutel = `${cijfers ?? "geen getal"} (${naam})`;
  if (attribuut.betekent === "onbekend") {
    if (cijfers !== undefined) {
      throw vormfout(`${waar}, «Value» bij «${naam}»`, "geen getal", cijfers);
    }
    return { gebied, inhoud: { soort: "onbekend" }, attribuut, sleutel };
  }
  if (cijfers === undefined) {
    const toelichting = "CBS geeft geen getal, en zegt niet waarom";
    const unknown = { betekent: "onbekend", toelichting } as const;
    return { gebied, inhoud: { soort: "onbekend" }, attribuut: unknown, sleutel };
  }
  const waarde = toBreuk(cijfers);
  if (!waarde) throw vormfout(`${waar}, «Value»`, "een gewoon getal", cijfers);
  return { gebied, inhoud: { soort: "getal", waarde: multiply(waarde, maal) }, attribuut, sleutel };
}

function statusOf(
  { code, status }: Cbscode,
  kennis: Cbskennis,
  meldingen: Set<string>,
): "vast" | "voorlopig" {
  const known = status === undefined ? undefined : kennis.statussen.get(status);
  if (known) return known;
  const what = status === undefined ? "geen status" : `de status «${status}»`;
  meldingen.add(`CBS geeft bij ${code} ${what}; de cijfers tellen als voorlopig.`);
  return "voorlopig";
}

function expectedGebieden(
  niveau: Cbsniveau,
  gemeenten: Gemeentelijst,
  op: string,
): ReadonlySet<string> {
  if (niveau === "nederland") return new Set(["nederland"]);
  if (niveau === "provincie") return new Set(gemeenten.provincies.map(({ code }) => code));
  return new Set(gemeenten.list(op).map(({ code }) => code));
}

/** The day on which gebieden are looked up: a figure of a year is told in that of its beginning. */
function firstDay(moment: string): string {
  if (moment.length === 10) return moment;
  const [year = "", part = "01"] = moment.split("-");
  const month = part.startsWith("Q") ? `${Number(part.slice(1)) * 3 - 2}` : part;
  return `${year}-${month.padStart(2, "0")}-01`;
}
