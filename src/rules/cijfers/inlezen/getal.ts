import { type Breuk, breuk, divide, equals, isWhole, negate, parseBreuk } from "#domain/breuk.ts";

/** How numbers are written in a column: as in `1.250,5`, as in `1,250.5`, or not to be told. */
export type Notatie = "nl" | "en" | "gemengd" | "open";

/** A number with what stood around it. */
export type Getallezing =
  | { readonly soort: "getal"; readonly waarde: Breuk; readonly teken?: "%" | "€" }
  /** Both readings, as one would write each without doubt. */
  | { readonly soort: "dubbelzinnig"; readonly lezingen: readonly [Breuk, Breuk] }
  | { readonly soort: "onbekend" }
  | { readonly soort: "geen-getal" };

const LONGEST = 40;

/** What people and statistics offices write where a number is not known. */
const ONBEKEND =
  /^(?:[-–—.?x*]|\.\.+|n\.?b\.?|n\/?a|n\.?v\.?t\.?|onbekend|geheim|niet bekend|geen (?:gegevens|opgave))$/i;

/** Whether a text says that there is no figure; it is never nought. */
export function isOnbekend(tekst: string): boolean {
  return ONBEKEND.test(tekst.trim());
}

const NEDERLANDS = /^([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;
const ENGELS = /^([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * Reads a number as it was typed, in the way that its column writes numbers.
 *
 * `grof` says that a thousandth of the unit does not exist: of homes, `1.250` is then 1250 and
 * nothing else. Where both readings can be meant, none is chosen.
 */
export function leesGetal(
  tekst: string,
  { notatie, grof }: { readonly notatie: Notatie; readonly grof: boolean },
): Getallezing {
  if (isOnbekend(tekst)) return { soort: "onbekend" };
  const { kern, min, teken } = strip(tekst);
  const signed = (waarde: Breuk): Getallezing => {
    const value = min ? negate(waarde) : waarde;
    return { soort: "getal", waarde: value, ...(teken ? { teken } : {}) };
  };
  const fraction = /^\d+\/\d+$/.test(kern) ? parseBreuk(kern) : undefined;
  if (fraction && !teken) return signed(fraction);
  const { nl, en } = lezingenVan(kern);
  if (nl && en && !equals(nl, en)) {
    const chosen = choose(nl, en, notatie, grof);
    if (chosen) return signed(chosen);
    return { soort: "dubbelzinnig", lezingen: min ? [negate(nl), negate(en)] : [nl, en] };
  }
  const only = nl ?? en;
  return only ? signed(only) : { soort: "geen-getal" };
}

/** How a column writes its numbers, from those that can be read in only one way. */
export function notatieVan(teksten: Iterable<string>): Notatie {
  let [nl, en] = [false, false];
  for (const tekst of teksten) {
    const gelezen = lezingenVan(strip(tekst).kern);
    if (gelezen.nl && !gelezen.en) nl = true;
    if (gelezen.en && !gelezen.nl) en = true;
  }
  if (nl && en) return "gemengd";
  return nl ? "nl" : en ? "en" : "open";
}

function choose(nl: Breuk, en: Breuk, notatie: Notatie, grof: boolean): Breuk | undefined {
  const [likely, other] = notatie === "en" ? [en, nl] : [nl, en];
  if (notatie === "gemengd") return undefined;
  if (grof) return isWhole(likely) ? likely : undefined;
  return notatie === "open" || equals(likely, other) ? undefined : likely;
}

function lezingenVan(kern: string): { readonly nl?: Breuk; readonly en?: Breuk } {
  if (kern.length > LONGEST) return {};
  const nl = decimal(NEDERLANDS.exec(kern), ".");
  const en = decimal(ENGELS.exec(kern), ",");
  return { ...(nl ? { nl } : {}), ...(en ? { en } : {}) };
}

function decimal(match: RegExpExecArray | null, thousands: string): Breuk | undefined {
  if (!match) return undefined;
  const [, whole = "", decimals = ""] = match;
  const digits = whole.replaceAll(thousands, "") + decimals;
  return divide(breuk(BigInt(digits)), breuk(10n ** BigInt(decimals.length)));
}

const SPATIES = /[\u00a0\u2009\u202f]/g;

/** The digits themselves, without sign, euro, percent and the spaces between thousands. */
function strip(tekst: string) {
  const spaced = tekst.replace(SPATIES, " ").trim();
  const euro = /^(?:€|eur\b|euro\b)\s*|\s*(?:€|eur|euro)$/i;
  const procent = /\s*(?:%|procent)$/i;
  const teken: "€" | "%" | undefined = euro.test(spaced)
    ? "€"
    : procent.test(spaced)
      ? "%"
      : undefined;
  const bare = spaced
    .replace(euro, "")
    .replace(procent, "")
    .replace(/,[-–—]+$/, ",00");
  const min = /^[-−–]\s*\S/.test(bare);
  const unsigned = bare.replace(/^[-−–+]\s*/, "");
  const kern = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(unsigned)
    ? unsigned.replaceAll(" ", "")
    : unsigned;
  return { kern, min, teken };
}

/** Units of which a part smaller than one exists. */
const MET_DELEN: ReadonlySet<string> = new Set([
  ...["deel", "euro", "euro per maand", "km", "km2", "kilometers", "minuten", "punten"],
  ...["jaren", "uren per week", "personen per huishouden"],
]);

/** Whether the unit counts things that come whole: homes, people, places. */
export function isHeel(eenheid: string): boolean {
  return !MET_DELEN.has(eenheid);
}

/** Whether thousandths of the unit do not exist: what comes whole, and money. */
export function isGrof(eenheid: string): boolean {
  return isHeel(eenheid) || eenheid.startsWith("euro");
}
