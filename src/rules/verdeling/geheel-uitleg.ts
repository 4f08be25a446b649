import { add, type Breuk, formatBreuk, isZero, NUL, sum } from "#domain/breuk.ts";
import type { Celverslag, Sleutelregel, Stapverslag, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { explainEenheid, explainOpgave } from "./verantwoording.ts";

/** The account of one unit's number, or without one of how the whole was divided (F226). */
export function explainUitkomst(uitkomst: VerdelingUitkomst, eenheid?: string): Verantwoording {
  return eenheid === undefined ? explainGeheel(uitkomst) : explainEenheid(uitkomst, eenheid);
}

function explainGeheel(uitkomst: VerdelingUitkomst): Verantwoording {
  const { eenheden, eenheid, open } = uitkomst;
  const placed = sum(eenheden.map(({ aantal }) => aantal.midden));
  return {
    wat: "De hele verdeling",
    ...(eenheden.length > 0 ? { waarde: formatBreuk(placed) } : {}),
    eenheid,
    delen: [
      explainOpgave(uitkomst),
      ...uitkomst.stappen.map((stap) => explainStap(stap, eenheid)),
      ...(isZero(open.midden) ? [] : [line("Blijft open", open.midden)]),
    ],
  };
}

/** Key, base, rounding and result of one step, over all units together. */
function explainStap(stap: Stapverslag, eenheid: string): Verantwoording {
  const when = stap.periode ? `${stap.periode}: ` : "";
  const naam = stap.naam ? `stap «${stap.naam}»` : "de verdeling";
  return {
    wat: `${when}${naam}`,
    pad: stap.pad,
    delen: [
      ...groupBy(stap.cellen).map(([onderdeel, cellen]) =>
        explainOnderdeel(onderdeel, cellen, stap, eenheid),
      ),
      ...stap.opmerkingen.map((wat) => ({ wat, delen: [] })),
    ],
  };
}

function explainOnderdeel(
  onderdeel: string,
  cellen: readonly Celverslag[],
  { pad, afronding }: Stapverslag,
  eenheid: string,
): Verantwoording {
  const total = (of: (cel: Celverslag) => Breuk) => sum(cellen.map(of));
  const gained = cellen.reduce(
    (all, { verschoven }) => (verschoven.teller > 0n ? add(all, verschoven) : all),
    NUL,
  );
  const open = total((cel) => cel.open);
  return {
    wat: onderdeel ? `${onderdeel}, samen` : "samen",
    waarde: formatBreuk(total((cel) => cel.uitkomst)),
    eenheid,
    pad,
    delen: [
      ...explainSleutel(cellen, `${pad}.sleutel`),
      ...(cellen.some(({ sleutel }) => sleutel?.plaats !== undefined)
        ? []
        : [
            line(
              "te verdelen, voor grenzen en afronden",
              total((cel) => cel.zonderGrens),
            ),
          ]),
      ...(isZero(gained)
        ? []
        : [
            {
              ...line("verschoven omdat een grens iets verandert", gained),
              pad: `${pad}.voorwaarden`,
            },
          ]),
      { wat: `afgerond: ${afronding.replace("-", " ")}`, pad: `${pad}.afronding`, delen: [] },
      ...(isZero(open) ? [] : [{ ...line("blijft open", open), pad: `${pad}.wat-niet-past` }]),
    ],
  };
}

/** The key and the base it goes by: that of all units together is the same for each. */
function explainSleutel(cellen: readonly Celverslag[], pad: string): readonly Verantwoording[] {
  const regel = cellen.find(({ sleutel }) => sleutel)?.sleutel;
  return regel ? [explainRegel(regel, pad)] : [];
}

function explainRegel({ wat, totaal, delen = [] }: Sleutelregel, pad: string): Verantwoording {
  return {
    wat: totaal ? `${wat}; de basis van allen samen is` : wat,
    ...(totaal ? { waarde: formatBreuk(totaal) } : {}),
    pad,
    delen: delen.map((part) => explainRegel(part, pad)),
  };
}

function line(wat: string, number: Breuk): Verantwoording {
  return { wat, waarde: formatBreuk(number), delen: [] };
}

function groupBy(
  cellen: readonly Celverslag[],
): readonly (readonly [string, readonly Celverslag[]])[] {
  const groups = new Map<string, Celverslag[]>();
  for (const cel of cellen) {
    const group = groups.get(cel.onderdeel);
    if (group) group.push(cel);
    else groups.set(cel.onderdeel, [cel]);
  }
  return [...groups];
}
