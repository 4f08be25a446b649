import { isPositive, isZero, negate } from "#domain/breuk.ts";
import { formatGetal, formatVanTot, isWide } from "#domain/notatie.ts";
import { readRustAlOp, shiftsOf } from "#rules/verdeling/index.ts";
import type { Uitvoereenheid, Uitvoerkolom, Uitvoerrij } from "#services/uitvoer/uitvoerblad.ts";
import { bandTekst, deelTekst, getalCel } from "./getallen.ts";
import { chosenText, keuzeTabel } from "./keuzes.ts";
import { besideKinds, padTabellen, supplyLines, weetNietBlokken } from "./onderdelen.ts";
import type { Blok, Deel, Stuk } from "./stuk.ts";
import {
  bindStuk,
  capital,
  fewNames,
  linkBlok,
  type Reactie,
  standBlokken,
  type Werk,
} from "./werk.ts";

/** More points than this do not fit beside the rest on one page. */
const MOST_UNKNOWNS = 5;

/**
 * One page per gemeente for its own wethouder: what is asked, what it means, and what is not known.
 *
 * Each shows the numbers of its own gemeente and no other's. With `gemeente` only that one.
 */
export function makeA4(werk: Werk, gemeente?: string): Stuk {
  const { blad } = werk;
  const shown = blad.eenheden.filter(({ id }) => gemeente === undefined || id === gemeente);
  return bindStuk(
    werk,
    blad.titel,
    shown.map((eenheid) => makePage(werk, eenheid)),
  );
}

function makePage(werk: Werk, eenheid: Uitvoereenheid): Deel {
  const { blad, zeg } = werk;
  const { naam } = eenheid;
  return {
    titel: naam,
    onder: zeg("a4-onder", { titel: blad.titel, regio: blad.regio.titel, gemeente: naam }),
    eenBladzijde: true,
    blokken: [
      ...standBlokken(werk),
      { soort: "zin", tekst: blad.zin },
      { soort: "kop", niveau: 2, tekst: zeg("a4-gevraagd") },
      { soort: "alinea", tekst: askedText(werk, eenheid) },
      { soort: "kop", niveau: 2, tekst: zeg("a4-betekent") },
      meaningBlok(werk, eenheid),
      ...keysBlokken(werk, eenheid),
      ...nietPastBlokken(werk, eenheid),
      ...padBlokken(werk, eenheid),
      { soort: "kop", niveau: 2, tekst: zeg("a4-weet-niet") },
      ...weetNietBlokken(werk, MOST_UNKNOWNS),
      { soort: "kop", niveau: 2, tekst: zeg("a4-kanttekening") },
      ...kanttekeningBlokken(werk, eenheid),
      linkBlok(werk),
    ],
  };
}

function askedText({ blad, zeg, eenheid }: Werk, { naam }: Uitvoereenheid): string {
  const total = blad.kolommen[0].uitkomst.opgave?.aantal;
  const opgave = total ? `${formatVanTot(total)} ${eenheid}` : eenheid;
  return zeg("a4-gevraagd-tekst", { regio: blad.regio.titel, gemeente: naam, opgave });
}

function rijOf({ rijen }: Uitvoerkolom, { id }: Uitvoereenheid): Uitvoerrij | undefined {
  return rijen.find(({ eenheid }) => eenheid.id === id);
}

function meaningBlok(werk: Werk, unit: Uitvoereenheid): Blok {
  const { blad, zeg, eenheid } = werk;
  const [kolom] = blad.kolommen;
  const {
    aantal,
    deelVanAanbod,
    aanbod = blad.aanbod?.waarden.get(unit.id),
  } = rijOf(kolom, unit) ?? {};
  const midden = aantal && isWide(aantal) ? formatGetal(aantal.midden) : undefined;
  return {
    soort: "gegevens",
    regels: [
      {
        wat: zeg("a4-bijdrage"),
        waarde: aantal ? `${formatVanTot(aantal)} ${eenheid}` : zeg("geen-uitkomst"),
        ...(midden ? { bij: zeg("a4-midden", { aantal: midden }) } : {}),
      },
      ...(kolom.document.spoor === 2
        ? [
            { wat: zeg("a4-nu"), waarde: bandTekst(werk, blad.nu?.waarden.get(unit.id)) },
            {
              wat: zeg("a4-deel"),
              waarde: deelVanAanbod ? formatVanTot(deelVanAanbod, "procent") : zeg("onbekend"),
              ...(aanbod ? { bij: zeg("a4-deel-van", { aantal: formatVanTot(aanbod) }) } : {}),
            },
            ...supplyLines(werk, readRustAlOp(kolom.vraag, unit.id), aanbod, aantal),
          ]
        : []),
      ...besideKinds(werk).map(({ titel, waarden }) => ({
        wat: titel,
        waarde: waarden.get(unit.id) ?? zeg("onbekend"),
      })),
    ],
  };
}

/** What the other keys would give this gemeente; nothing of what they give another. */
function keysBlokken(werk: Werk, unit: Uitvoereenheid): readonly Blok[] {
  const { blad, zeg, eenheid } = werk;
  const kop: Blok = { soort: "kop", niveau: 2, tekst: zeg("a4-sleutels") };
  if (blad.kolommen.length === 1) {
    return [kop, { soort: "alinea", tekst: zeg("a4-sleutels-geen") }];
  }
  return [
    kop,
    {
      soort: "tabel",
      bijschrift: zeg("a4-sleutels-uitleg", { eenheid, gemeente: unit.naam }),
      kolommen: [
        { titel: zeg("kolom-sleutel"), getal: false, breedte: 46 },
        { titel: zeg("kolom-bijdrage"), getal: true, breedte: 18 },
        { titel: zeg("kolom-band"), getal: true, breedte: 18 },
        { titel: zeg("kolom-deel"), getal: true, breedte: 26 },
      ],
      groepen: [
        {
          rijen: blad.kolommen.map((kolom) => {
            const { aantal, deelVanAanbod } = rijOf(kolom, unit) ?? {};
            const { tekst, onder = "" } = getalCel(werk, aantal);
            const deel = deelVanAanbod ? deelTekst(deelVanAanbod) : zeg("onbekend");
            return {
              cellen: [{ tekst: kolom.titel }, { tekst }, { tekst: onder }, { tekst: deel }],
            };
          }),
        },
      ],
      voet: [],
    },
  ];
}

function nietPastBlokken(werk: Werk, unit: Uitvoereenheid): readonly Blok[] {
  const { zeg, blad, eenheid } = werk;
  const [kolom] = blad.kolommen;
  const rest = kolom.nietPast;
  const kop: Blok = { soort: "kop", niveau: 2, tekst: zeg("a4-niet-past") };
  if (!rest) {
    if (kolom.meldingen.length > 0) {
      return [{ soort: "let-op", titel: zeg("geen-uitkomst-titel"), alineas: kolom.meldingen }];
    }
    return [kop, { soort: "alinea", tekst: zeg("alles-past") }];
  }
  const aantal = formatVanTot(rest.aantal);
  if (rest.keuzes.length === 0) {
    return [kop, { soort: "alinea", tekst: chosenText(werk, rest) }];
  }
  const atBound = rest.aanDeGrens.some((naam) => naam.split(", ")[0] === unit.naam);
  const where = zeg(atBound ? "a4-op-de-grens" : "a4-niet-op-de-grens", { gemeente: unit.naam });
  const gemeenten = fewNames(rest.aanDeGrens);
  return [
    kop,
    {
      soort: "alinea",
      tekst: `${zeg("a4-niet-past-tekst", { aantal, eenheid, gemeenten })} ${where}`,
    },
    keuzeTabel(werk, rest.keuzes, unit.id),
  ];
}

function padBlokken(werk: Werk, unit: Uitvoereenheid): readonly Blok[] {
  const tabellen = padTabellen(werk, unit.id);
  if (tabellen.length === 0) return [];
  return [{ soort: "kop", niveau: 2, tekst: werk.zeg("pad") }, ...tabellen];
}

/** What a bound moved, what it said itself, and room for the rest. */
function kanttekeningBlokken(werk: Werk, unit: Uitvoereenheid): readonly Blok[] {
  const { zeg } = werk;
  const punten = kanttekeningenVan(werk, unit).map((tekst) => ({ tekst }));
  return [
    ...(punten.length > 0 ? [{ soort: "lijst" as const, punten }] : []),
    {
      soort: "invullen",
      vraag: zeg("a4-kanttekening-vraag", { gemeente: unit.naam }),
      regels: 2,
    },
  ];
}

/** Everything that is known to stand beside the numbers of one gemeente, in sentences. */
export function kanttekeningenVan(werk: Werk, { id }: Uitvoereenheid): readonly string[] {
  const { blad, reacties } = werk;
  return [
    ...blad.kolommen.flatMap((kolom) => movedLines(werk, kolom, id)),
    ...(reacties.get(id) ?? []).map((reactie) => reactieText(werk, reactie)),
  ];
}

function movedLines({ zeg }: Werk, { uitkomst, titel }: Uitvoerkolom, id: string) {
  const shift = shiftsOf(uitkomst).get(id);
  if (!shift) return [];
  const { verschoven, open } = shift;
  const moved = isPositive(verschoven) ? "a4-erbij" : "a4-eraf";
  const size = isPositive(verschoven) ? verschoven : negate(verschoven);
  return [
    ...(isZero(verschoven)
      ? []
      : [zeg(moved, { aantal: capital(formatGetal(size, 1)), sleutel: titel })]),
    ...(isZero(open)
      ? []
      : [zeg("a4-past-niet", { aantal: formatGetal(open, 1), sleutel: titel })]),
  ];
}

function reactieText({ zeg }: Werk, reactie: Reactie): string {
  if (reactie.soort === "gecorrigeerd") {
    const { cijfer, waarde, bron } = reactie;
    return zeg("reactie-gecorrigeerd", { cijfer, waarde, bron });
  }
  return zeg(reactie.soort === "gezien" ? "reactie-gezien" : "reactie-niet");
}
