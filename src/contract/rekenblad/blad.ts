/**
 * A rekenblad: one verdeling run over one region, with what people filled in and laid beside it.
 *
 * All of it stands in the address, so that the address brings back exactly this view.
 */
export type Blad = {
  /** `id` or `id@versie`. */
  readonly document: string;
  readonly regio: string;
  /** A date or periode. */
  readonly op: string;
  readonly naast: readonly string[];
  /** `urgenten` or `inwoners@GM0505` → as it was typed. */
  readonly cijfers: ReadonlyMap<string, string>;
  /** A parameter, `wat-niet-past` or another gap in the document → as it was typed. */
  readonly keuzes: ReadonlyMap<string, string>;
  /** Key path in the first document → what stands there on this sheet, as the language writes it. */
  readonly wijzigingen: ReadonlyMap<string, string>;
  /** Whose row stands on top; nobody's where it is absent. */
  readonly gemeente?: string;
  /** Another region, over which the same division is laid beside this one. */
  readonly alternatief?: string;
  /** A correction round, whose corrections go before what was delivered. */
  readonly ronde?: string;
  /** A word list, whose labels stand in the place of our own. */
  readonly woorden?: string;
  /** The figures are made up, to show how it works. */
  readonly voorbeeld: boolean;
};

const CIJFER = "cijfer.";
const KEUZE = "kies.";
const WIJZIG = "wijzig.";

/** Reads the address of a rekenblad; what is left empty was not filled in. */
export function readBlad(document: string, query: URLSearchParams, peildatum: string): Blad {
  const filled = [...query].filter(([, text]) => text.trim() !== "");
  const last = (naam: string) => filled.findLast(([key]) => key === naam)?.[1].trim();
  const own = last("eigen");
  const alternatief = last("alternatief");
  const [ronde, woorden] = [last("ronde"), last("woorden")];
  return {
    document,
    regio: last("regio") ?? "",
    op: last("op") ?? peildatum,
    naast: [...new Set(filled.flatMap(([key, text]) => (key === "naast" ? [text] : [])))].filter(
      (naam) => naam !== document,
    ),
    cijfers: withPrefix(filled, CIJFER),
    keuzes: withPrefix(filled, KEUZE),
    wijzigingen: withPrefix(filled, WIJZIG),
    ...(own ? { gemeente: own } : {}),
    ...(alternatief ? { alternatief } : {}),
    ...(ronde ? { ronde } : {}),
    ...(woorden ? { woorden } : {}),
    voorbeeld: last("voorbeeld") === "ja",
  };
}

function withPrefix(
  filled: readonly (readonly [string, string])[],
  prefix: string,
): ReadonlyMap<string, string> {
  const own = filled.filter(([key]) => key.startsWith(prefix));
  return new Map(own.map(([key, text]) => [key.slice(prefix.length), text.trim()]));
}

/** The address that brings this rekenblad back. */
export function bladAdres(blad: Blad): string {
  return `/documenten/${blad.document}?${toQuery(blad)}`;
}

/** The account of the number of one gemeente on this rekenblad, or of the whole. */
export function uitlegAdres(blad: Blad, kolom: string, gemeente?: string): string {
  const query = toQuery(blad);
  query.set("document", blad.document);
  query.set("kolom", kolom);
  if (gemeente !== undefined) query.set("gemeente", gemeente);
  return `/uitleg?${query}`;
}

/** The page in the browser that brings this rekenblad back. */
export function verkenAdres(blad: Blad): string {
  const query = toQuery(blad);
  query.set("document", blad.document);
  return `/verdeling/verkennen?${query}`;
}

/** A paper of this rekenblad: `a4.pdf`, `oplegger.docx`; an A4 of one gemeente where it is named. */
export function stukAdres(blad: Blad, naam: string, gemeente?: string): string {
  const query = toQuery(blad);
  query.set("document", blad.document);
  if (gemeente !== undefined) query.set("gemeente", gemeente);
  return `/verdeling/uitvoer/stukken/${naam}?${query}`;
}

/** This sheet as a file of that name: `rekenblad.ods`, `kaart.png`. */
export function uitvoerAdres(blad: Blad, bestand: string): string {
  const query = toQuery(blad);
  query.set("document", blad.document);
  return `/verdeling/uitvoer/${bestand}?${query}`;
}

function toQuery(blad: Blad): URLSearchParams {
  const { regio, op, naast, cijfers, keuzes, wijzigingen, gemeente, alternatief, voorbeeld } = blad;
  const query = new URLSearchParams({ regio, op });
  for (const naam of naast) query.append("naast", naam);
  for (const [naam, text] of cijfers) query.set(`${CIJFER}${naam}`, text);
  for (const [naam, text] of keuzes) query.set(`${KEUZE}${naam}`, text);
  for (const [pad, text] of wijzigingen) query.set(`${WIJZIG}${pad}`, text);
  if (gemeente) query.set("eigen", gemeente);
  if (alternatief) query.set("alternatief", alternatief);
  if (blad.ronde) query.set("ronde", blad.ronde);
  if (blad.woorden) query.set("woorden", blad.woorden);
  if (voorbeeld) query.set("voorbeeld", "ja");
  return query;
}
