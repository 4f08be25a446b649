import { useMemo } from "react";
import { formatGetal, isWide, listWords } from "#domain/notatie.ts";
import type { Bandbreedte, GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Afrondingsmethode } from "#domain/verdeling.ts";
import {
  type AndereAfronding,
  askBeside,
  findUitersten,
  type Kolom,
  tryAfrondingen,
  type Uiterste,
  type Verdelingsvraag,
} from "#rules/verdeling/index.ts";
import type { Namen } from "./namen.ts";

type Props = {
  readonly vraag: Verdelingsvraag;
  readonly kolom: Kolom;
  readonly eenheid: string;
  readonly namen: Namen;
};

/** The low, the middle and the high of a number, and on which figures each of them rests. */
export function UitlegUitersten({ vraag, kolom, eenheid, namen }: Props) {
  const { document, uitkomst } = kolom;
  const asked = useMemo(
    () => (vraag.document === document ? vraag : askBeside(vraag, document)),
    [vraag, document],
  );
  const ends = useMemo(() => findUitersten(asked, eenheid), [asked, eenheid]);
  const own = uitkomst.eenheden.find(({ id }) => id === eenheid);
  if (!own) return null;
  const { laag, midden, hoog } = own.aantal;
  const words = (end: Uiterste) => endWords(end, uitkomst, eenheid, namen);
  return (
    <>
      <dl className="uitersten">
        {ends && (
          <>
            <dt>laag</dt>
            <dd>
              <strong>{formatGetal(laag, 2)}</strong> {words(ends.laag)}
            </dd>
          </>
        )}
        <dt>midden</dt>
        <dd>
          <strong>{formatGetal(midden, 2)}</strong> {middleWords(own.aantal, uitkomst.meldingen)}
        </dd>
        {ends && (
          <>
            <dt>hoog</dt>
            <dd>
              <strong>{formatGetal(hoog, 2)}</strong> {words(ends.hoog)}
            </dd>
          </>
        )}
      </dl>
      <Afronding asked={asked} eenheid={eenheid} own={own.aantal} />
    </>
  );
}

function middleWords(band: Bandbreedte, meldingen: Kolom["uitkomst"]["meldingen"]): string {
  if (isWide(band)) return "elk cijfer op zijn midden, daarna afgerond";
  if (meldingen.some(({ soort }) => soort === "besluit-nodig")) {
    return "hoe ver dit kan afwijken, is pas te zeggen als de keuze is gemaakt";
  }
  return "zonder bandbreedte: elk cijfer dat meetelt, is als één getal geleverd";
}

/** What lies on which side at this end, and is not certain. */
function endWords(
  { eigen, anderen, totaal, parameters }: Uiterste,
  { gebruikt, opgave }: Kolom["uitkomst"],
  eenheid: string,
  namen: Namen,
): string {
  const wide = gebruikt.filter(({ waarde }) => waarde && isWide(waarde));
  const figures = (list: readonly GebruiktCijfer[]) => {
    const names = new Set(
      list.map(({ indicator, cel }) => namen.cijfer([indicator, ...cel].join(".")).toLowerCase()),
    );
    return names.size > 0 ? ` (${listWords([...names])})` : "";
  };
  const own = wide.filter(({ gebied }) => gebied === eenheid);
  const others = wide.filter(({ gebied }) => gebied !== eenheid && /^GM\d{4}$/.test(gebied));
  const parts = [
    ...(totaal ? [`een ${totaal} aantal om te verdelen${amount(opgave, totaal)}`] : []),
    ...(eigen ? [`${SIDE[eigen]} eigen cijfers${figures(own)}`] : []),
    ...(anderen ? [`${SIDE[anderen]} cijfers van de anderen${figures(others)}`] : []),
    ...Object.entries(parameters).map(([naam, kant]) => `«${naam.replaceAll("-", " ")}» ${kant}`),
  ];
  return parts.length > 0 ? `met ${listWords(parts)}` : "";
}

const SIDE = { laag: "lage", midden: "middelste", hoog: "hoge" } as const;

function amount(opgave: Kolom["uitkomst"]["opgave"], kant: keyof typeof SIDE): string {
  return opgave ? ` (${formatGetal(opgave.aantal[kant], 2)})` : "";
}

type AfrondingProps = {
  readonly asked: Verdelingsvraag;
  readonly eenheid: string;
  readonly own: Bandbreedte;
};

const METHODEN: Readonly<Partial<Record<Afrondingsmethode, string>>> = {
  "grootste-rest": "grootste rest",
  "sainte-lague": "Sainte-Laguë",
  dhondt: "D'Hondt",
  adams: "Adams",
  "huntington-hill": "Huntington-Hill",
};

function Afronding({ asked, eenheid, own }: AfrondingProps) {
  const others = useMemo(() => tryAfrondingen(asked, eenheid), [asked, eenheid]);
  if (others.length === 0) return null;
  return <p className="klein">{roundingText(others, own)}</p>;
}

function roundingText(others: readonly AndereAfronding[], { midden }: Bandbreedte): string {
  const byNumber = new Map<string, string[]>();
  for (const { methode, aantal } of others) {
    const number = formatGetal(aantal, 2);
    byNumber.set(number, [...(byNumber.get(number) ?? []), METHODEN[methode] ?? methode]);
  }
  const same = byNumber.size === 1 && byNumber.has(formatGetal(midden, 2));
  if (same) return `Een andere afronding geeft ook ${formatGetal(midden, 2)}.`;
  const parts = [...byNumber].map(([number, names]) => `${number} (${listWords(names)})`);
  return `Een andere afronding geeft ${listWords(parts, "of")}.`;
}
