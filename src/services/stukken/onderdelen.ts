import { isZero } from "#domain/breuk.ts";
import { formatGetal, formatVanTot } from "#domain/notatie.ts";
import type { Bandbreedte, Naastliggend } from "#domain/uitkomst.ts";
import { type Aanspraak, leftFor, readRustAlOp } from "#rules/verdeling/index.ts";
import type { Uitvoerrij } from "#services/uitvoer/uitvoerblad.ts";
import { bandTekst, getalCel } from "./getallen.ts";
import type { Blok, Gegeven, Rij, Rijgroep, Tabel } from "./stuk.ts";
import type { Werk } from "./werk.ts";

/** What is divided, what comes free, what rests on it already, and what is left, for the region. */
export function opgaveBlok(werk: Werk): Blok {
  const { blad, zeg, eenheid } = werk;
  const [{ uitkomst, document, vraag }] = blad.kolommen;
  const { opgave } = uitkomst;
  if (!opgave) return { soort: "alinea", tekst: `${zeg("te-verdelen")}: ${zeg("onbekend")}.` };
  const { aantal, aanbod, deelVanAanbod, maximum } = opgave;
  const claims = readRustAlOp(vraag);
  const deel = deelVanAanbod && formatVanTot(deelVanAanbod, "procent");
  return {
    soort: "gegevens",
    regels: [
      {
        wat: zeg(maximum ? "te-verdelen-hoogstens" : "te-verdelen"),
        waarde: `${formatVanTot(aantal)} ${eenheid}`,
      },
      ...(document.spoor === 2
        ? [
            {
              wat: zeg("komt-vrij"),
              waarde: aanbod ? `${formatVanTot(aanbod)} woningen` : zeg("onbekend"),
              ...(deel ? { bij: zeg("komt-vrij-deel", { deel }) } : {}),
            },
            ...(knownNow(werk) ? [] : [{ wat: zeg("nu-regio"), waarde: zeg("onbekend") }]),
            ...supplyLines(werk, claims, aanbod, aantal),
          ]
        : []),
    ],
  };
}

/** What rests on the supply already, and what is left of it for regulier woningzoekenden. */
export function supplyLines(
  { zeg }: Werk,
  claims: readonly Aanspraak[],
  aanbod: Bandbreedte | undefined,
  aantal: Bandbreedte | undefined,
): readonly Gegeven[] {
  if (claims.length === 0) return [];
  const known = claims.flatMap(({ waarde }) => (waarde ? [waarde] : []));
  const left = aanbod && aantal && leftFor(aanbod, [aantal, ...known]);
  const range = left && { ...left, midden: left.laag };
  const unsure = range && known.length < claims.length;
  return [
    {
      wat: zeg("rust-al-op"),
      waarde: claims
        .map(({ cijfer, waarde }) => `${zeg(CLAIMS[cijfer] ?? "")} ${bandTekst({ zeg }, waarde)}`)
        .join(" · "),
    },
    {
      wat: zeg("blijft-over"),
      waarde: range ? `${formatVanTot(range)} woningen` : zeg("onbekend"),
      ...(unsure ? { bij: zeg("blijft-over-min-onbekend") } : {}),
    },
  ];
}

const CLAIMS: Readonly<Record<string, string>> = {
  "toewijzingen-vergunninghouders": "rust-al-op-vergunninghouders",
  "plaatsingen-lokale-urgenten": "rust-al-op-lokale-urgenten",
  "toewijzingen-doorstroming": "rust-al-op-doorstroming",
};

/** Keys side by side, per gemeente; by deelregio and alphabet, and no key before another. */
export function uitkomstTabel(werk: Werk): Tabel {
  const { blad, zeg, eenheid } = werk;
  const { aanbod, kolommen } = blad;
  const nu = knownNow(werk);
  const withShare = kolommen.some(({ rijen }) => rijen.some((rij) => rij.deelVanAanbod));
  return {
    soort: "tabel",
    bijschrift: [
      zeg(withShare ? "tabel-uitleg-deel" : "tabel-uitleg", { eenheid }),
      ...(kolommen.length > 1 ? [zeg("geen-voorkeur")] : []),
    ].join(" "),
    kolommen: [
      { titel: zeg("kolom-gemeente"), getal: false, breedte: 30 },
      ...(nu ? [{ titel: zeg("kolom-nu"), getal: true, breedte: 14 }] : []),
      ...(aanbod
        ? [{ titel: zeg("kolom-komt-vrij"), onder: "woningen", getal: true, breedte: 15 }]
        : []),
      ...kolommen.map(({ titel }) => ({ titel, onder: eenheid, getal: true, breedte: 20 })),
      ...besideKinds(werk).map(({ titel }) => ({ titel, getal: true, breedte: 18 })),
    ],
    groepen: groepenOf(blad.eenheden.map((_, index) => toRij(werk, index))),
    voet: totals(werk),
  };
}

/** What units do now, where it is known of any: a column of nothing but unknowns says less than a line. */
function knownNow({ blad }: Werk) {
  return blad.nu && blad.nu.waarden.size > 0 ? blad.nu : undefined;
}

type Genoemd = Rij & { readonly deelregio?: string };

function toRij(werk: Werk, index: number): Genoemd {
  const { blad, zeg } = werk;
  const unit = blad.eenheden[index];
  const id = unit?.id ?? "";
  const beside = [knownNow(werk), blad.aanbod].filter((reeks) => reeks !== undefined);
  return {
    ...(unit?.deelregio ? { deelregio: unit.deelregio } : {}),
    cellen: [
      { tekst: unit?.naam ?? "" },
      ...beside.map(({ waarden }) => getalCel(werk, waarden.get(id))),
      ...blad.kolommen.map(({ rijen }) => outcomeCel(werk, rijen[index])),
      ...besideKinds(werk).map(({ waarden }) => ({ tekst: waarden.get(id) ?? zeg("onbekend") })),
    ],
  };
}

/** A figure that the documents lay beside the result, with its words per gemeente. */
type Ernaast = { readonly titel: string; readonly waarden: ReadonlyMap<string, string> };

/** What the keys lay beside the result, each figure once. */
export function besideKinds({ blad }: Pick<Werk, "blad">): readonly Ernaast[] {
  const kinds = new Map<string, { titel: string; waarden: Map<string, string> }>();
  for (const { eenheid, cijfers } of blad.kolommen.flatMap(({ uitkomst }) => uitkomst.ernaast)) {
    for (const item of cijfers) {
      const [indicator = "", ...cel] = item.cijfer.split(".");
      const titel = blad.cijfers.find((found) => found.indicator === indicator)?.titel ?? indicator;
      const kind = kinds.get(item.cijfer) ?? {
        titel: [titel, ...cel].join(", "),
        waarden: new Map<string, string>(),
      };
      const text = besideText(item);
      if (text) kind.waarden.set(eenheid, text);
      kinds.set(item.cijfer, kind);
    }
  }
  return [...kinds.values()];
}

function besideText({ waarde, kenmerk, eenheid }: Naastliggend): string | undefined {
  if (kenmerk) return kenmerk.replaceAll("-", " ");
  if (!waarde) return undefined;
  if (eenheid === "deel") return formatVanTot(waarde, "procent");
  return `${formatVanTot(waarde)} ${eenheid}`;
}

function outcomeCel(werk: Werk, rij: Uitvoerrij | undefined) {
  return getalCel(werk, rij?.aantal, rij?.deelVanAanbod);
}

/** Rows of one deelregio together, in the order in which they stand. */
function groepenOf(rijen: readonly Genoemd[]): readonly Rijgroep[] {
  const groups = new Map<string, Genoemd[]>();
  for (const rij of rijen) {
    const key = rij.deelregio ?? "";
    groups.set(key, [...(groups.get(key) ?? []), rij]);
  }
  return [...groups].map(([titel, own]) => ({
    ...(titel ? { titel } : {}),
    rijen: own.map(({ cellen }) => ({ cellen })),
  }));
}

function totals(werk: Werk): readonly Rij[] {
  const { blad, zeg } = werk;
  const { aanbod, kolommen } = blad;
  const nu = knownNow(werk);
  const open = kolommen.some(({ uitkomst }) => !isZero(uitkomst.open.midden));
  const supply = kolommen.find(({ uitkomst }) => uitkomst.opgave?.aanbod)?.uitkomst.opgave?.aanbod;
  const empty = { tekst: "" };
  const besides = besideKinds(werk).map(() => empty);
  return [
    ...(open
      ? [
          {
            cellen: [
              { tekst: zeg("rij-blijft-open") },
              ...(nu ? [empty] : []),
              ...(aanbod ? [empty] : []),
              ...kolommen.map(({ uitkomst }) => getalCel(werk, uitkomst.open)),
              ...besides,
            ],
          },
        ]
      : []),
    {
      cellen: [
        { tekst: zeg("rij-te-verdelen") },
        ...(nu ? [empty] : []),
        ...(aanbod ? [getalCel(werk, supply)] : []),
        ...kolommen.map(({ uitkomst: { opgave } }) =>
          getalCel(werk, opgave?.aantal, opgave?.deelVanAanbod),
        ),
        ...besides,
      ],
    },
  ];
}

const MOST_PERIODS = 8;

/** The path over the years, of one gemeente or of all; at most eight periodes beside each other. */
export function padTabellen(werk: Werk, only?: string): readonly Tabel[] {
  const { blad, zeg, eenheid } = werk;
  const jaren = blad.kolommen[0].uitkomst.jaren.filter(({ eenheden }) => eenheden.length > 0);
  const shown = blad.eenheden.filter(({ id }) => only === undefined || id === only);
  const parts = Array.from({ length: Math.ceil(jaren.length / MOST_PERIODS) }, (_, i) =>
    jaren.slice(i * MOST_PERIODS, (i + 1) * MOST_PERIODS),
  );
  return parts.map((part) => ({
    soort: "tabel",
    bijschrift: zeg("pad-uitleg", { eenheid }),
    kolommen: [
      { titel: zeg("kolom-gemeente"), getal: false, breedte: 30 },
      ...part.map(({ periode }) => ({ titel: periode, getal: true, breedte: 13 })),
    ],
    groepen: [
      {
        rijen: shown.map(({ id, naam }) => ({
          cellen: [
            { tekst: naam },
            ...part.map(({ eenheden }) => {
              const own = eenheden.find((unit) => unit.id === id);
              return { tekst: own ? formatGetal(own.aantal.midden) : zeg("onbekend") };
            }),
          ],
        })),
      },
    ],
    voet: [
      {
        cellen: [
          { tekst: zeg("rij-te-verdelen") },
          ...part.map(({ opgave }) => ({ tekst: formatGetal(opgave) })),
        ],
      },
    ],
  }));
}

/** What the sheet does not know; beyond so many it says how many more. */
export function weetNietBlokken(werk: Werk, most?: number): readonly Blok[] {
  const { blad, zeg } = werk;
  const all = blad.kanttekeningen;
  if (all.length === 0) return [{ soort: "alinea", tekst: zeg("weet-niet-niets") }];
  const shown = all.slice(0, most);
  const left = all.length - shown.length;
  const punten = shown.map((tekst) => ({ tekst }));
  if (left === 0) return [{ soort: "lijst", punten }];
  const more = { tekst: zeg("weet-niet-meer", { aantal: `${left}` }) };
  return [{ soort: "lijst", punten: [...punten, more] }];
}
