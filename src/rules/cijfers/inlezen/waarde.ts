import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  isNegative,
  isWhole,
  multiply,
  parseBreuk,
} from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import { formatGetal } from "#domain/notatie.ts";
import { isDatum, parseDuur } from "#domain/peildatum.ts";
import type { WaarnemingInhoud } from "#domain/waarneming.ts";
import type { Werkcel } from "#domain/werkmap.ts";
import { tekstVan, waardeVan } from "./celtekst.ts";
import { exactOf } from "./decimaal.ts";
import { isGrof, isHeel, isOnbekend, leesGetal, type Notatie } from "./getal.ts";
import { quote } from "./kennis.ts";
import { fout, type Melding, opmerking } from "./melding.ts";
import { zoekMoment } from "./moment.ts";

/** How the numbers of one column are read. */
export type Kolomwijze = {
  readonly indicator: Indicator;
  readonly notatie: Notatie;
  readonly maal?: string | undefined;
  /** The codes that a figure without a number may have; undefined where nobody listed them. */
  readonly codes?: readonly string[] | undefined;
};

/** What a cell comes to: nothing at all, or a figure, with everything that is to be said of it. */
export type Waardelezing = {
  readonly inhoud?: WaarnemingInhoud;
  readonly meldingen: readonly Melding[];
};

/** Reads the figure in a cell. What cannot be read is said, and gives no figure. */
export function leesWaarde(cel: Werkcel, wijze: Kolomwijze): Waardelezing {
  const waarde = waardeVan(cel);
  if (!waarde) return refused("formule-zonder-waarde", FORMULE);
  if (waarde.soort === "leeg") return { meldingen: [] };
  if (waarde.soort === "fout") {
    return refused(
      "rekenfout",
      `Hier staat een fout van het rekenblad: ${waarde.tekst}. ${HERSTEL}`,
    );
  }
  const tekst = tekstVan(waarde);
  if (isOnbekend(tekst)) return unknown(tekst);
  const coded = CODED[wijze.indicator.eenheid];
  if (coded) return coded(tekst, wijze);
  if (waarde.soort === "getal") return leesGetalcel(waarde, tekst, wijze);
  if (waarde.soort === "tekst") return leesTekst(tekst, wijze);
  const soort = waarde.soort === "datum" ? "een datum" : "ja of nee";
  const hint = "Een rekenblad maakt soms zelf een datum van een getal. Schrijf het getal.";
  return refused("geen-getal", `Hier staat ${soort}, en er hoort een getal. ${hint}`);
}

/** Shown as a percentage it is kept as a part already, whatever the head says. */
function leesGetalcel(
  { getal, procent }: Extract<Werkcel, { readonly soort: "getal" }>,
  tekst: string,
  wijze: Kolomwijze,
): Waardelezing {
  const { eenheid } = wijze.indicator;
  if (procent && eenheid !== "deel") return wrongUnit(tekst, "een percentage", eenheid);
  return checked(exactOf(getal), tekst, procent ? { ...wijze, maal: "1" } : wijze);
}

const FORMULE =
  "Hier staat een formule zonder uitkomst. Open het bestand in Excel of LibreOffice, laat het uitrekenen, en bewaar het opnieuw.";
const HERSTEL = "Herstel de formule, of schrijf het getal of «onbekend».";

function refused(code: string, tekst: string, voorstellen: readonly string[] = []): Waardelezing {
  return { meldingen: [fout(code, tekst, voorstellen)] };
}

function unknown(tekst: string): Waardelezing {
  const inhoud = { soort: "onbekend" } as const;
  if (!/^[-–—]$/.test(tekst)) return { inhoud, meldingen: [] };
  const uitleg =
    "Een streepje lezen wij als onbekend, nooit als 0. In sommige tabellen betekent het «geen». Is het 0, schrijf dan 0.";
  return { inhoud, meldingen: [opmerking("streepje", uitleg)] };
}

function leesTekst(tekst: string, wijze: Kolomwijze): Waardelezing {
  const range = /^(.+?)\s*(?:\btot\b|\.\.+|–)\s*(.+)$/.exec(tekst);
  if (range?.[1] && range[2]) return leesBereik(range[1], range[2], wijze);
  const { eenheid } = wijze.indicator;
  const gelezen = leesGetal(tekst, { notatie: wijze.notatie, grof: isGrof(eenheid) });
  switch (gelezen.soort) {
    case "onbekend":
      return unknown(tekst);
    case "geen-getal":
      return refused("getal-onleesbaar", `${quote(tekst)} is geen getal. ${VORM}`);
    case "dubbelzinnig":
      return ambiguous(tekst, gelezen.lezingen);
    case "getal":
      return leesTeken(gelezen.waarde, gelezen.teken, tekst, wijze);
  }
}

const VORM = "Schrijf 1250, 1.250, 12,5 of 12,5%; of «onbekend».";

function ambiguous(tekst: string, lezingen: readonly [Breuk, Breuk]): Waardelezing {
  const [een, ander] = lezingen.map((lezing) => formatGetal(lezing, 20).replaceAll(".", ""));
  const uitleg = `${quote(tekst)} kan ${een} betekenen of ${ander}. Kies welk van de twee het is.`;
  return refused("getal-dubbelzinnig", uitleg, [een ?? "", ander ?? ""]);
}

/** A percentage is of a share and an amount of money: of homes neither can be. */
function leesTeken(
  waarde: Breuk,
  teken: "%" | "€" | undefined,
  tekst: string,
  wijze: Kolomwijze,
): Waardelezing {
  const { eenheid } = wijze.indicator;
  if (teken === "%" && eenheid !== "deel") return wrongUnit(tekst, "een percentage", eenheid);
  if (teken === "€" && !eenheid.startsWith("euro")) return wrongUnit(tekst, "een bedrag", eenheid);
  if (teken === "%") return checked(divide(waarde, breuk(100)), tekst, { ...wijze, maal: "1" });
  return checked(waarde, tekst, wijze);
}

function wrongUnit(tekst: string, is: string, eenheid: string): Waardelezing {
  const words = eenheid === "deel" ? "een aandeel" : eenheid;
  const uitleg = `${quote(tekst)} is ${is}, en dit cijfer is in ${words}. Kies een ander cijfer voor deze kolom, of schrijf het getal.`;
  return refused("eenheid-anders", uitleg);
}

function checked(getal: Breuk | undefined, tekst: string, wijze: Kolomwijze): Waardelezing {
  if (!getal) return refused("getal-onleesbaar", `${quote(tekst)} is geen getal. ${VORM}`);
  const { eenheid } = wijze.indicator;
  const waarde = multiply(getal, parseBreuk(wijze.maal ?? "1") ?? EEN);
  if (eenheid === "deel" && compare(waarde, EEN) > 0) {
    const meant = `${tekst.replace(".", ",")}%`;
    const uitleg = `${quote(tekst)} is meer dan het geheel. Een aandeel ligt tussen 0 en 1, of tussen 0% en 100%.`;
    return refused("meer-dan-geheel", uitleg, compare(waarde, breuk(100)) > 0 ? [] : [meant]);
  }
  const meldingen: Melding[] = [];
  if (isNegative(waarde)) {
    meldingen.push(opmerking("negatief", `${quote(tekst)} is minder dan nul. Klopt dat?`));
  }
  if (isHeel(eenheid) && !isWhole(waarde)) {
    const uitleg = `${quote(tekst)} is geen heel getal, en ${eenheid} tellen wij heel. Klopt dat?`;
    meldingen.push(opmerking("niet-heel", uitleg));
  }
  return { inhoud: { soort: "getal", waarde }, meldingen };
}

function leesBereik(van: string, tot: string, wijze: Kolomwijze): Waardelezing {
  const percent = /%\s*$/.test(tot) && !/%\s*$/.test(van) ? `${van}%` : van;
  const [laag, hoog] = [leesTekst(percent, wijze), leesTekst(tot, wijze)];
  const wrong = [...laag.meldingen, ...hoog.meldingen].find(({ ernst }) => ernst === "fout");
  if (wrong) return { meldingen: [wrong] };
  return samen(undefined, laag.inhoud, hoog.inhoud, `${van} tot ${tot}`);
}

/**
 * A figure with how low and how high it may be; without a middle of its own it is halfway.
 *
 * Half a range is a fault, and so is a range that lies the wrong way round.
 */
export function samen(
  midden: WaarnemingInhoud | undefined,
  laag: WaarnemingInhoud | undefined,
  hoog: WaarnemingInhoud | undefined,
  tekst: string,
): Waardelezing {
  if (!laag && !hoog) return { ...(midden ? { inhoud: midden } : {}), meldingen: [] };
  if (laag?.soort !== "getal" || hoog?.soort !== "getal") {
    const uitleg = `Van een bandbreedte zijn het laagste en het hoogste getal nodig. Hier staat alleen ${quote(tekst)}.`;
    return refused("bandbreedte-half", uitleg);
  }
  const half = divide(add(laag.waarde, hoog.waarde), breuk(2));
  const waarde = midden?.soort === "getal" ? midden.waarde : half;
  if (compare(laag.waarde, waarde) > 0 || compare(waarde, hoog.waarde) > 0) {
    const uitleg = `${quote(tekst)}: het laagste getal moet voorop, en het cijfer zelf ertussen.`;
    return refused("bandbreedte-verkeerd", uitleg);
  }
  const inhoud = { soort: "getal", waarde, laag: laag.waarde, hoog: hoog.waarde } as const;
  return { inhoud, meldingen: [] };
}

/** Units in which no number is written. */
const CODED: Readonly<Record<string, (tekst: string, wijze: Kolomwijze) => Waardelezing>> = {
  "ja of nee": (tekst) => {
    const code = tekst.toLowerCase();
    if (code === "ja" || code === "nee") return read({ soort: "kenmerk", code });
    return refused("code-onbekend", `${quote(tekst)} kan hier niet. Schrijf ja, nee of onbekend.`);
  },
  datum: (tekst) => {
    const datum = zoekMoment(tekst);
    if (datum && isDatum(datum)) return read({ soort: "datum", datum });
    return refused("datum-onleesbaar", `${quote(tekst)} is geen datum. Schrijf 1-7-2026.`);
  },
  duur: (tekst) => {
    const duur = parseDuur(tekst);
    if (duur) return read({ soort: "duur", duur });
    return refused("duur-onleesbaar", `${quote(tekst)} is geen duur. Schrijf 4 maanden.`);
  },
  code: leesCode,
  gemeente: leesCode,
  tekst: (tekst) => read({ soort: "kenmerk", code: tekst }),
};

function leesCode(tekst: string, { codes }: Kolomwijze): Waardelezing {
  const code = tekst.toLowerCase().replaceAll(" ", "-");
  const known = codes?.find((item) => item === tekst || item === code);
  if (known) return read({ soort: "kenmerk", code: known });
  if (!codes && /^[\p{L}\d][\p{L}\d._-]*$/u.test(tekst)) {
    return read({ soort: "kenmerk", code: tekst });
  }
  const kies = codes ? `Kies uit: ${codes.join(", ")}.` : "Schrijf één woord, met streepjes.";
  return refused("code-onbekend", `${quote(tekst)} is geen code van dit cijfer. ${kies}`);
}

function read(inhoud: WaarnemingInhoud): Waardelezing {
  return { inhoud, meldingen: [] };
}
