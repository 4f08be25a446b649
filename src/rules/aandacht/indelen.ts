import {
  type Aandachtsregel,
  MELDINGKEUZEN,
  type Meldingkeuze,
  type Meldingkeuzes,
  type Meldingsoort,
  WAAROM_ALTIJD,
} from "#domain/aandacht.ts";
import { compareNaam } from "#domain/alfabet.ts";
import type { Datum } from "#domain/peildatum.ts";

/** The lines of somebody's first page, and those that they read once a day. */
export type Ingedeeld = {
  readonly meteen: readonly Aandachtsregel[];
  /** What was there as the day began: in the course of a day nothing is added. */
  readonly dagoverzicht: readonly Aandachtsregel[];
};

/** What somebody can choose for a sort: what has a day can be gathered, and not be put away. */
export function keuzenVoor(soort: Meldingsoort): readonly Meldingkeuze[] {
  return MELDINGKEUZEN.filter((keuze) => keuze !== "niet" || WAAROM_ALTIJD[soort] === undefined);
}

/** Where a sort comes for somebody; a choice that cannot be made counts as none. */
export function keuzeVoor(keuzes: Meldingkeuzes, soort: Meldingsoort): Meldingkeuze {
  const keuze = keuzes.get(soort);
  return keuze !== undefined && keuzenVoor(soort).includes(keuze) ? keuze : "meteen";
}

/** Lays lines where somebody wants them: what has a day first, by that day, and then the newest. */
export function deelIn(
  regels: readonly Aandachtsregel[],
  keuzes: Meldingkeuzes,
  dag: Datum,
): Ingedeeld {
  const sorted = regels.toSorted(byDay);
  const at = (keuze: Meldingkeuze) =>
    sorted.filter(({ soort }) => keuzeVoor(keuzes, soort) === keuze);
  const gathered = at("dagoverzicht");
  return { meteen: at("meteen"), dagoverzicht: gathered.filter(({ sinds }) => sinds < dag) };
}

function byDay(a: Aandachtsregel, b: Aandachtsregel): number {
  const [here, there] = [a.uiterlijk ?? "9999", b.uiterlijk ?? "9999"];
  if (here !== there) return here < there ? -1 : 1;
  if (a.sinds !== b.sinds) return a.sinds > b.sinds ? -1 : 1;
  return compareNaam(a.over, b.over);
}
