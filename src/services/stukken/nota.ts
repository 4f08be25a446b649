import { formatBereik, formatGetal, formatMoment, formatProcent } from "#domain/notatie.ts";
import { explainUitkomst } from "#rules/verdeling/index.ts";
import type { Uitvoercijfer } from "#services/uitvoer/uitvoerblad.ts";
import { beeldBlokken } from "./beelden.ts";
import { keuzePerGemeente, nietPastBlokken } from "./keuzes.ts";
import { opgaveBlok, padTabellen, uitkomstTabel, weetNietBlokken } from "./onderdelen.ts";
import type { Blok, Rij, Stuk, Tabel } from "./stuk.ts";
import { accountPunt } from "./verantwoording.ts";
import { addressOf, bindStuk, linkBlok, standBlokken, type Werk } from "./werk.ts";

/** The whole of a sheet on paper: sentence, table, choices, figures, and how the totals came about. */
export function makeNota(werk: Werk): Stuk {
  const { blad, zeg } = werk;
  const titel = zeg("nota-titel", { titel: blad.titel });
  const { titel: regio, aantal } = blad.regio;
  return bindStuk(werk, titel, [
    {
      titel,
      onder: zeg("nota-onder", { regio, aantal: `${aantal}` }),
      eenBladzijde: false,
      blokken: [
        ...standBlokken(werk),
        { soort: "zin", tekst: blad.zin },
        headBlok(werk),
        kop(werk, "nota-opgave"),
        opgaveBlok(werk),
        kop(werk, "nota-uitkomst"),
        uitkomstTabel(werk),
        ...beeldBlokken(werk),
        ...nietPastBlokken(werk),
        ...restBlokken(werk),
        ...padBlokken(werk),
        ...keysBlokken(werk),
        kop(werk, "nota-keuzes"),
        ...choiceBlokken(werk),
        kop(werk, "weet-niet"),
        ...weetNietBlokken(werk),
        kop(werk, "nota-cijfers"),
        cijferTabel(werk),
        kop(werk, "nota-verantwoording"),
        ...accountBlokken(werk),
        kop(werk, "nota-herkomst"),
        ...originBlokken(werk),
        linkBlok(werk),
      ],
    },
  ]);
}

function kop({ zeg }: Werk, key: string, niveau: 2 | 3 = 2): Blok {
  return { soort: "kop", niveau, tekst: zeg(key) };
}

function headBlok({ blad, zeg, eenheid }: Werk): Blok {
  const [{ document }] = blad.kolommen;
  const { titel: regio, aantal, indeling } = blad.regio;
  const from = indeling
    ? zeg("nota-indeling", { indeling: indeling.titel, status: indeling.status })
    : "";
  return {
    soort: "gegevens",
    regels: [
      { wat: zeg("nota-waard"), waarde: blad.status },
      { wat: zeg("nota-waarover"), waarde: `${document.onderwerp}, ${eenheid}` },
      {
        wat: zeg("nota-voor-wie"),
        waarde: zeg("nota-gemeenten", { regio, aantal: `${aantal}` }),
        ...(from ? { bij: from } : {}),
      },
      { wat: zeg("nota-peildatum"), waarde: formatMoment(blad.op) },
    ],
  };
}

function restBlokken(werk: Werk): readonly Blok[] {
  const keuzes = werk.blad.kolommen[0].nietPast?.keuzes ?? [];
  const tabel = keuzePerGemeente(werk, keuzes);
  return tabel ? [kop(werk, "nota-rest", 3), tabel] : [];
}

function padBlokken(werk: Werk): readonly Blok[] {
  const tabellen = padTabellen(werk);
  return tabellen.length > 0 ? [kop(werk, "pad"), ...tabellen] : [];
}

function keysBlokken(werk: Werk): readonly Blok[] {
  const { kolommen } = werk.blad;
  if (kolommen.length === 1) return [];
  return [
    kop(werk, "nota-sleutels"),
    ...kolommen.flatMap(({ titel, zin, meldingen }, nummer): readonly Blok[] => [
      { soort: "kop", niveau: 3, tekst: titel },
      { soort: "alinea", tekst: zin },
      // What the first key leaves to people stands above, with what each choice does.
      ...(nummer > 0 && meldingen.length > 0
        ? [{ soort: "lijst" as const, punten: meldingen.map((tekst) => ({ tekst })) }]
        : []),
    ]),
  ];
}

function choiceBlokken({ blad, zeg }: Werk): readonly Blok[] {
  const all = [...blad.keuzes, ...blad.wijzigingen];
  if (all.length === 0) return [{ soort: "alinea", tekst: zeg("nota-keuzes-geen") }];
  return [
    {
      soort: "tabel",
      bijschrift: zeg("nota-keuzes-uitleg"),
      kolommen: [
        { titel: zeg("kolom-onderdeel"), getal: false, breedte: 40 },
        { titel: zeg("kolom-waarde"), getal: false, breedte: 60 },
      ],
      groepen: [
        {
          rijen: all.map(({ naam, waarde }) => ({
            cellen: [{ tekst: spaced(naam) }, { tekst: spaced(waarde) }],
          })),
        },
      ],
      voet: [],
    },
  ];
}

function spaced(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, " ").replace(/^(\S+?)\.\.(\S+)$/, "$1 tot $2");
}

/** One row for gemeenten that have a figure of the same moment from the same source. */
function cijferTabel(werk: Werk): Tabel {
  const { zeg, blad } = werk;
  const groups = new Map<string, [Uitvoercijfer, ...Uitvoercijfer[]]>();
  for (const cijfer of blad.cijfers) {
    const { indicator, cel, moment, bron, betrouwbaarheid } = cijfer;
    const known = cijfer.waarde || cijfer.kenmerk !== undefined;
    const key = [indicator, ...cel, moment, bron, betrouwbaarheid, known].join("|");
    const group = groups.get(key);
    if (group) group.push(cijfer);
    else groups.set(key, [cijfer]);
  }
  return {
    soort: "tabel",
    bijschrift: zeg("nota-cijfers-uitleg"),
    kolommen: [
      { titel: zeg("kolom-cijfer"), getal: false, breedte: 34 },
      { titel: zeg("kolom-van"), getal: false, breedte: 20 },
      { titel: zeg("kolom-waarde"), getal: true, breedte: 18 },
      { titel: zeg("kolom-wanneer"), getal: false, breedte: 18 },
      { titel: zeg("kolom-bron"), getal: false, breedte: 40 },
      { titel: zeg("kolom-zekerheid"), getal: false, breedte: 16 },
    ],
    groepen: [{ rijen: [...groups.values()].map((group) => cijferRij(werk, group)) }],
    voet: [],
  };
}

function cijferRij({ zeg }: Werk, group: readonly [Uitvoercijfer, ...Uitvoercijfer[]]): Rij {
  const [first] = group;
  const { titel, cel, moment, bron, betrouwbaarheid } = first;
  const one = group.length === 1;
  return {
    cellen: [
      { tekst: [titel, ...cel].join(", ") },
      { tekst: one ? first.gebiednaam : `${group.length} gemeenten` },
      one ? figureOf(first, zeg("onbekend")) : { tekst: first.waarde ? "" : zeg("onbekend") },
      { tekst: moment ? formatMoment(moment) : zeg("zonder-datum") },
      { tekst: bron || zeg("niet-vermeld") },
      { tekst: betrouwbaarheid ?? zeg("niet-vermeld") },
    ],
  };
}

function figureOf({ waarde, kenmerk, eenheid }: Uitvoercijfer, unknown: string) {
  if (!waarde) return { tekst: kenmerk?.replaceAll("-", " ") ?? unknown };
  const share = eenheid === "deel";
  const onder = formatBereik(waarde, share ? "procent" : "getal", 1);
  return {
    tekst: share ? formatProcent(waarde.midden, 1) : formatGetal(waarde.midden, 1),
    ...(onder ? { onder } : {}),
  };
}

/** How each key came to its totals. */
function accountBlokken(werk: Werk): readonly Blok[] {
  return werk.blad.kolommen.flatMap(({ titel, uitkomst }): readonly Blok[] => [
    { soort: "kop", niveau: 3, tekst: titel },
    { soort: "lijst", punten: [accountPunt(explainUitkomst(uitkomst), werk)] },
  ]);
}

function originBlokken(werk: Werk): readonly Blok[] {
  const { zeg, blad, sjabloon } = werk;
  const { engineVersie, versie, hash } = blad.herkomst;
  const datum = formatMoment(sjabloon.eigen ?? sjabloon.datum);
  const made = { engine: engineVersie, sjabloon: sjabloon.versie, datum };
  const sentences = [
    ...(versie
      ? [
          zeg("nota-bewaard", {
            nummer: `${versie.nummer}`,
            naam: versie.naam,
            status: versie.status,
          }),
        ]
      : []),
    ...(hash ? [zeg("nota-kenmerk", { kenmerk: hash })] : []),
    zeg("nota-gemaakt", made),
    addressOf(werk),
  ];
  return sentences.map((tekst) => ({ soort: "alinea", tekst, klein: true }));
}
