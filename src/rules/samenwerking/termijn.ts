import { addDuur, type Datum, type Duur, dagenTussen } from "#domain/peildatum.ts";
import type { Trajectstap } from "#domain/traject.ts";
import type { Termijnstand } from "#domain/trajectstand.ts";
import type { Waarde } from "#domain/waarde.ts";
import { valtOnderTermijnenwet, verlengTermijn } from "./feestdagen.ts";
import type { Loop } from "./loop.ts";
import { zekerNa } from "./stapvolgorde.ts";

/** One time that a term ran: from the day that started it, where it starts with one. */
type Ronde = { readonly vanaf?: Datum; readonly uiterlijk: Datum; readonly toelichting?: string };

/**
 * The last day of a step's term, and by how many days it was passed.
 *
 * A step is late from the day after its last day, and stays so: ending it later makes the number of
 * days final. A term that starts anew with every round counts per round, and one round that was
 * late is told. What only counts as done has no day and is never late.
 */
export function termijnVan(stap: Trajectstap, loop: Loop): Termijnstand | undefined {
  const { termijn } = stap;
  if (!termijn) return undefined;
  const lezing = loop.lezingOp(loop.dag);
  if (termijn.soort === "uiterlijk") {
    const uiterlijk = lezing.datum(termijn.uiterlijk);
    return uiterlijk === undefined
      ? { onbepaald: nameOf(termijn.uiterlijk) }
      : standOf([{ uiterlijk }], stap, loop);
  }
  const duur = lezing.duur(termijn.binnen);
  if (!duur) return { onbepaald: nameOf(termijn.binnen) };
  const starts = loop.bezoeken.flatMap(({ stap: naam, tot }) =>
    naam === termijn.na && tot !== undefined ? [tot] : [],
  );
  const rondes = starts.map((vanaf): Ronde => ({ vanaf, ...lastDay(vanaf, duur, stap, loop) }));
  return standOf(rondes, stap, loop);
}

/** The day a task must be ready, counted from the day the traject ended. */
export function taaktermijn(
  binnen: Waarde | undefined,
  einde: Datum | undefined,
  loop: Loop,
): Datum | undefined {
  const duur = binnen && loop.lezingOp(loop.dag).duur(binnen);
  return duur && einde !== undefined ? addDuur(einde, duur) : undefined;
}

function lastDay(
  vanaf: Datum,
  duur: Duur,
  { wettelijk }: Trajectstap,
  { vraag: { termijnenwet } }: Loop,
): Omit<Ronde, "vanaf"> {
  const plain = addDuur(vanaf, duur);
  if (wettelijk === undefined || !valtOnderTermijnenwet(duur)) return { uiterlijk: plain };
  const moved = verlengTermijn(plain);
  if (moved === plain) return { uiterlijk: plain };
  if (termijnenwet === false) {
    return { uiterlijk: plain, toelichting: "niet verlengd, zoals u koos" };
  }
  if (termijnenwet) {
    return {
      uiterlijk: moved,
      toelichting: `verlengd van ${plain}: dat is een zaterdag, zondag of feestdag (Algemene termijnenwet)`,
    };
  }
  return {
    uiterlijk: plain,
    toelichting: `valt op een zaterdag, zondag of feestdag; niet gezegd is of de Algemene termijnenwet hier geldt, en dan wordt het ${moved}`,
  };
}

function standOf(
  rondes: readonly Ronde[],
  stap: Trajectstap,
  loop: Loop,
): Termijnstand | undefined {
  const late = rondes.flatMap((ronde) => {
    const days = daysLate(ronde, stap, loop);
    return days > 0 ? [{ ronde, days }] : [];
  });
  const told = late.at(-1);
  const ronde = told?.ronde ?? rondes.at(-1);
  if (!ronde) return undefined;
  return {
    uiterlijk: ronde.uiterlijk,
    ...(told ? { dagenTeLaat: told.days } : {}),
    ...(ronde.toelichting === undefined ? {} : { toelichting: ronde.toelichting }),
  };
}

function daysLate({ vanaf, uiterlijk }: Ronde, stap: Trajectstap, loop: Loop): number {
  const after = loop.bezoeken.filter(
    ({ stap: naam, tot, afloop }) =>
      naam === stap.naam &&
      (afloop === "telt-als-gedaan" ||
        (tot !== undefined && (vanaf === undefined || tot >= vanaf))),
  );
  const [first] = after;
  if (first) return first.tot === undefined ? 0 : dagenTussen(uiterlijk, first.tot);
  if (!isExpected(stap, loop) || loop.dag === undefined) return 0;
  return dagenTussen(uiterlijk, loop.dag);
}

/** It stands there, or surely comes there: of a way that may not be gone nobody is late. */
function isExpected(stap: Trajectstap, { stap: here, vraag: { document } }: Loop): boolean {
  return stap.naam === here || zekerNa(here, document).includes(stap);
}

function nameOf(waarde: Waarde): string {
  return waarde.soort === "verwijzing" ? waarde.verwijzing.naam : waarde.soort;
}
