import { ORGANEN } from "#domain/kop.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Loting } from "#domain/rangorde.ts";

export type LotReading = {
  readonly lotingen: readonly Loting[];
  readonly fouten: readonly string[];
};

type IdOf = (naam: string) => { readonly id: string } | { readonly fout: string };

/** Reads a lot as it was drawn: `college 2026-03-01: B, A`. */
export function readLotOptions(values: readonly string[], idOf: IdOf): LotReading {
  const fouten: string[] = [];
  const lotingen = values.flatMap((value) => {
    const tell = (text: string) => fouten.push(`--loting "${value}"\n  ${text}`);
    const [, door = "", op = "", names] = /^(\S+)\s+(\S+)\s*:\s*(.+)$/s.exec(value) ?? [];
    if (names === undefined) {
      tell("Schrijf wie lootte, wanneer, en wat eruit kwam: «college 2026-03-01: Kim, Sam».");
      return [];
    }
    if (!ORGANEN.some((orgaan) => orgaan === door)) {
      tell(`«${door}» is geen orgaan. Kies uit ${ORGANEN.join(", ")}.`);
    }
    if (!isDatum(op)) tell(`«${op}» is geen datum. Schrijf 2026-03-01.`);
    const found = names.split(",").map((name) => idOf(name.trim()));
    for (const one of found) if ("fout" in one) tell(one.fout);
    return [{ door, op, volgorde: found.flatMap((one) => ("id" in one ? [one.id] : [])) }];
  });
  return { lotingen: fouten.length > 0 ? [] : lotingen, fouten };
}
