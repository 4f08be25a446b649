import type { Meting, Voortgang } from "#domain/kaderstand.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Stapstand, Trajectstand } from "#domain/trajectstand.ts";

/**
 * A traject as progress: it is `gemist` only when the last of its terms has passed and it has not
 * come to its end.
 */
export function measureTraject(stand: Trajectstand, op: Datum): readonly Meting[] {
  const at = stand.stappen.find(({ naam }) => naam === stand.stap);
  const wat = at?.titel ?? stand.stap;
  return [{ eenheid: stand.gebied, naam: stand.gebied, wat, ...judge(stand, at, op) }];
}

function judge(
  { status, stappen, teLaat, blokkade }: Trajectstand,
  at: Stapstand | undefined,
  op: Datum,
): { readonly voortgang: Voortgang; readonly waarom?: string } {
  if (status === "klaar") return { voortgang: "op-koers" };
  const ends = stappen.flatMap(({ termijn }) => termijn?.uiterlijk ?? []).toSorted();
  const last = ends.at(-1);
  if (last === undefined) {
    const empty = stappen.flatMap(({ termijn }) => termijn?.onbepaald ?? []);
    const waarom =
      empty.length > 0 ? `nog te bepalen: ${empty.join(", ")}` : "geen stap heeft een termijn";
    return { voortgang: "niet-te-beoordelen", waarom };
  }
  const lacks = blokkade.map(({ tekst }) => tekst).join(", ");
  if (last < op) return { voortgang: "gemist", waarom: `de termijn liep tot en met ${last}` };
  const late = teLaat.some(({ stap }) => stap === at?.naam);
  if (late || lacks) {
    return {
      voortgang: "in-gevaar",
      waarom: lacks ? `ontbreekt: ${lacks}` : "deze stap is te laat",
    };
  }
  return { voortgang: "op-koers" };
}
