import { formatVanTot } from "#domain/notatie.ts";
import { comparePairs, type Verdeeltabel } from "#rules/verdeling/index.ts";
import { kanttekeningenVan } from "./a4.ts";
import { nietPastBlokken } from "./keuzes.ts";
import { opgaveBlok, padTabellen, uitkomstTabel, weetNietBlokken } from "./onderdelen.ts";
import type { Blok, Punt, Stuk } from "./stuk.ts";
import { bindStuk, fewNames, linkBlok, standBlokken, type Werk } from "./werk.ts";

/**
 * The cover note for a meeting: what is asked, the keys side by side, what they do, what gemeenten
 * say, and what was not decided. What a sheet cannot know is left open for people.
 */
export function makeOplegger(werk: Werk): Stuk {
  const { blad, zeg } = werk;
  const titel = zeg("oplegger-titel", { titel: blad.titel });
  return bindStuk(werk, titel, [
    {
      titel,
      onder: zeg("oplegger-onder", { regio: blad.regio.titel }),
      eenBladzijde: false,
      blokken: [
        ...standBlokken(werk),
        headBlok(werk),
        { soort: "zin", tekst: blad.zin },
        ...askedBlokken(werk),
        kop(werk, "oplegger-context"),
        { soort: "alinea", tekst: contextText(werk) },
        opgaveBlok(werk),
        kop(werk, "oplegger-alternatieven"),
        uitkomstTabel(werk),
        ...compareBlokken(werk),
        kop(werk, "oplegger-gevolgen"),
        ...nietPastBlokken(werk),
        ...padBlokken(werk),
        kop(werk, "oplegger-kanttekeningen"),
        ...kanttekeningBlokken(werk),
        kop(werk, "oplegger-vervolg"),
        { soort: "invullen", vraag: zeg("oplegger-vervolg-vraag"), regels: 3 },
        kop(werk, "oplegger-niet-besloten"),
        { soort: "lijst", punten: undecided(werk) },
        kop(werk, "weet-niet"),
        ...weetNietBlokken(werk),
        linkBlok(werk),
      ],
    },
  ]);
}

function kop({ zeg }: Werk, key: string): Blok {
  return { soort: "kop", niveau: 2, tekst: zeg(key) };
}

function headBlok({ zeg }: Werk): Blok {
  const keys = ["oplegger-overleg", "oplegger-datum", "oplegger-van"];
  return {
    soort: "gegevens",
    regels: keys.map((key) => ({ wat: zeg(key), waarde: zeg("in-te-vullen") })),
  };
}

function askedBlokken(werk: Werk): readonly Blok[] {
  const { zeg, blad, eenheid } = werk;
  const regio = blad.regio.titel;
  const many = blad.kolommen.length;
  const know =
    many > 1
      ? zeg("oplegger-besluit-kennis", { aantal: `${many}`, regio })
      : zeg("oplegger-besluit-kennis-een", { regio });
  const rest = openRest(werk);
  const punten = [
    know,
    ...blad.kolommen.flatMap(({ uitkomst }) =>
      uitkomst.meldingen.flatMap((item) =>
        item.soort === "onbepaald" ? [zeg("oplegger-besluit-parameter", { wat: item.wat })] : [],
      ),
    ),
    ...(rest ? [zeg("oplegger-besluit-keuze", { aantal: rest, eenheid })] : []),
  ];
  return [
    kop(werk, "oplegger-besluit"),
    { soort: "lijst", punten: [...new Set(punten)].map((tekst) => ({ tekst })) },
    { soort: "invullen", vraag: zeg("oplegger-besluit-verder"), regels: 2 },
  ];
}

/** How much does not fit while nobody has chosen what happens with it. */
function openRest({ blad }: Werk): string | undefined {
  const rest = blad.kolommen[0].nietPast;
  return rest && rest.keuzes.length > 0 ? formatVanTot(rest.aantal) : undefined;
}

function contextText({ zeg, blad, eenheid }: Werk): string {
  const { titel: regio, aantal } = blad.regio;
  const total = blad.kolommen[0].uitkomst.opgave?.aantal;
  const opgave = total ? `${formatVanTot(total)} ${eenheid}` : eenheid;
  return zeg("oplegger-context-tekst", { aantal: `${aantal}`, regio, opgave });
}

/** Where two keys cannot be told apart, or only within what is not known. */
function compareBlokken({ blad, zeg }: Werk): readonly Blok[] {
  const [first, ...others] = blad.kolommen;
  const kolommen: Verdeeltabel["kolommen"] = [first, ...others];
  const nameOf = (id: string) => blad.eenheden.find((unit) => unit.id === id)?.naam ?? id;
  const punten = comparePairs({ vraag: first.vraag, kolommen }).flatMap((paar): readonly Punt[] => {
    const een = kolommen[paar.eerste]?.document.titel ?? "";
    const ander = kolommen[paar.tweede]?.document.titel ?? "";
    const { melding, binnenDeOnzekerheid } = paar.vergelijking;
    if (melding?.soort === "niet-te-onderscheiden") {
      return [{ tekst: zeg("oplegger-tweeling", { een, ander }) }];
    }
    if (binnenDeOnzekerheid.length === 0) return [];
    const gemeenten = fewNames(binnenDeOnzekerheid.map(nameOf));
    return [{ tekst: zeg("oplegger-onzeker", { een, ander, gemeenten }) }];
  });
  return punten.length > 0 ? [{ soort: "lijst", punten }] : [];
}

function padBlokken(werk: Werk): readonly Blok[] {
  const tabellen = padTabellen(werk);
  if (tabellen.length === 0) return [];
  return [{ soort: "kop", niveau: 3, tekst: werk.zeg("pad") }, ...tabellen];
}

function kanttekeningBlokken(werk: Werk): readonly Blok[] {
  const { blad, zeg } = werk;
  const punten = blad.eenheden.flatMap((unit): readonly Punt[] => {
    const own = kanttekeningenVan(werk, unit);
    if (own.length === 0) return [];
    return [{ tekst: unit.naam, punten: own.map((tekst) => ({ tekst })) }];
  });
  const known: Blok =
    punten.length > 0
      ? { soort: "lijst", punten }
      : { soort: "alinea", tekst: zeg("oplegger-kanttekeningen-geen") };
  return [known, { soort: "invullen", vraag: zeg("oplegger-kanttekeningen-vraag"), regels: 3 }];
}

function undecided(werk: Werk): readonly Punt[] {
  const { blad, zeg, eenheid } = werk;
  const { indeling } = blad.regio;
  const open = indeling && /nog niet|onbekend/.test(indeling.status);
  const rest = openRest(werk);
  const sentences = [
    ...(blad.concept ? [zeg("oplegger-niet-verdeling")] : []),
    ...(open
      ? [zeg("oplegger-niet-regio", { indeling: indeling.titel, status: indeling.status })]
      : []),
    ...(rest ? [zeg("oplegger-niet-keuze", { aantal: rest, eenheid })] : []),
  ];
  return sentences.map((tekst) => ({ tekst }));
}
