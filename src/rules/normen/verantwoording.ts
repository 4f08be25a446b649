import {
  type Breuk,
  breuk,
  compare,
  equals,
  formatBreuk,
  isZero,
  multiply,
} from "#domain/breuk.ts";
import { formatExact } from "#domain/notatie.ts";
import type {
  Eisoordeel,
  Eisverslag,
  Grens,
  ToetsUitkomst,
  Vergelijkingsverslag,
  Zijde,
} from "#domain/oordeel.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";

/**
 * The account of every verdict on one unit, from the word back to figures, limit and source.
 *
 * A share is shown as it is decided: crosswise, in whole numbers. Built from what the run wrote
 * down, without computing anything again.
 */
export function explainToets(uitkomst: ToetsUitkomst, eenheid: string): Verantwoording {
  const unit = uitkomst.eenheden.find(({ id }) => id === eenheid);
  return {
    wat: unit ? `${unit.naam}: ${uitkomst.titel}` : `${eenheid}: geen oordeel`,
    delen: (unit?.oordelen ?? []).map((oordeel) => explainOordeel(oordeel, uitkomst)),
  };
}

function explainOordeel(oordeel: Eisoordeel, { bron }: ToetsUitkomst): Verantwoording {
  const { eis, fase, gat, uitleg, verslag, vastgelegd, ontheffing } = oordeel;
  const source = [bron.stuk, bron.plaats].filter(Boolean).join(", ");
  return {
    wat: fase ? `${words(eis)} (${fase})` : words(eis),
    waarde: words(oordeel.oordeel),
    pad: verslag.pad,
    delen: [
      explainVerslag(verslag),
      ...(gat ? [line(`${gat.richting}, zodat het wel klopt`, `${gat.aantal} ${gat.cijfer}`)] : []),
      ...(ontheffing
        ? [
            line(
              "ontheffing, in plaats van de grens van de norm",
              `besluit van ${ontheffing.orgaan}`,
              "ontheffing",
            ),
          ]
        : []),
      ...(vastgelegd
        ? [
            line(
              `ligt al vast, van ${vastgelegd.cijfer}`,
              formatBreuk(vastgelegd.vast),
              "vastgelegd",
            ),
            line("nog aan te passen", formatBreuk(vastgelegd.aanpasbaar), "vastgelegd"),
            ...(isZero(vastgelegd.onbekend)
              ? []
              : [line("onbekend of het vastligt", formatBreuk(vastgelegd.onbekend), "vastgelegd")]),
          ]
        : []),
      ...(uitleg === undefined ? [] : [line("uitleg", uitleg, "beginsel")]),
      ...oordeel.opmerkingen.map((wat) => ({ wat: words(wat), delen: [] })),
      { wat: `de eis staat in: ${source} (${bron.stand})`, delen: [] },
    ],
  };
}

const WAARHEID = { ja: "ja", nee: "nee", onbekend: "onbekend" } as const;

const VERBINDING: Readonly<Record<Eisverslag["soort"], string>> = {
  vergelijking: "de vergelijking",
  aanwezig: "is alles ingevuld",
  alle: "elk hiervan",
  "een-van": "minstens een hiervan",
  niet: "het omgekeerde hiervan",
  als: "als … dan …",
  "voor-elk": "voor elk",
};

function explainVerslag(verslag: Eisverslag): Verantwoording {
  const { pad, van, waarheid, vergelijking, delen, afwezig, gebruikt } = verslag;
  const whom = van === undefined ? "" : `${van}: `;
  const role = verslag.rol === "voorwaarde" && delen.length === 0 ? "voorwaarde: " : "";
  const what = vergelijking ? describeVergelijking(vergelijking) : VERBINDING[verslag.soort];
  return {
    wat: `${whom}${role}${what}`,
    waarde: WAARHEID[waarheid],
    pad,
    delen: [
      ...(vergelijking ? explainVergelijking(vergelijking, pad, gebruikt.map(figureName)) : []),
      ...(afwezig ?? []).map((wat) => ({ wat: `${wat} ontbreekt`, delen: [] })),
      ...delen.map(explainVerslag),
      ...(waarheid === "onbekend" ? explainOpen(verslag) : []),
      ...gebruikt.map(explainCijfer),
    ],
  };
}

/** `woningen.sociale-huur van woningen, minstens 30%` */
function describeVergelijking({ onderwerp, van, soort, grenzen }: Vergelijkingsverslag): string {
  const subject = van ? `${onderwerp.naam} van ${van.naam}` : onderwerp.naam;
  const limits = grenzen.map((grens) => describeGrens(grens, van !== undefined));
  if (soort === "eensluidend") return `${subject}, voor allen gelijk`;
  return `${subject}, ${soort.replace("-", " ")} ${limits.join(soort === "tussen" ? " en " : " of ")}`;
}

function describeGrens({ naam, tekst, waarde, parameter }: Grens, isShare: boolean): string {
  const text = (tekst ?? naam).replace(/\s*%/, "%");
  if (parameter === undefined) return text;
  const held = waarde ? limitText(waarde, isShare) : (tekst ?? "nog te bepalen");
  return `«${parameter}» (${held})`;
}

/** `27%` beside a share, `1.250,5` beside a number; a fraction that people say stays one. */
function limitText(waarde: Breuk, isShare: boolean): string {
  const percent = formatBreuk(multiply(waarde, breuk(100n)));
  const plain = !isShare || percent.includes("/");
  return plain ? formatExact(formatBreuk(waarde)) : formatExact(`${percent}%`);
}

/** The two sides, and for a share how they are laid crosswise. */
function explainVergelijking(
  vergelijking: Vergelijkingsverslag,
  pad: string,
  told: readonly string[],
): readonly Verantwoording[] {
  const { onderwerp, van, grenzen } = vergelijking;
  // A figure that was delivered is told below with its source.
  const sides = [onderwerp, ...(van ? [van] : [])]
    .filter(({ naam }) => !told.includes(naam))
    .map((zijde) => side(zijde, pad));
  return [
    ...sides,
    ...grenzen.flatMap((grens) => [
      ...crosswise(onderwerp, van, grens, pad),
      ...(grens.nodig === undefined || !grens.waarde
        ? []
        : [line(`van dit geheel is dat in hele aantallen`, `${grens.nodig}`, pad)]),
    ]),
  ];
}

function side({ naam, waarde, tekst }: Zijde, pad: string): Verantwoording {
  return line(naam, waarde ? formatBreuk(waarde) : (tekst ?? "onbekend"), pad);
}

/** `666 × 3 = 1998, 1000 × 2 = 2000`: a share is never divided to decide. */
function crosswise(
  onderwerp: Zijde,
  van: Zijde | undefined,
  { waarde }: Grens,
  pad: string,
): readonly Verantwoording[] {
  if (!van?.waarde || !onderwerp.waarde || !waarde) return [];
  const left = multiply(onderwerp.waarde, breuk(waarde.noemer));
  const right = multiply(van.waarde, breuk(waarde.teller));
  const text = `${product(onderwerp.waarde, waarde.noemer, left)} is ${ORDE[compare(left, right)]} ${product(van.waarde, waarde.teller, right)}`;
  return [{ wat: `kruislings: ${text}`, pad, delen: [] }];
}

const ORDE = { "-1": "minder dan", "0": "evenveel als", "1": "meer dan" } as const;

function product(number: Breuk, times: bigint, result: Breuk): string {
  const [left, right] = [number, result].map((item) => formatExact(formatBreuk(item)));
  return `${left} × ${formatExact(`${times}`)} = ${right}`;
}

/** What keeps it from being known. */
function explainOpen({ ontbreekt, meldingen }: Eisverslag): readonly Verantwoording[] {
  return [
    ...ontbreekt.map(({ cijfer, van }) => ({
      wat: `${cijfer}${van ? ` van ${van}` : ""} ontbreekt`,
      delen: [],
    })),
    ...meldingen.flatMap((melding) =>
      melding.soort === "onbepaald" ? [{ wat: melding.waarom, delen: [] }] : [],
    ),
  ];
}

function figureName({ indicator, cel }: GebruiktCijfer): string {
  return [indicator, ...cel].join(".");
}

function explainCijfer(gebruikt: GebruiktCijfer): Verantwoording {
  const { waarde, kenmerk, cel: _cel, waarde: _band, kenmerk: _code, ...herkomst } = gebruikt;
  const wide = waarde && !equals(waarde.laag, waarde.hoog);
  return {
    wat: figureName(gebruikt),
    ...(waarde ? { waarde: formatBreuk(waarde.midden) } : {}),
    ...(wide ? { laag: formatBreuk(waarde.laag), hoog: formatBreuk(waarde.hoog) } : {}),
    ...(kenmerk ? { waarde: kenmerk } : {}),
    herkomst,
    delen: [],
  };
}

function line(wat: string, waarde: string, pad?: string): Verantwoording {
  return { wat, waarde, ...(pad === undefined ? {} : { pad }), delen: [] };
}

/** A word of the language as it is read aloud; a sentence stays as it is. */
function words(text: string): string {
  return text.includes(" ") ? text : text.replaceAll("-", " ");
}
