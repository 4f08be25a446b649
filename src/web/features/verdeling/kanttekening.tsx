import { type Breuk, isZero } from "#domain/breuk.ts";
import { formatGetal, formatVanTot, formatVerschil } from "#domain/notatie.ts";
import type { Naastliggend } from "#domain/uitkomst.ts";
import { type Kolom, shiftsOf } from "#rules/verdeling/index.ts";
import type { Namen } from "./namen.ts";

/** What a gemeente itself says beside its numbers. */
export type Notitie = { readonly tekst: string; readonly van: string };

/** What stands behind the numbers of each unit: what a bound moved, and what lies beside. */
export type Kanttekeningen = {
  /** Per unit in words; absent where no bound moved anything. */
  readonly erbij?: ReadonlyMap<string, readonly string[]>;
  /** The key whose bound moved something, where it is the only one. */
  readonly grens?: string;
  /** Figures that the documents lay beside, and what the gemeente notes; absent where nobody did. */
  readonly ernaast?: ReadonlyMap<string, readonly string[]>;
  /** What the figures beside are, where they are all of one kind: it need not be said in each row. */
  readonly soort?: string;
};

export function readKanttekeningen(
  kolommen: readonly Kolom[],
  namen: Namen,
  notities: ReadonlyMap<string, Notitie> = new Map(),
): Kanttekeningen {
  const erbij = new Map<string, string[]>();
  const moving = kolommen
    .map((kolom) => ({ titel: kolom.document.titel, moved: movedIn(kolom) }))
    .filter(({ moved }) => moved.length > 0);
  const grens = moving.length === 1 ? moving[0]?.titel : undefined;
  for (const { titel, moved } of moving) {
    for (const [id, text] of moved) push(erbij, id, grens ? text : `${text} («${titel}»)`);
  }
  const soort = onlyKind(kolommen);
  const ernaast = new Map<string, string[]>();
  for (const { eenheid, cijfer } of besideFigures(kolommen)) {
    const text = besideText(cijfer);
    push(ernaast, eenheid, soort ? text : `${namen.cijfer(cijfer.cijfer)}: ${text}`);
  }
  for (const [id, { tekst, van }] of notities) push(ernaast, id, `${van}: «${tekst}»`);
  return {
    ...(erbij.size > 0 ? { erbij } : {}),
    ...(grens ? { grens } : {}),
    ...(ernaast.size > 0 ? { ernaast } : {}),
    ...(soort ? { soort: namen.cijfer(soort) } : {}),
  };
}

function besideFigures(kolommen: readonly Kolom[]) {
  return kolommen.flatMap(({ uitkomst }) =>
    uitkomst.ernaast.flatMap(({ eenheid, cijfers }) =>
      cijfers.map((cijfer) => ({ eenheid, cijfer })),
    ),
  );
}

function onlyKind(kolommen: readonly Kolom[]): string | undefined {
  const kinds = new Set(besideFigures(kolommen).map(({ cijfer }) => cijfer.cijfer));
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

function push(map: Map<string, string[]>, id: string, text: string): void {
  const own = map.get(id);
  if (!own) map.set(id, [text]);
  else if (!own.includes(text)) own.push(text);
}

/** Per unit what a bound moved to it or away from it, and what found no place. */
function movedIn({ uitkomst }: Kolom): readonly (readonly [string, string])[] {
  return [...shiftsOf(uitkomst)].flatMap(([id, { verschoven, open }]) =>
    movedWords(verschoven, open).map((text) => [id, text] as const),
  );
}

function movedWords(moved: Breuk, open: Breuk): readonly string[] {
  const from = moved.teller > 0n ? "van anderen" : "naar anderen";
  return [
    ...(isZero(moved) ? [] : [`${formatVerschil(moved, 2)} ${from}`]),
    ...(isZero(open) ? [] : [`${formatGetal(open, 2)} past niet`]),
  ];
}

function besideText({ waarde, kenmerk, eenheid }: Naastliggend): string {
  if (kenmerk) return kenmerk.replaceAll("-", " ");
  if (!waarde) return "onbekend";
  return eenheid === "deel"
    ? formatVanTot(waarde, "procent")
    : `${formatVanTot(waarde)} ${eenheid}`;
}

/** One line for each; a dash where there is nothing to say. */
export function Kanttekening({ regels = [] }: { readonly regels?: readonly string[] | undefined }) {
  if (regels.length === 0) return <td className="kanttekening">–</td>;
  return (
    <td className="kanttekening">
      {regels.map((regel) => (
        <span key={regel} className="regel">
          {regel}
        </span>
      ))}
    </td>
  );
}
