import { compareNaam } from "#domain/alfabet.ts";
import { parseBreuk, subtract } from "#domain/breuk.ts";
import { formatVanTot, formatVerschil } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Cijferverschil, Sleutelverschil } from "#services/rekenversie/was-wordt.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { getalCel } from "./getallen.ts";
import type { Blok, Cel, Rij, Stuk, Tabel } from "./stuk.ts";
import { bindStuk, linkBlok, standBlokken, type Werk } from "./werk.ts";

/** Two versions on paper: the sentence, each gemeente, the choices and the figures that differ. */
export function makeWasWordt(
  werk: Werk,
  was: Uitvoerblad,
  sleutels: readonly Sleutelverschil[],
): Stuk {
  const { blad, zeg } = werk;
  const titel = zeg("waswordt-titel", { titel: blad.titel });
  const onder = zeg("waswordt-onder", { was: nameOf(werk, was), wordt: nameOf(werk, blad) });
  return bindStuk(werk, titel, [
    {
      titel,
      onder,
      eenBladzijde: false,
      blokken: [
        ...standBlokken(werk),
        ...sleutels.flatMap((sleutel) => keyBlokken(werk, sleutel)),
        linkBlok(werk),
      ],
    },
  ]);
}

function nameOf({ zeg }: Werk, { herkomst, titel }: Uitvoerblad): string {
  const { versie, hash } = herkomst;
  if (versie) return zeg("waswordt-versie", { nummer: `${versie.nummer}`, naam: versie.naam });
  return hash ? zeg("voet-kenmerk", { kenmerk: hash.slice(0, 16) }) : titel;
}

function keyBlokken(werk: Werk, sleutel: Sleutelverschil): readonly Blok[] {
  const { zeg, blad } = werk;
  const kolom = blad.kolommen.find(({ naam }) => naam === sleutel.wordt);
  return [
    { soort: "kop", niveau: 2, tekst: kolom?.titel ?? sleutel.wordt },
    ...sentenceBlokken(werk, sleutel),
    { soort: "kop", niveau: 3, tekst: zeg("waswordt-gemeenten") },
    unitBlok(werk, sleutel),
    ...choiceBlokken(werk, sleutel),
    ...figureBlokken(werk, sleutel),
  ];
}

function sentenceBlokken({ zeg }: Werk, { document }: Sleutelverschil): readonly Blok[] {
  const [was, wordt] = document.zinnen;
  if (was === wordt && document.verschillen.length === 0) {
    return [
      { soort: "zin", tekst: wordt },
      { soort: "alinea", tekst: zeg("waswordt-zin-gelijk") },
    ];
  }
  const rijen = document.verschillen.map(({ pad, links, rechts }) => ({
    cellen: [
      { tekst: spaced(pad) },
      { tekst: links ?? zeg("waswordt-geen") },
      { tekst: rechts ?? zeg("waswordt-geen") },
    ],
  }));
  return [
    { soort: "kop", niveau: 3, tekst: zeg("waswordt-zin-was") },
    { soort: "alinea", tekst: was },
    { soort: "kop", niveau: 3, tekst: zeg("waswordt-zin-wordt") },
    { soort: "zin", tekst: wordt },
    ...(rijen.length > 0 ? [twoSides({ zeg }, zeg("waswordt-anders"), "onderdeel", rijen)] : []),
  ];
}

function twoSides(
  { zeg }: Pick<Werk, "zeg">,
  bijschrift: string,
  wat: "onderdeel" | "cijfer",
  rijen: readonly Rij[],
): Tabel {
  return {
    soort: "tabel",
    bijschrift,
    kolommen: [
      { titel: zeg(`kolom-${wat}`), getal: false, breedte: 36 },
      { titel: zeg("waswordt-was"), getal: false, breedte: 32 },
      { titel: zeg("waswordt-wordt"), getal: false, breedte: 32 },
    ],
    groepen: [{ rijen }],
    voet: [],
  };
}

function unitBlok(werk: Werk, sleutel: Sleutelverschil): Blok {
  const { eenheid, eenheden } = sleutel;
  if (eenheid === undefined) {
    return { soort: "alinea", tekst: werk.zeg("waswordt-niet-vergelijkbaar") };
  }
  if (eenheden.length === 0) {
    return { soort: "alinea", tekst: werk.zeg("waswordt-geen-uitkomst") };
  }
  return gemeenteTabel(werk, sleutel, eenheid);
}

function gemeenteTabel(werk: Werk, { eenheden }: Sleutelverschil, eenheid: string): Tabel {
  const { zeg } = werk;
  const sorted = eenheden.toSorted((a, b) => compareNaam(a.naam, b.naam));
  return {
    soort: "tabel",
    bijschrift: zeg("waswordt-uitleg", { eenheid }),
    kolommen: [
      { titel: zeg("kolom-gemeente"), getal: false, breedte: 34 },
      { titel: zeg("waswordt-was"), getal: true, breedte: 20 },
      { titel: zeg("waswordt-wordt"), getal: true, breedte: 20 },
      { titel: zeg("waswordt-verschil"), getal: true, breedte: 26 },
    ],
    groepen: [
      {
        rijen: sorted.map(({ naam, was, wordt, overlapt }) => {
          const [left, right] = [readBand(was), readBand(wordt)];
          const change = left && right && subtract(right.midden, left.midden);
          const tekst = change ? formatVerschil(change, 2) : zeg("onbekend");
          const within = overlapt && tekst !== "0" && change;
          return {
            cellen: [
              { tekst: naam },
              getalCel(werk, left),
              getalCel(werk, right),
              { tekst, ...(within ? { onder: zeg("waswordt-binnen") } : {}) },
            ],
          };
        }),
      },
    ],
    voet: [],
  };
}

type Tekstband = Sleutelverschil["eenheden"][number]["was"];

function readBand(band: Tekstband): Bandbreedte | undefined {
  if (!band) return undefined;
  const [laag, midden, hoog] = [band.laag, band.midden, band.hoog].map((text) => parseBreuk(text));
  return laag && midden && hoog ? { laag, midden, hoog } : undefined;
}

function choiceBlokken({ zeg }: Werk, { keuzes }: Sleutelverschil): readonly Blok[] {
  if (keuzes.length === 0) return [];
  const none = zeg("waswordt-geen");
  const rijen = keuzes.map(({ naam, was, wordt }) => ({
    cellen: [{ tekst: spaced(naam) }, { tekst: was ?? none }, { tekst: wordt ?? none }],
  }));
  return [twoSides({ zeg }, zeg("waswordt-keuzes"), "onderdeel", rijen)];
}

function figureBlokken(werk: Werk, { cijfers }: Sleutelverschil): readonly Blok[] {
  const { zeg } = werk;
  const kop: Blok = { soort: "kop", niveau: 3, tekst: zeg("waswordt-cijfers") };
  if (cijfers.length === 0) {
    return [kop, { soort: "alinea", tekst: zeg("waswordt-cijfers-gelijk") }];
  }
  const rows = groupSame(cijfers)
    .map((group) => figureRow(werk, group))
    .toSorted((a, b) => compareNaam(a.titel, b.titel) || compareNaam(a.wie, b.wie));
  const groups = new Map<string, Rij[]>();
  for (const { titel, bron, rij } of rows) {
    const key = bron ? `${titel} (${bron})` : titel;
    groups.set(key, [...(groups.get(key) ?? []), rij]);
  }
  const tabel = twoSides({ zeg }, zeg("waswordt-cijfers-uitleg"), "cijfer", []);
  return [kop, { ...tabel, groepen: [...groups].map(([titel, rijen]) => ({ titel, rijen })) }];
}

/** One figure of one gemeente, or of those that became the same; a source they all share goes above. */
function figureRow(werk: Werk, group: Gelijken) {
  const { blad } = werk;
  const [{ indicator, gebied, cel, was, wordt }, ...others] = group;
  const found = blad.cijfers.find((item) => item.indicator === indicator);
  const one = blad.eenheden.find(({ id }) => id === gebied)?.naam ?? blad.regio.titel;
  const wie = others.length > 0 ? `${group.length} gemeenten` : one;
  const sources = new Set([was?.bron, wordt?.bron].filter((bron) => bron !== undefined));
  const [bron] = sources.size === 1 ? [...sources] : [];
  const side = (cijfer: Cijferverschil["was"]) => {
    const whole = figureCel(werk, cijfer, found?.eenheid);
    return bron ? { tekst: whole.tekst } : whole;
  };
  return {
    titel: [found?.titel ?? spaced(indicator), ...cel].join(", "),
    wie,
    bron,
    rij: { cellen: [{ tekst: wie }, side(was), side(wordt)] },
  };
}

type Gelijken = readonly [Cijferverschil, ...Cijferverschil[]];

/** Gemeenten of which a figure became otherwise in the same way stand in one row. */
function groupSame(cijfers: readonly Cijferverschil[]): readonly Gelijken[] {
  const groups = new Map<string, [Cijferverschil, ...Cijferverschil[]]>();
  for (const verschil of cijfers) {
    const { indicator, cel, was, wordt } = verschil;
    const sides = [was, wordt].map((side) => side && { ...side, gebied: "" });
    const key = JSON.stringify([indicator, cel, ...sides]);
    const group = groups.get(key);
    if (group) group.push(verschil);
    else groups.set(key, [verschil]);
  }
  return [...groups.values()];
}

function figureCel({ zeg }: Werk, cijfer: Cijferverschil["was"], eenheid: string | undefined): Cel {
  if (!cijfer) return { tekst: zeg("waswordt-geen") };
  const { waarde, bron, kenmerk } = cijfer;
  const band = readBand(waarde);
  if (!band) return { tekst: kenmerk?.replaceAll("-", " ") ?? zeg("onbekend"), onder: bron };
  return { tekst: formatVanTot(band, eenheid === "deel" ? "procent" : "getal", 2), onder: bron };
}

function spaced(text: string): string {
  return text
    .replace(/\b(\w+?)(?:pen)?\[(\d+)\]/g, (_, wat: string, i: string) => `${wat} ${Number(i) + 1}`)
    .replaceAll(".", ", ")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
}
