import {
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  formatBreuk,
  isPositive,
  largest,
  multiply,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Afrondingsmethode, Voorwaarde } from "#domain/verdeling.ts";
import { roundsWithinBounds } from "./afronden.ts";
import { combineGrenzen, type Grensregel } from "./grenzen.ts";
import type { Stapopzet } from "./stap.ts";
import type { Stapvak } from "./stapvak.ts";

/** What the voorwaarden of a set leave together, and where a single unit cannot meet both. */
export type Ruimte = {
  readonly minstens: Breuk;
  readonly hoogstens: Breuk | undefined;
  readonly klem?: { readonly id: string; readonly onder: Breuk; readonly boven: Breuk };
};

/**
 * The melding for a vak whose voorwaarden cannot all hold: the smallest set that collides with
 * the opgave, and the least change that frees it.
 */
export function explainOnhaalbaar(
  { stap, index }: Stapopzet,
  vak: Stapvak,
  methode: Afrondingsmethode,
): Melding {
  const whole = roundsWithinBounds(methode);
  const used = [...new Set(vak.regels.flat().map(({ voorwaarde }) => voorwaarde))].sort();
  const set = smallestCollision(used, (chosen) => !isFeasible(vak, roomOf(vak, chosen, whole)));
  const room = roomOf(vak, set, whole);
  const botsend = set.map((voorwaarde) => `stappen[${index}].voorwaarden[${voorwaarde}]`);
  const conditions = set.flatMap((voorwaarde) => stap.voorwaarden[voorwaarde] ?? []);
  return {
    soort: "onhaalbaar",
    tekst: describe(vak, room),
    botsend,
    uitweg: waysOut(vak, room, set, conditions, whole),
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
export function roomOf(vak: Stapvak, chosen: readonly number[], whole: boolean): Ruimte {
  let minstens = NUL;
  let hoogstens: Breuk | undefined = NUL;
  for (const [i, id] of vak.ids.entries()) {
    const { onder, boven } = boundsUnder(vak.regels[i] ?? [], chosen, whole);
    if (boven && compare(onder, boven) > 0)
      return { minstens, hoogstens, klem: { id, onder, boven } };
    const movable = isPositive(vak.herverdeelgewichten[i] ?? NUL);
    const stand = clip(vak.delen[i] ?? NUL, onder, boven);
    minstens = sum([minstens, movable ? onder : stand]);
    hoogstens = addRoom(hoogstens, movable ? boven : stand);
  }
  return { minstens, hoogstens };
}

/** The bounds of one unit under some of the voorwaarden. */
function boundsUnder(
  regels: readonly Grensregel[],
  chosen: readonly number[],
  whole: boolean,
): { readonly onder: Breuk; readonly boven: Breuk | undefined } {
  const bounds = combineGrenzen(regels.filter(({ voorwaarde }) => chosen.includes(voorwaarde)));
  const onder = bounds.onder ? raise(bounds.onder, whole) : NUL;
  return { onder: largest(NUL, onder), boven: bounds.boven && lower(bounds.boven, whole) };
}

function addRoom(room: Breuk | undefined, top: Breuk | undefined): Breuk | undefined {
  return room && top ? sum([room, top]) : undefined;
}

function isFeasible(vak: Stapvak, { minstens, hoogstens, klem }: Ruimte): boolean {
  if (klem) return false;
  if (compare(minstens, vak.totaal) > 0) return false;
  return hoogstens === undefined || compare(vak.totaal, hoogstens) <= 0;
}

function describe(vak: Stapvak, { minstens, hoogstens, klem }: Ruimte): string {
  const opgave = formatBreuk(vak.totaal);
  if (klem) {
    const [onder, boven] = [formatBreuk(klem.onder), formatBreuk(klem.boven)];
    return `bij «${klem.id}» vraagt de ondergrens ${onder}, en laat de bovengrens ${boven} toe`;
  }
  if (compare(minstens, vak.totaal) > 0) {
    return `de ondergrens vraagt samen ${formatBreuk(minstens)}, de opgave is ${opgave}`;
  }
  const room = hoogstens ? formatBreuk(hoogstens) : opgave;
  return `de bovengrens laat samen ${room} toe, de opgave is ${opgave}`;
}

function waysOut(
  vak: Stapvak,
  room: Ruimte,
  set: readonly number[],
  conditions: readonly Voorwaarde[],
  whole: boolean,
): readonly string[] {
  if (room.klem) return [`Verlaag de ondergrens of verhoog de bovengrens van «${room.klem.id}».`];
  const short = room.hoogstens && subtract(vak.totaal, room.hoogstens);
  if (!short || !isPositive(short)) {
    const over = formatBreuk(subtract(room.minstens, vak.totaal));
    return [`Verhoog de opgave met ${over}, of verlaag de ondergrens.`];
  }
  const lowered = `Verlaag de opgave met ${formatBreuk(short)}.`;
  const raised = set.flatMap((voorwaarde, i) => {
    const condition = conditions[i];
    const percent = condition && neededPercent(vak, voorwaarde, condition, set, whole);
    return percent ?? [];
  });
  return [lowered, ...raised, "Of kies iets anders voor wat niet past."];
}

/** The least whole percentage at which a `hoogstens: p % van x` leaves room for the opgave. */
function neededPercent(
  vak: Stapvak,
  voorwaarde: number,
  { soort, waarde }: Voorwaarde,
  set: readonly number[],
  whole: boolean,
): string | undefined {
  if (soort !== "hoogstens" || waarde.soort !== "deel-van" || waarde.deel.soort !== "getal") {
    return undefined;
  }
  const now = waarde.deel.getal;
  const fits = (share: Breuk) =>
    isFeasible(vak, roomOf(scaled(vak, voorwaarde, share, now), set, whole));
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

function raise(number: Breuk, whole: boolean): Breuk {
  return whole ? breuk(ceil(number)) : number;
}

function lower(number: Breuk, whole: boolean): Breuk {
  return whole ? breuk(floor(number)) : number;
}

function clip(number: Breuk, onder: Breuk, boven: Breuk | undefined): Breuk {
  const raised = largest(number, onder);
  return boven ? smallest(raised, boven) : raised;
}
