import { type Breuk, breuk, equals, formatBreuk, isZero, multiply } from "#domain/breuk.ts";
import type {
  Celverslag,
  GebruiktCijfer,
  Sleutelregel,
  Stapverslag,
  VerdelingUitkomst,
} from "#domain/uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { asHerkomst } from "./ernaast.ts";

/**
 * The account of one unit's number, from the outcome back to the figures (F226).
 *
 * Lists the opgave, per step the key and share, what a bound moved and who gave or took, and the
 * rounding; below each the figures of that unit with date and source. Built from what the run
 * wrote down, without computing anything again.
 */
export function explainEenheid(uitkomst: VerdelingUitkomst, eenheid: string): Verantwoording {
  const own = uitkomst.eenheden.find(({ id }) => id === eenheid);
  const delen = [
    explainOpgave(uitkomst),
    ...uitkomst.stappen.flatMap((stap) => explainStap(stap, eenheid, uitkomst)),
    ...figuresOf(uitkomst.gebruikt, eenheid),
  ];
  return {
    wat: own ? `${own.naam}: de uitkomst` : `${eenheid}: geen uitkomst`,
    ...(own ? { waarde: formatBreuk(own.aantal.midden) } : {}),
    ...(own && !equals(own.aantal.laag, own.aantal.hoog)
      ? { laag: formatBreuk(own.aantal.laag), hoog: formatBreuk(own.aantal.hoog) }
      : {}),
    eenheid: uitkomst.eenheid,
    delen,
  };
}

/** The account of the total that is divided. */
export function explainOpgave({ opgave, eenheid, gebruikt }: VerdelingUitkomst): Verantwoording {
  if (!opgave) return { wat: "De opgave is niet bekend", pad: "opgave", delen: [] };
  const { aantal } = opgave;
  const wide = !equals(aantal.laag, aantal.hoog);
  return {
    wat: opgave.maximum ? "Verdeeld wordt hoogstens" : "Verdeeld wordt",
    waarde: formatBreuk(aantal.midden),
    ...(wide ? { laag: formatBreuk(aantal.laag), hoog: formatBreuk(aantal.hoog) } : {}),
    eenheid,
    pad: "opgave",
    delen: [
      ...Object.entries(opgave.onderdelen).map(([naam, band]) => ({
        wat: `waarvan ${naam}`,
        waarde: formatBreuk(band.midden),
        delen: [],
      })),
      ...gebruikt.filter(({ gebied }) => gebied === "*").map(figure),
    ],
  };
}

function explainStap(
  stap: Stapverslag,
  eenheid: string,
  uitkomst: VerdelingUitkomst,
): readonly Verantwoording[] {
  const cellen = stap.cellen.filter(({ pad }) => pad[0] === eenheid);
  if (cellen.length === 0) return [];
  const when = stap.periode ? `${stap.periode}: ` : "";
  const naam = stap.naam ? `stap «${stap.naam}»` : "de verdeling";
  return [
    {
      wat: `${when}${naam}`,
      pad: stap.pad,
      delen: [
        ...cellen.map((cel) => explainCel(cel, stap, uitkomst)),
        ...stap.opmerkingen.map((wat) => ({ wat, delen: [] })),
      ],
    },
  ];
}

function explainCel(
  cel: Celverslag,
  stap: Stapverslag,
  uitkomst: VerdelingUitkomst,
): Verantwoording {
  const name = [...cel.pad.slice(1), ...(cel.onderdeel ? [cel.onderdeel] : [])].join(", ");
  const { pad } = stap;
  return {
    wat: name ? `${name}: uitkomst` : "uitkomst",
    waarde: formatBreuk(cel.uitkomst),
    eenheid: uitkomst.eenheid,
    pad,
    delen: [
      ...explainAandeel(cel, pad, uitkomst.eenheid),
      ...boundLines(cel, pad),
      ...movedLines(cel, pad),
      line(
        `afgerond: ${stap.afronding.replace("-", " ")}`,
        formatBreuk(cel.uitkomst),
        `${pad}.afronding`,
      ),
      ...(isZero(cel.open)
        ? []
        : [line("blijft open", formatBreuk(cel.open), `${pad}.wat-niet-past`)]),
    ],
  };
}

/** The share and what it came to, with below it what the sleutel said; or the place in an order. */
function explainAandeel(
  { sleutel, aandeel, zonderGrens }: Celverslag,
  pad: string,
  eenheid: string,
): readonly Verantwoording[] {
  const path = `${pad}.sleutel`;
  const delen = sleutel ? [explainRegel(sleutel, path)] : [];
  if (sleutel?.plaats !== undefined) return delen;
  return [
    { ...line("aandeel volgens de sleutel", percent(aandeel), path), delen },
    { ...line("deel zonder grenzen", shorten(zonderGrens), path), eenheid },
  ];
}

/** `naar rato van inwoners: 122847 van 298653`, or the parts of a composed sleutel. */
function explainRegel(regel: Sleutelregel, pad: string): Verantwoording {
  const { eigen, totaal, gewicht, aandeel } = regel;
  const weight = gewicht ? `voor ${percent(gewicht)}: ` : "";
  const share = aandeel ? percent(aandeel) : undefined;
  const own = eigen && `${shorten(eigen)}${totaal ? ` van ${shorten(totaal)}` : ""}`;
  const parts = [own, share].filter((text) => text !== undefined).join(" = ");
  const waarde = regel.plaats ?? parts;
  return {
    wat: `${weight}${regel.wat}`,
    ...(waarde ? { waarde } : {}),
    pad,
    delen: (regel.delen ?? []).map((part) => explainRegel(part, pad)),
  };
}

function percent(share: Breuk): string {
  return `${shorten(multiply(share, HUNDRED))}%`;
}

const HUNDRED: Breuk = breuk(100n);

function boundLines(cel: Celverslag, pad: string): readonly Verantwoording[] {
  const { ondergrens, bovengrens } = cel;
  const path = `${pad}.voorwaarden`;
  return [
    ...(ondergrens ? [line("ondergrens", shorten(ondergrens), path)] : []),
    ...(bovengrens ? [line("bovengrens", shorten(bovengrens), path)] : []),
  ];
}

/** A shift is always told: who gives or takes because a bound moved something. */
function movedLines(cel: Celverslag, pad: string): readonly Verantwoording[] {
  if (isZero(cel.verschoven)) return [];
  const gains = cel.verschoven.teller > 0n;
  const wat = gains
    ? "erbij, omdat een grens iets verschuift"
    : "eraf, omdat een grens iets verschuift";
  return [
    line(wat, formatBreuk(cel.verschoven), `${pad}.voorwaarden`),
    line("na de grenzen, voor het afronden", shorten(cel.onafgerond), pad),
  ];
}

function figuresOf(
  gebruikt: readonly GebruiktCijfer[],
  eenheid: string,
): readonly Verantwoording[] {
  return gebruikt.filter(({ gebied }) => gebied === eenheid).map(figure);
}

function figure(gebruikt: GebruiktCijfer): Verantwoording {
  const { waarde, kenmerk } = gebruikt;
  const name = [gebruikt.indicator, ...gebruikt.cel].join(".");
  const wide = waarde && !equals(waarde.laag, waarde.hoog);
  return {
    wat: name,
    ...(waarde ? { waarde: formatBreuk(waarde.midden) } : {}),
    ...(wide ? { laag: formatBreuk(waarde.laag), hoog: formatBreuk(waarde.hoog) } : {}),
    ...(kenmerk ? { waarde: kenmerk } : {}),
    herkomst: asHerkomst(gebruikt),
    delen: [],
  };
}

function line(wat: string, waarde: string, pad: string): Verantwoording {
  return { wat, waarde, pad, delen: [] };
}

/** At most four decimals for reading; marked where more stand behind it. */
function shorten(number: Breuk): string {
  const scaled = multiply(number, breuk(10_000n));
  const whole = scaled.teller / scaled.noemer;
  const cut = breuk(whole, 10_000n);
  const text = formatBreuk(cut);
  return equals(cut, number) ? text : `${text}…`;
}
