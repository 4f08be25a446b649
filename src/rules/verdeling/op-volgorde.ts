import {
  add,
  type Breuk,
  compare,
  floor,
  isPositive,
  isZero,
  largest,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Kandidaatuitkomst, Plaats, RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
import type { Sleutel } from "#domain/sleutel.ts";
import type { GebruiktCijfer, Melding, Sleutelregel } from "#domain/uitkomst.ts";
import type { Keuze } from "#domain/verdeling.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { partFor } from "#rules/normen/waarde.ts";
import { computeRangorde, createContext, explainKandidaat } from "#rules/rangorde/index.ts";
import type { Sleutelvraag } from "./sleutelvraag.ts";
import type { Pas } from "./stapcontext.ts";
import type { Grensmaat, Vak, Vakgrens, Vakuitkomst } from "./vak.ts";

/** The order in which a step fills up: the outcome of a rangorde over its cells, by number. */
export type Vulvolgorde = {
  readonly uitkomst: RangordeUitkomst;
  readonly groepen: readonly {
    readonly leden: readonly number[];
    readonly stand: Plaats["stand"];
  }[];
  /** Cells of which is not known whether they take part. */
  readonly onzeker: readonly number[];
  readonly ids: readonly string[];
};

/**
 * The order that a sleutel asks for; undefined where it divides in proportion.
 *
 * Names nothing on the pass but what is refused: whether a tie or something unknown matters shows
 * only when there is something to divide.
 *
 * @throws RuleError "verwijzing-onbekend" where there is no such rangorde.
 */
export function readVolgorde(sleutel: Sleutel, asked: Sleutelvraag): Vulvolgorde | undefined {
  if (sleutel.soort === "per") {
    const part = partFor(sleutel.is, asked.geheel);
    return part && readVolgorde(part, asked);
  }
  if (sleutel.soort !== "op-volgorde" || asked.pas.vraag.document.ingroeipad) return undefined;
  const uitkomst = rankCells(sleutel.rangorde, asked);
  const ids = asked.plekken.map(({ pad }) => pad.at(-1) ?? "");
  const unsure = uitkomst.kandidaten.filter((one) => one.toelating.soort === "nader-onderzoek");
  return {
    uitkomst,
    groepen: uitkomst.plaatsen.map(({ kandidaten, stand }) => ({
      leden: kandidaten.map((id) => ids.indexOf(id)),
      stand,
    })),
    onzeker: unsure.map(({ id }) => ids.indexOf(id)),
    ids,
  };
}

function rankCells(naam: string, { pas, plekken }: Sleutelvraag): RangordeUitkomst {
  const document = pas.vraag.bibliotheek.find(naam);
  if (document?.soort !== "rangorde") throw new RuleError("verwijzing-onbekend", { naam });
  const { gebied, ingevuld } = pas.vraag;
  const kandidaten = plekken.map(({ pad }) => {
    const id = pad.at(-1) ?? "";
    return { id, naam: gebied.eenheden.find((unit) => unit.id === id)?.naam ?? id };
  });
  const decided = ingevuld.gelijkeStanden?.filter((id) => kandidaten.some((one) => one.id === id));
  const vraag = {
    ...pas.vraag,
    document,
    kandidaten,
    ingevuld: { ...ingevuld, ...(decided ? { gelijkeStanden: decided } : {}) },
  };
  const lezer = readerFor(naam, pas.lezer, () => createLezer(vraag));
  const uitkomst = computeRangorde(vraag, createContext(vraag, pas.hoek, lezer));
  for (const figure of uitkomst.gebruikt) noteUsed(figure, pas);
  return uitkomst;
}

const readers = new WeakMap<Lezer, Map<string, Lezer>>();

/** One reader per rangorde in a run, so that its corners read every figure once too. */
function readerFor(naam: string, run: Lezer, create: () => Lezer): Lezer {
  const known = readers.get(run) ?? new Map<string, Lezer>();
  readers.set(run, known);
  const lezer = known.get(naam) ?? create();
  known.set(naam, lezer);
  return lezer;
}

/** What the order rests on, the outcome rests on: it is shown, and its room gives corners. */
function noteUsed({ indicator, cel, gebied, moment }: GebruiktCijfer, { vraag, lezer }: Pas): void {
  const own = vraag.gebied.eenheden.some(({ id }) => id === gebied);
  const tijd = moment && (isDatum(moment) ? atDay(moment) : inPeriode(moment));
  lezer.isPresent(
    { naam: indicator, pad: cel, ...(tijd ? { tijd } : {}) },
    own ? plekVan([gebied]) : HET_GEHEEL,
  );
}

function atDay(datum: string) {
  return { soort: "op", datum } as const;
}

function inPeriode(periode: string) {
  return { soort: "in", periode } as const;
}

/**
 * Fills up in order, each to its hoogstens, after everyone got what a minstens promises.
 *
 * Candidates that nothing sets apart are filled together as long as there is enough for all of
 * them; else people decide. What nobody can take does not fit.
 */
export function fillVak(
  vak: Vak,
  volgorde: Vulvolgorde,
  maat: Grensmaat,
  keuze: Keuze | undefined,
  afgerond: boolean,
): Vakuitkomst {
  const grenzen = vak.grenzen.map(maat.geteld);
  const promised = grenzen.map(({ onder }) => largest(onder ?? NUL, NUL));
  const left = subtract(vak.totaal, sum(promised));
  if (compare(left, NUL) < 0 || grenzen.some(isEmpty)) {
    return { soort: "onhaalbaar", zonderGrens: vak.ids.map(() => NUL) };
  }
  const room = grenzen.map(({ boven }, i) => boven && subtract(boven, promised[i] ?? NUL));
  const unsure = volgorde.onzeker.some((cell) => hasRoom(room[cell]));
  if (unsure && isPositive(left)) return firstKnow(volgorde);
  const whole = (n: Breuk) => (afgerond ? (maat.geteld({ boven: n }).boven ?? n) : n);
  const filled = fillGroups(volgorde, room, left, whole);
  if ("soort" in filled) return filled;
  const uitkomst = promised.map((number, i) => add(number, filled.taken[i] ?? NUL));
  return settle(vak, uitkomst, filled.left, keuze);
}

type Gevuld = { readonly taken: readonly Breuk[]; readonly left: Breuk };

function fillGroups(
  volgorde: Vulvolgorde,
  room: readonly (Breuk | undefined)[],
  total: Breuk,
  whole: (n: Breuk) => Breuk,
): Gevuld | Extract<Vakuitkomst, { soort: "gelijke-stand" | "eerst-weten" }> {
  const taken = room.map(() => NUL);
  let left = total;
  for (const { leden, stand } of volgorde.groepen) {
    const open = leden.filter((cell) => hasRoom(room[cell]));
    if (open.length === 0 || isZero(left)) continue;
    if (open.length > 1 && !fitsAll(open, room, left)) {
      if (stand === "onbeslist") return firstKnow(volgorde);
      const kandidaten = open;
      return { soort: "gelijke-stand", open: { kandidaten, teVerdelen: Number(floor(left)) } };
    }
    for (const cell of open) {
      const most = room[cell];
      const part = whole(most ? smallest(most, left) : left);
      taken[cell] = part;
      left = largest(subtract(left, part), NUL);
    }
  }
  return { taken, left };
}

function fitsAll(
  open: readonly number[],
  room: readonly (Breuk | undefined)[],
  left: Breuk,
): boolean {
  const parts = open.map((cell) => room[cell]);
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && compare(sum(known), left) <= 0;
}

/** Room without a hoogstens has no end. */
function hasRoom(room: Breuk | undefined): boolean {
  return !room || isPositive(room);
}

function isEmpty({ onder, boven }: Vakgrens): boolean {
  return boven !== undefined && compare(largest(onder ?? NUL, NUL), boven) > 0;
}

/** What the order still asks before it can be said who gets what. */
function firstKnow({ uitkomst }: Vulvolgorde): Extract<Vakuitkomst, { soort: "eerst-weten" }> {
  const meldingen = uitkomst.meldingen.filter((melding) => melding.soort !== "besluit-nodig");
  return { soort: "eerst-weten", meldingen: meldingen satisfies readonly Melding[] };
}

function settle(
  vak: Vak,
  uitkomst: readonly Breuk[],
  left: Breuk,
  keuze: Keuze | undefined,
): Vakuitkomst {
  const nothing = vak.ids.map(() => NUL);
  if (!isZero(left) && keuze === undefined) {
    const aanDeGrens = [...uitkomst.keys()].filter((i) => isPositive(uitkomst[i] ?? NUL));
    return { soort: "keuze-nodig", pastNiet: left, aanDeGrens, geplaatst: uitkomst };
  }
  if (!isZero(left) && keuze === "anderen") return { soort: "onhaalbaar", zonderGrens: uitkomst };
  return {
    soort: "verdeeld",
    uitkomst,
    onafgerond: uitkomst,
    open: nothing,
    openTotaal: left,
    zonderGrens: uitkomst,
  };
}

/** For the account: which place a unit has, or why it has none, and what decided. */
export function explainVolgorde({ uitkomst, ids }: Vulvolgorde): (unit: number) => Sleutelregel {
  return (unit) => {
    const id = ids[unit] ?? "";
    const own = uitkomst.kandidaten.find((one) => one.id === id);
    const account = explainKandidaat(uitkomst, id);
    const lines = account.delen.filter(({ herkomst }) => !herkomst);
    return {
      wat: `op volgorde van ${uitkomst.document}`,
      plaats: placeOf(uitkomst.plaatsen, id, own),
      delen: lines.flatMap(({ wat, delen }) => [
        { wat },
        ...delen.map((part) => ({ wat: part.wat })),
      ]),
    };
  };
}

function placeOf(
  plaatsen: readonly Plaats[],
  id: string,
  own: Kandidaatuitkomst | undefined,
): string {
  const place = plaatsen.find(({ kandidaten }) => kandidaten.includes(id));
  if (place)
    return place.van === place.tot
      ? `plaats ${place.van}`
      : `plaats ${place.van} tot en met ${place.tot}`;
  return own?.toelating.soort === "nader-onderzoek" ? "nader onderzoek" : "doet niet mee";
}
