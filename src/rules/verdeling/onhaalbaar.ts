import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  floor,
  formatBreuk,
  isPositive,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Voorwaarde } from "#domain/verdeling.ts";
import { combineGrenzen } from "./grenzen.ts";
import type { Stapopzet } from "./stap.ts";
import type { Stapvak } from "./stapvak.ts";
import type { Grensmaat, Vakgrens } from "./vak.ts";

/** What the voorwaarden of a set leave together, and where a single unit cannot meet both. */
type Ruimte = {
  readonly minstens: Breuk;
  readonly hoogstens: Breuk | undefined;
  readonly klem?: { readonly id: string; readonly onder: Breuk; readonly boven: Breuk };
};

/** What collides: the vak, where who gives and takes nothing stays, and how bounds are read. */
type Botsing = {
  readonly vak: Stapvak;
  readonly totaal: Breuk;
  readonly vast: readonly Breuk[];
  readonly grensOf: (grens: Vakgrens) => Vakgrens;
};

/**
 * The melding for a vak whose voorwaarden cannot all hold: the smallest set that collides with
 * the opgave, and the least change that frees it.
 */
export function explainOnhaalbaar(
  { stap, index }: Stapopzet,
  vak: Stapvak,
  zonderGrens: readonly Breuk[],
  maat: Grensmaat,
): Melding {
  const botsing: Botsing = {
    vak,
    totaal: add(vak.totaal, sum(vak.wacht)),
    vast: maat.sluitend ? zonderGrens : vak.delen,
    grensOf: maat.sluitend ? maat.geteld : maat.ongerond,
  };
  const named = vak.regels.flat().map(({ voorwaarde }) => voorwaarde);
  const used = [...new Set(named)].sort((a, b) => a - b);
  const set = smallestCollision(used, (chosen) => !isFeasible(botsing, chosen));
  const botsend = set.map((voorwaarde) => `stappen[${index}].voorwaarden[${voorwaarde}]`);
  return {
    soort: "onhaalbaar",
    tekst: describe(botsing, roomOf(botsing, set)),
    botsend,
    uitweg: waysOut(botsing, set, stap.voorwaarden),
  };
}

/**
 * The smallest set of voorwaarden for which `collides` holds; all of them where none smaller does.
 *
 * Goes through sets by size, and a document has few voorwaarden in one step.
 */
export function smallestCollision(
  used: readonly number[],
  collides: (chosen: readonly number[]) => boolean,
): readonly number[] {
  for (let size = 0; size < used.length; size += 1) {
    const found = subsets(used, size).find(collides);
    if (found) return found;
  }
  return used;
}

function subsets(list: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return list.flatMap((first, i) =>
    subsets(list.slice(i + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

/** What a set of voorwaarden leaves over all units; who cannot move counts as where it stands. */
function roomOf({ vak, vast, grensOf }: Botsing, chosen: readonly number[]): Ruimte {
  let minstens = NUL;
  let hoogstens: Breuk | undefined = NUL;
  for (const [i, id] of vak.ids.entries()) {
    const rules = (vak.regels[i] ?? []).filter(({ voorwaarde }) => chosen.includes(voorwaarde));
    const bounds = grensOf(combineGrenzen(rules));
    const [onder, boven] = [largest(NUL, bounds.onder ?? NUL), bounds.boven];
    if (boven && compare(onder, boven) > 0)
      return { minstens, hoogstens, klem: { id, onder, boven } };
    const movable = isPositive(vak.herverdeelgewichten[i] ?? NUL);
    const stand = clip(vast[i] ?? NUL, onder, boven);
    minstens = sum([minstens, movable ? onder : stand]);
    hoogstens = addRoom(hoogstens, movable ? boven : stand);
  }
  return { minstens, hoogstens };
}

function addRoom(room: Breuk | undefined, top: Breuk | undefined): Breuk | undefined {
  return room && top ? sum([room, top]) : undefined;
}

function isFeasible(botsing: Botsing, chosen: readonly number[]): boolean {
  const { minstens, hoogstens, klem } = roomOf(botsing, chosen);
  const { totaal } = botsing;
  if (klem || compare(minstens, totaal) > 0) return false;
  return hoogstens === undefined || compare(totaal, hoogstens) <= 0;
}

function describe({ totaal }: Botsing, { minstens, hoogstens, klem }: Ruimte): string {
  const opgave = formatBreuk(totaal);
  if (klem) {
    const [onder, boven] = [formatBreuk(klem.onder), formatBreuk(klem.boven)];
    return `bij «${klem.id}» vraagt de ondergrens ${onder}, en laat de bovengrens ${boven} toe`;
  }
  if (compare(minstens, totaal) > 0) {
    return `de ondergrens vraagt samen ${formatBreuk(minstens)}, de opgave is ${opgave}`;
  }
  const room = hoogstens ? formatBreuk(hoogstens) : opgave;
  return `de bovengrens laat samen ${room} toe, de opgave is ${opgave}`;
}

function waysOut(
  botsing: Botsing,
  set: readonly number[],
  voorwaarden: readonly Voorwaarde[],
): readonly string[] {
  const room = roomOf(botsing, set);
  if (room.klem) return [`Verlaag de ondergrens of verhoog de bovengrens van «${room.klem.id}».`];
  const short = room.hoogstens && subtract(botsing.totaal, room.hoogstens);
  if (!short || !isPositive(short)) {
    const over = formatBreuk(subtract(room.minstens, botsing.totaal));
    return [`Verhoog de opgave met ${over}, of verlaag de ondergrens.`];
  }
  const lowered = `Verlaag de opgave met ${formatBreuk(short)}.`;
  const raised = set.flatMap(
    (index) => neededPercent(botsing, index, voorwaarden[index], set) ?? [],
  );
  return [lowered, ...raised, "Of kies iets anders voor wat niet past."];
}

/** The least whole percentage at which a `hoogstens: p % van x` leaves room for the opgave. */
function neededPercent(
  botsing: Botsing,
  index: number,
  voorwaarde: Voorwaarde | undefined,
  set: readonly number[],
): string | undefined {
  if (voorwaarde?.soort !== "hoogstens" || voorwaarde.waarde.soort !== "deel-van") return undefined;
  const { deel } = voorwaarde.waarde;
  // Of 0 % nothing tells how much one percent would be.
  if (deel.soort !== "getal" || isZero(deel.getal)) return undefined;
  const now = deel.getal;
  const fits = (share: Breuk) =>
    isFeasible({ ...botsing, vak: scaled(botsing.vak, index, share, now) }, set);
  const first = floor(multiply(now, breuk(100n))) + 1n;
  for (let percent = first; percent <= 100n; percent += 1n) {
    if (fits(breuk(percent, 100n))) return `Verhoog de ${label(now)} tot ten minste ${percent}%.`;
  }
  return undefined;
}

function scaled(vak: Stapvak, voorwaarde: number, share: Breuk, now: Breuk): Stapvak {
  const rate = divide(share, now);
  return {
    ...vak,
    regels: vak.regels.map((list) =>
      list.map((rule) =>
        rule.voorwaarde === voorwaarde ? { ...rule, waarde: multiply(rule.waarde, rate) } : rule,
      ),
    ),
  };
}

function label(share: Breuk): string {
  return `${formatBreuk(multiply(share, breuk(100n)))}%`;
}

function clip(number: Breuk, onder: Breuk, boven: Breuk | undefined): Breuk {
  const raised = largest(number, onder);
  return boven ? smallest(raised, boven) : raised;
}
