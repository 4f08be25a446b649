import type { Herindelingsgebeurtenis, Overgang } from "#domain/herindeling.ts";
import type { Datum } from "#domain/peildatum.ts";

/**
 * The overgangen with those of gemeenten that stay what they are: who takes another in is made of
 * itself and of that other.
 *
 * @param existed Whether there was a gemeente of this code the day before.
 */
export function completeOvergangen(
  overgangen: readonly Overgang[],
  existed: (code: string, datum: Datum) => boolean,
): readonly Overgang[] {
  const leaving = new Set(overgangen.map(({ datum, van }) => `${datum} ${van}`));
  const staying = new Map<string, Overgang>();
  for (const { datum, naar, zekerheid, bron } of overgangen) {
    const key = `${datum} ${naar}`;
    if (leaving.has(key) || !existed(naar, datum)) continue;
    staying.set(key, { datum, van: naar, naar, zekerheid, bron });
  }
  return [...overgangen, ...staying.values()];
}

/** The overgangen that hold on a day: settled ones up to it, and announced ones only where asked. */
export function overgangenOp(
  overgangen: readonly Overgang[],
  dag: Datum,
  alsof: (overgang: Overgang) => boolean = () => false,
): readonly Overgang[] {
  return overgangen.filter(
    (overgang) => (overgang.zekerheid === "vast" && overgang.datum <= dag) || alsof(overgang),
  );
}

/** What happens together: overgangen of one day that share a gemeente; by date and code. */
export function groupGebeurtenissen(
  overgangen: readonly Overgang[],
): readonly Herindelingsgebeurtenis[] {
  const groups: Overgang[][] = [];
  for (const overgang of overgangen) {
    const met = groups.filter((group) => group.some((other) => areOne(overgang, other)));
    const merged = [overgang, ...met.flat()];
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups
    .map(toGebeurtenis)
    .toSorted((a, b) =>
      a.datum === b.datum ? compareText(a.id, b.id) : compareText(a.datum, b.datum),
    );
}

function areOne(a: Overgang, b: Overgang): boolean {
  if (a.datum !== b.datum || a.zekerheid !== b.zekerheid) return false;
  return a.van === b.van || a.naar === b.naar || a.van === b.naar || a.naar === b.van;
}

function toGebeurtenis(group: readonly Overgang[]): Herindelingsgebeurtenis {
  const overgangen = group.toSorted((a, b) =>
    compareText(`${a.naar} ${a.van}`, `${b.naar} ${b.van}`),
  );
  const naar = [...new Set(overgangen.map((item) => item.naar))];
  const van = [...new Set(overgangen.map((item) => item.van))].toSorted();
  const { datum = "", zekerheid = "vast" } = overgangen[0] ?? {};
  return {
    id: `${datum}-${naar[0]}`,
    datum,
    zekerheid,
    soort: soortOf(overgangen),
    van,
    naar,
    bronnen: [...new Set(overgangen.map(({ bron }) => bron))],
    overgangen,
  };
}

/** Where everybody stays and only a part moves, a border does; where one ends in parts, it is split. */
function soortOf(overgangen: readonly Overgang[]): Herindelingsgebeurtenis["soort"] {
  const parts = overgangen.filter(({ deel }) => deel !== undefined);
  if (parts.length === 0) return "samenvoeging";
  const stays = ({ van }: Overgang) =>
    overgangen.some((other) => other.van === van && other.naar === van);
  return parts.every(stays) ? "grenswijziging" : "splitsing";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
