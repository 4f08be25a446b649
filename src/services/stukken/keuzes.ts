import { add, type Breuk, NUL } from "#domain/breuk.ts";
import { formatGetal, formatVanTot } from "#domain/notatie.ts";
import type { Keuzegevolg } from "#domain/uitkomst.ts";
import type { Keuze } from "#domain/verdeling.ts";
import type { Uitvoerkolom, Uitvoerrest } from "#services/uitvoer/uitvoerblad.ts";
import type { Blok, Tabel } from "./stuk.ts";
import { fewNames, type Werk } from "./werk.ts";

/** What does not fit in the first key, and what each choice does; or that all fits. */
export function nietPastBlokken(werk: Werk): readonly Blok[] {
  const { zeg, eenheid } = werk;
  const [kolom] = werk.blad.kolommen;
  const rest = kolom.nietPast;
  if (!rest) return restOfNone(werk, kolom);
  if (rest.keuzes.length === 0) return [{ soort: "alinea", tekst: chosenText(werk, rest) }];
  const aantal = formatVanTot(rest.aantal);
  return [
    {
      soort: "let-op",
      titel: zeg("niet-past-titel", { aantal, eenheid }),
      alineas: [zeg("niet-past", { gemeenten: fewNames(rest.aanDeGrens) })],
    },
    keuzeTabel(werk, rest.keuzes),
  ];
}

/** Without numbers nobody can say that all fits: then it is told what lacks. */
function restOfNone({ zeg }: Werk, { meldingen, uitkomst }: Uitvoerkolom): readonly Blok[] {
  if (meldingen.length > 0) {
    return [{ soort: "let-op", titel: zeg("geen-uitkomst-titel"), alineas: meldingen }];
  }
  return uitkomst.eenheden.length > 0 ? [{ soort: "alinea", tekst: zeg("alles-past") }] : [];
}

/** What was chosen for what does not fit; or that nobody chose, where only the far end does not. */
export function chosenText({ zeg, eenheid }: Werk, { keuze, aantal }: Uitvoerrest): string {
  const velden = { aantal: formatVanTot(aantal), eenheid };
  if (!keuze) return zeg("niet-past-misschien", velden);
  return zeg("niet-past-gekozen", { ...velden, keuze: zeg(`keuze-${keuze}`) });
}

/** What each choice would do; where a gemeente is named, in its own numbers and no other's. */
export function keuzeTabel(werk: Werk, keuzes: readonly Keuzegevolg[], only?: string): Tabel {
  const { zeg } = werk;
  return {
    soort: "tabel",
    bijschrift: zeg("keuzes-uitleg"),
    kolommen: [
      { titel: zeg("kolom-keuze"), getal: false, breedte: 16 },
      { titel: zeg("kolom-gevolg"), getal: false, breedte: 34 },
      ...(only === undefined
        ? [{ titel: zeg("kolom-meer"), getal: false, breedte: 30 }]
        : [{ titel: zeg("kolom-ons"), getal: true, breedte: 13 }]),
      { titel: zeg("kolom-open"), getal: true, breedte: 13 },
      { titel: zeg("kolom-nodig"), getal: false, breedte: 26 },
    ],
    groepen: [{ rijen: keuzes.map((gevolg) => keuzeRij(werk, gevolg, only)) }],
    voet: [],
  };
}

function keuzeRij(werk: Werk, gevolg: Keuzegevolg, only: string | undefined) {
  const { zeg } = werk;
  const { keuze, open, groeit, waarom } = gevolg;
  const names = [...new Set(groeit.map((id) => nameOf(werk, id)))];
  const own = only === undefined ? undefined : numberFor(gevolg, only);
  const grows = names.length > 0 ? fewNames(names) : zeg("niemand");
  const ours = own ? formatGetal(own) : zeg("onbekend");
  const can = gevolg.uitkomst !== undefined;
  return {
    cellen: [
      { tekst: zeg(`keuze-${keuze}`) },
      { tekst: doet(werk, keuze) },
      { tekst: can ? (only === undefined ? grows : ours) : zeg("kan-niet") },
      { tekst: can ? formatGetal(open) : "" },
      { tekst: waarom ?? zeg("alleen-besluit") },
    ],
  };
}

function doet({ zeg }: Werk, keuze: Keuze): string {
  return zeg(`keuze-${keuze}-doet`);
}

function nameOf({ blad }: Werk, id: string): string {
  const [unit] = id.split("/");
  return blad.eenheden.find((item) => item.id === unit)?.naam ?? id;
}

/** A gemeente may be split further: what its cells get together is its own. */
function numberFor({ uitkomst }: Keuzegevolg, id: string): Breuk | undefined {
  const own = uitkomst?.filter(({ eenheid }) => eenheid === id || eenheid.startsWith(`${id}/`));
  if (!own || own.length === 0) return undefined;
  return own.reduce((total, { aantal }) => add(total, aantal), NUL);
}

/** Per gemeente what each choice gives; choices with the same numbers share a column. */
export function keuzePerGemeente(werk: Werk, keuzes: readonly Keuzegevolg[]): Tabel | undefined {
  const { zeg, blad, eenheid } = werk;
  const groups = new Map<string, { namen: string[]; gevolg: Keuzegevolg }>();
  for (const gevolg of keuzes.filter(({ uitkomst }) => uitkomst)) {
    const key = blad.eenheden.map(({ id }) => shown(gevolg, id)).join("|");
    const known = groups.get(key) ?? { namen: [], gevolg };
    known.namen.push(zeg(`keuze-${gevolg.keuze}`));
    groups.set(key, known);
  }
  const columns = [...groups.values()];
  if (columns.length === 0) return undefined;
  return {
    soort: "tabel",
    bijschrift: zeg("nota-rest-uitleg", { eenheid }),
    kolommen: [
      { titel: zeg("kolom-gemeente"), getal: false, breedte: 30 },
      ...columns.map(({ namen }) => ({ titel: namen.join(" / "), getal: true, breedte: 20 })),
    ],
    groepen: [
      {
        rijen: blad.eenheden.map(({ id, naam }) => ({
          cellen: [
            { tekst: naam },
            ...columns.map(({ gevolg }) => ({ tekst: shown(gevolg, id) || zeg("onbekend") })),
          ],
        })),
      },
    ],
    voet: [],
  };
}

function shown(gevolg: Keuzegevolg, id: string): string {
  const number = numberFor(gevolg, id);
  return number ? formatGetal(number) : "";
}
