import {
  add,
  type Breuk,
  breuk,
  ceil,
  divide,
  floor,
  isZero,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Bandbreedte, Celuitkomst, Eenheiduitkomst, Jaaruitkomst } from "#domain/uitkomst.ts";
import { between } from "#rules/cijfers/band.ts";
import { type Hoek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { bandOver, hasRoom, hoekenFor } from "./hoeken.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import { methodOf, supplyOf } from "./opgave.ts";
import type { Pasuitkomst } from "./pas.ts";
import type { Run } from "./run.ts";
import { rowsOf, type Stand, totalAt } from "./stand.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

type Hoekpaar = { readonly hoek: Hoek; readonly uit: Hoekuitkomst };

type Eenheid = { readonly id: string; readonly naam: string; readonly deelregio?: string };

/** Every unit with its number, its cells, its room, and what it leaves for others; in the order of the region. */
export function reportEenheden(run: Run): readonly Eenheiduitkomst[] {
  const { stand } = run.loop.kern;
  return unitsIn(stand, run.vraag).map((unit) => reportEenheid(unit, run));
}

/** The units of the run that the stand has rows for, by their own id or by the first axis. */
function unitsIn(stand: Stand, { gebied, nederland }: Verdelingsvraag): readonly Eenheid[] {
  const ids = new Set(stand.rijen.map(({ pad }) => pad[0] ?? ""));
  const known = new Map<string, Eenheid>();
  for (const unit of [...gebied.eenheden, ...(nederland?.eenheden ?? [])]) {
    if (ids.has(unit.id) && !known.has(unit.id)) known.set(unit.id, unit);
  }
  for (const id of ids) {
    if (!known.has(id)) known.set(id, { id, naam: gebied.deelregios[id] ?? id });
  }
  return [...known.values()];
}

function reportEenheid(unit: Eenheid, run: Run): Eenheiduitkomst {
  const { stand, open } = run.loop.kern;
  const corners = cornersOf(run, [unit.id]);
  const outwards = outwardsFor(run);
  // Where no figure of a cell has room, the corners of the unit are those of its cells.
  const cellsMove = run.ruimte.metCellen.has(unit.id);
  const band = (pad: readonly string[], onderdeel?: string) => {
    const own = cellsMove && pad.length > 1 ? cornersOf(run, pad) : corners;
    return bandOver(
      totalAt(stand, pad, onderdeel),
      own.map(({ uit }) => uit.at(pad, onderdeel)),
      outwards,
    );
  };
  const aantal = band([unit.id]);
  return {
    id: unit.id,
    naam: unit.naam,
    ...(unit.deelregio ? { deelregio: unit.deelregio } : {}),
    aantal,
    cellen: cellsOf(stand, unit.id, band),
    ...supplyReport(unit.id, aantal, corners, run),
    open: sum(open.flatMap(({ pad, aantal: part }) => (pad[0] === unit.id ? [part] : []))),
  };
}

function cornersOf(run: Run, pad: readonly string[]): readonly Hoekpaar[] {
  return run.loop.kern.meldingen.length > 0 ? [] : allCorners(run, pad);
}

function allCorners(run: Run, pad: readonly string[]): readonly Hoekpaar[] {
  if (!hasRoom(run.ruimte)) return [];
  return hoekenFor(pad, run.ruimte).flatMap((hoek) => {
    const uit = run.hoek(hoek);
    return uit ? [{ hoek, uit }] : [];
  });
}

/** Ends are made whole outwards, unless the last step keeps fractions. */
function outwardsFor({ vraag, lezer }: Run) {
  const last = vraag.document.stappen.findLast(({ ruil }) => !ruil);
  const keep = last && methodOf(last.afronding.methode, lezer) === "geen";
  const down = (n: Breuk) => (keep ? n : breuk(floor(n)));
  const up = (n: Breuk) => (keep ? n : breuk(ceil(n)));
  return { down, up };
}

/** The cells below a unit; none where its number stands alone. */
function cellsOf(
  stand: Stand,
  unit: string,
  band: (pad: readonly string[], onderdeel?: string) => Bandbreedte,
): readonly Celuitkomst[] {
  const rows = rowsOf(stand, unit);
  const whole = stand.onderdelen.length === 1 && stand.onderdelen[0] === "";
  if (whole && rows.every(({ pad }) => pad.length === 1)) return [];
  return rows.flatMap(({ pad }) =>
    stand.onderdelen.map((onderdeel) => ({
      pad: [...pad.slice(1), ...(onderdeel ? [onderdeel] : [])],
      aantal: band(pad, onderdeel),
    })),
  );
}

/** Supply of the unit, what is left for regulier woningzoekenden, and the part that is used. */
function supplyReport(
  unit: string,
  aantal: Bandbreedte,
  corners: readonly Hoekpaar[],
  run: Run,
): Pick<Eenheiduitkomst, "aanbod" | "over" | "deelVanAanbod"> {
  const { opgave, spoor } = run.vraag.document;
  const supply = supplyOf(opgave, spoor);
  const plek = plekVan([unit]);
  const aanbod = supply && run.zijlezer.band(supply, plek);
  if (!supply || !aanbod) return {};
  const keep = { down: (n: Breuk) => n, up: (n: Breuk) => n };
  const pairs = corners.flatMap(({ hoek, uit }) =>
    suppliesIn(hoek, aanbod, () => run.zijlezer.getal(supply, plek, hoek)).map(
      (own) => [own, uit.at([unit])] as const,
    ),
  );
  const left = pairs.map(([own, part]) => subtract(own, part));
  const ends = left.length > 0 ? left : endsOf(aanbod, aantal);
  const over = bandOver(subtract(aanbod.midden, aantal.midden), ends, keep);
  if (isZero(aanbod.laag)) return { aanbod, over };
  const shares = pairs.flatMap(([own, part]) => (isZero(own) ? [] : [divide(part, own)]));
  const middle = divide(aantal.midden, aanbod.midden);
  const wide =
    shares.length > 0
      ? bandOver(middle, shares, keep)
      : between(divide(aantal.laag, aanbod.hoog), divide(aantal.hoog, aanbod.laag), middle);
  return { aanbod, over, deelVanAanbod: wide };
}

/** A corner without a side for the unit's own figures says nothing of its supply: both ends count. */
function suppliesIn(
  { eigen }: Hoek,
  aanbod: Bandbreedte,
  read: () => Breuk | undefined,
): readonly Breuk[] {
  if (eigen === undefined) return [aanbod.laag, aanbod.hoog];
  const own = read();
  return own ? [own] : [];
}

/** Without corners the supply alone may leave room. */
function endsOf(aanbod: Bandbreedte, aantal: Bandbreedte): readonly Breuk[] {
  return [subtract(aanbod.laag, aantal.midden), subtract(aanbod.hoog, aantal.midden)];
}

/**
 * What stays open in all, over every corner that any unit asks.
 *
 * While people have not chosen what happens with it, it is what does not fit: a corner reckons
 * that as open too.
 */
export function reportOpen(run: Run): Bandbreedte {
  const { kern } = run.loop;
  const undecided = kern.meldingen.flatMap((melding) =>
    melding.soort === "besluit-nodig" && melding.wat === "wat-niet-past" ? [melding.pastNiet] : [],
  );
  const midden = sum([kern.openTotaal, ...undecided]);
  if (kern.meldingen.length > undecided.length) return bandOver(midden, [], outwardsFor(run));
  const units = [[], ...[...run.ruimte.eenheden].map((id) => [id])];
  const corners = units.flatMap((pad) => allCorners(run, pad));
  const values = corners.map(({ uit }) => uit.openTotaal);
  return bandOver(midden, values, outwardsFor(run));
}

/** One periode of a path. */
export function reportJaar(
  { periode, uitkomst }: { readonly periode: string; readonly uitkomst: Pasuitkomst },
  vraag: Verdelingsvraag,
): Jaaruitkomst {
  const { stand, open, openTotaal, opgave } = uitkomst;
  const point = (n: Breuk): Bandbreedte => ({ laag: n, midden: n, hoog: n });
  return {
    periode,
    eenheden: unitsIn(stand, vraag).map(({ id, naam, deelregio }) => ({
      id,
      naam,
      ...(deelregio ? { deelregio } : {}),
      aantal: point(totalAt(stand, [id])),
      cellen: cellsOf(stand, id, (pad, onderdeel) => point(totalAt(stand, pad, onderdeel))),
      open: open.reduce(
        (total, part) => (part.pad[0] === id ? add(total, part.aantal) : total),
        NUL,
      ),
    })),
    opgave: opgave?.totaal ?? NUL,
    open: openTotaal,
  };
}
