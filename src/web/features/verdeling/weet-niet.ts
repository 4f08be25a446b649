import type { Blad } from "#contract/rekenblad/blad.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Bijcijfer } from "#rules/verdeling/index.ts";
import { usedFigures } from "./bronnen.tsx";
import type { Namen } from "./namen.ts";
import type { Uitgerekend } from "./reken.ts";

/** Beyond so many names a number says more. */
const MOST_NAMES = 4;

type Gegevens = {
  readonly uitgerekend: Uitgerekend;
  readonly data: Rekenblad;
  readonly blad: Blad;
  readonly namen: Namen;
  /** How gemeenten are named in a sentence. */
  readonly noem?: (names: readonly string[]) => string;
};

/** What a sheet does not know, in whole sentences: who belongs to it, and which figures are weak. */
export function listUnknowns(gegevens: Gegevens): readonly string[] {
  const { uitgerekend, data, blad, namen, noem = nameFew } = gegevens;
  const used = usedFigures(uitgerekend);
  return [
    ...madeUp(uitgerekend, data.waarnemingen, blad),
    ...membership(uitgerekend, noem),
    ...missing(uitgerekend, namen, noem),
    ...assumed(used, { uitgerekend, namen, noem }),
    ...older(used, namen),
    ...parameters(uitgerekend),
  ];
}

type Noem = (names: readonly string[]) => string;

function madeUp(
  { document }: Uitgerekend,
  waarnemingen: Rekenblad["waarnemingen"],
  { voorbeeld, cijfers }: Blad,
): readonly string[] {
  const filled = voorbeeld && cijfers.size > 0;
  const shown = waarnemingen.some(({ status }) => status === "voorbeeld");
  return [
    ...(document.status === "voorbeeld"
      ? ["De verdeling zelf is een voorbeeld: niemand heeft ertoe besloten."]
      : []),
    ...(filled ? ["Wat is ingevuld, is verzonnen om te laten zien hoe het werkt."] : []),
    ...(shown && !filled ? ["Er zijn cijfers bij die verzonnen zijn, als voorbeeld."] : []),
  ];
}

function membership({ gebied }: Uitgerekend, noem: Noem): readonly string[] {
  const { eenheden, onzeker, indeling } = gebied;
  const guessed = eenheden.filter(({ aanname }) => aanname !== undefined);
  const all = guessed.length === eenheden.length;
  const from = indeling ? ` (regio-indeling ${indeling})` : "";
  return [
    ...(onzeker.length > 0 ? [`Of ${noem(onzeker)} erbij hoort, is niet zeker${from}.`] : []),
    ...(guessed.length > 0
      ? [
          all
            ? `Welke gemeenten erbij horen, is een aanname${from}.`
            : `Dat ${noem(guessed.map(({ naam }) => naam))} erbij ${guessed.length > 1 ? "horen" : "hoort"}, is een aanname${from}.`,
        ]
      : []),
  ];
}

function missing(uitgerekend: Uitgerekend, namen: Namen, noem: Noem): readonly string[] {
  const { bij, document, gebied } = uitgerekend;
  const now = "Wat gemeenten nu al doen, is onbekend.";
  const without = (cijfer: Bijcijfer | undefined) =>
    gebied.eenheden.filter(({ id }) => cijfer && !cijfer.waarden.has(id)).map(({ naam }) => naam);
  const noNow = without(bij.nu);
  const noSupply = without(bij.aanbod);
  const whole = bij.nu === undefined || noNow.length === gebied.eenheden.length;
  return [
    ...(whole && document.spoor === 2 ? [now] : []),
    ...(!whole && noNow.length > 0 ? [`Wat ${noem(noNow)} nu al doet, is onbekend.`] : []),
    ...(bij.aanbod && noSupply.length > 0
      ? [`${namen.cijfer(bij.aanbod.cijfer)} is onbekend in ${noem(noSupply)}.`]
      : []),
  ];
}

/** Figures that somebody assumed, each with who did. */
function assumed(
  used: readonly GebruiktCijfer[],
  {
    uitgerekend: { gebied },
    namen,
    noem,
  }: Pick<Gegevens, "uitgerekend" | "namen"> & { readonly noem: Noem },
): readonly string[] {
  const weak = used.filter(({ betrouwbaarheid }) => SURE[betrouwbaarheid ?? ""] !== undefined);
  return [...grouped(weak, ({ bron, betrouwbaarheid }) => `${bron}|${betrouwbaarheid}`)].map(
    ([, items]) => {
      const [first] = items;
      const owners = new Set(items.map((item) => item.gebied));
      const some = owners.size < gebied.eenheden.length && /^GM\d{4}$/.test(first.gebied);
      const where = some ? ` van ${noem([...owners].map(namen.eenheid))}` : "";
      const titel = namen.cijfer([first.indicator, ...first.cel].join("."));
      return `${titel}${where} is ${SURE[first.betrouwbaarheid ?? ""]}: ${first.bron}.`;
    },
  );
}

const SURE: Readonly<Record<string, string>> = {
  aanname: "een aanname",
  geschat: "geschat",
};

/** Figures that are older than the newest on the sheet. */
function older(used: readonly GebruiktCijfer[], namen: Namen): readonly string[] {
  const dated = used.filter(({ moment }) => moment !== undefined);
  const year = ({ moment = "" }: GebruiktCijfer) => moment.slice(0, 4);
  const newest = dated.map(year).toSorted().at(-1) ?? "";
  const old = dated.filter((item) => year(item) < newest);
  return [...grouped(old, ({ moment = "" }) => moment)].map(([, [first]]) => {
    const titel = namen.cijfer([first.indicator, ...first.cel].join("."));
    return `${titel} is van ${formatMoment(first.moment ?? "")}, ouder dan andere cijfers (${newest}).`;
  });
}

/** Parameters that are assumed, as the outcomes say them; membership is told above. */
function parameters({ kolommen }: Uitgerekend): readonly string[] {
  const said = kolommen.flatMap(({ uitkomst }) => uitkomst.aannames);
  return [...new Set(said)].filter((text) => text.startsWith("«"));
}

/** Items of one indicator together, and apart by what else tells them apart. */
function grouped(
  items: readonly GebruiktCijfer[],
  by: (item: GebruiktCijfer) => string,
): ReadonlyMap<string, readonly [GebruiktCijfer, ...GebruiktCijfer[]]> {
  const groups = new Map<string, [GebruiktCijfer, ...GebruiktCijfer[]]>();
  for (const item of items) {
    const key = `${item.indicator}.${item.cel.join(".")}|${by(item)}`;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** By name where they are few, else how many. */
function nameFew(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.length} gemeenten` : listWords(names);
}
