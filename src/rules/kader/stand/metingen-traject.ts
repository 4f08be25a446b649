import type { Meting, Voortgang } from "#domain/kaderstand.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Stapstand, Trajectstand } from "#domain/trajectstand.ts";

/**
 * A traject as progress: `in-gevaar` where the step at which it stands is past its day, and
 * `gemist` only when the day of the last step has passed and it is known not to have come there.
 * Where nobody recorded anything, nothing of it is known.
 */
export function measureTraject(stand: Trajectstand, gemeld: boolean, op: Datum): readonly Meting[] {
  const at = stand.stappen.find(({ naam }) => naam === stand.stap);
  const wat = at?.titel ?? stand.stap;
  const judged = gemeld ? judge(stand, at, op) : NOTHING_KNOWN;
  return [{ eenheid: stand.gebied, naam: stand.gebied, wat, ...judged }];
}

const NOTHING_KNOWN = {
  voortgang: "niet-te-beoordelen",
  waarom: "er is nog niets gemeld over dit traject",
} as const;

function judge(
  { status, stappen }: Trajectstand,
  at: Stapstand | undefined,
  op: Datum,
): { readonly voortgang: Voortgang; readonly waarom?: string } {
  if (status === "klaar") return { voortgang: "op-koers" };
  const last = stappen.at(-1)?.termijn?.uiterlijk;
  if (last !== undefined && last < op) {
    return {
      voortgang: "gemist",
      waarom: `de laatste stap had uiterlijk ${last} klaar moeten zijn`,
    };
  }
  const { uiterlijk, onbepaald } = at?.termijn ?? {};
  if (uiterlijk === undefined) {
    const waarom =
      onbepaald === undefined ? "deze stap heeft geen termijn" : `nog te bepalen: ${onbepaald}`;
    return { voortgang: "niet-te-beoordelen", waarom };
  }
  if (op <= uiterlijk) return { voortgang: "op-koers" };
  return {
    voortgang: "in-gevaar",
    waarom: `deze stap had uiterlijk ${uiterlijk} klaar moeten zijn`,
  };
}
