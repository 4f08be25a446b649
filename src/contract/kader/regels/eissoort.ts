import { type Pad, quote } from "../fout.ts";
import { readWaarde } from "../scalar/waarde.ts";
import { type Eenheidlezer, unitIn } from "./eenheid.ts";
import { asTekst, isKaart, type Kaartboom, type Regel } from "./ruw.ts";

type Fout = Parameters<Regel>[1]["fout"];
type Cijfersoort = "getal" | "datum" | "duur" | "code";

/** Units that say what a figure is, and not what is counted. */
const SOORTEN: Readonly<Record<string, Cijfersoort>> = {
  datum: "datum",
  duur: "duur",
  code: "code",
  "ja of nee": "code",
};

/** Units that are none of these, and are no count either. */
const ANDERS = ["tekst", "artikel", "paragraaf", "gemeente", "klasse", "grenzen", "methode"];

const WOORDEN: Readonly<Record<Cijfersoort, string>> = {
  getal: "een getal",
  datum: "een datum",
  duur: "een duur",
  code: "een code",
};

const ONDERWERP: Readonly<Record<Cijfersoort, string>> = {
  getal: "aantal",
  datum: "datum",
  duur: "duur",
  code: "kenmerk",
};

const GRENSSLEUTELS = ["minstens", "hoogstens", "meer-dan", "minder-dan", "gelijk-aan"] as const;
const ALLE_GRENZEN = [...GRENSSLEUTELS, "uiterlijk", "vanaf"] as const;
const VERGELIJKINGEN = [...ALLE_GRENZEN, "tussen", "is", "in-maanden"];

/**
 * A date, a term, a code and a number are asked each in its own way, and laid beside their like.
 *
 * @returns whether something was told, so that nothing is told of its units too.
 */
export function checkEissoort(eis: Kaartboom, pad: Pad, unitOf: Eenheidlezer, fout: Fout): boolean {
  if (!isVergelijking(eis)) return false;
  const wrong = [
    ...figuresOf(eis).flatMap((figure) => wrongFigure(figure, unitOf)),
    ...limitsOf(eis).flatMap((limit) => wrongLimit(limit, unitOf)),
  ];
  for (const { plek, tekst } of wrong) fout([...pad, ...plek], tekst, "waarde");
  return wrong.length > 0;
}

/** A block that asks something of a figure; a term of a traject only says when it ends. */
function isVergelijking(eis: Kaartboom): boolean {
  const has = (keys: readonly string[]) => keys.some((key) => key in eis);
  const asks = has([...Object.values(ONDERWERP), "som"]) || ("aandeel" in eis && "van" in eis);
  return asks && has(VERGELIJKINGEN);
}

type Gevraagd = { readonly text: string; readonly plek: Pad; readonly soort: Cijfersoort };
type Misser = { readonly plek: Pad; readonly tekst: string };

/** The figures that an eis is about, each with the kind its key asks. */
function figuresOf({ aantal, aandeel, van, som, datum, duur, kenmerk }: Kaartboom) {
  const asked = (value: unknown, plek: Pad, soort: Cijfersoort): readonly Gevraagd[] =>
    typeof value === "string" ? [{ text: value, plek, soort }] : [];
  const span = isKaart(duur)
    ? [...asked(duur.van, ["duur", "van"], "datum"), ...asked(duur.tot, ["duur", "tot"], "datum")]
    : asked(duur, ["duur"], "duur");
  return [
    ...asked(aantal, ["aantal"], "getal"),
    ...asked(som, ["som"], "getal"),
    ...asked(aandeel, ["aandeel"], "getal"),
    ...(aandeel === undefined ? [] : asked(van, ["van"], "getal")),
    ...asked(datum, ["datum"], "datum"),
    ...asked(kenmerk, ["kenmerk"], "code"),
    ...span,
  ];
}

function wrongFigure({ text, plek, soort }: Gevraagd, unitOf: Eenheidlezer): readonly Misser[] {
  const found = soortVan(text, unitOf);
  if (found === undefined || found === soort) return [];
  const hint =
    found === "datum" && soort === "duur"
      ? "Schrijf «duur: { van: …, tot: … }», met twee datums."
      : `Schrijf «${ONDERWERP[found]}: ${text}», of noem een cijfer dat ${WOORDEN[soort]} is.`;
  const tekst = `${quote(text)} is ${WOORDEN[found]}, en hier hoort ${WOORDEN[soort]}. ${hint}`;
  return [{ plek, tekst }];
}

/** What the subject is laid beside: a date beside a date, a term beside a term. */
function limitsOf(eis: Kaartboom): readonly Gevraagd[] {
  const soort = "datum" in eis ? "datum" : "duur" in eis ? "duur" : "getal";
  if ("kenmerk" in eis) return [];
  const { tussen } = eis;
  const ends = isKaart(tussen)
    ? (["van", "tot"] as const).map((key) => ({ value: tussen[key], plek: ["tussen", key] }))
    : [];
  const plain = ALLE_GRENZEN.map((key) => ({ value: eis[key], plek: [key] }));
  return [...plain, ...ends].flatMap(({ value, plek }) => {
    const text = asTekst(value);
    return text === undefined ? [] : [{ text, plek, soort }];
  });
}

const VOORBEELDEN: Readonly<Record<Cijfersoort, string>> = {
  getal: "een getal zoals 100 of 30 %",
  datum: "een datum zoals 2027-01-01",
  duur: "een duur zoals 3 maanden",
  code: "een code",
};

function wrongLimit({ text, plek, soort }: Gevraagd, unitOf: Eenheidlezer): readonly Misser[] {
  const found = literalOf(text) ?? soortVan(text, unitOf);
  if (found === undefined || found === soort) return [];
  const tekst = `${quote(text)} is ${WOORDEN[found]}, en hier hoort ${WOORDEN[soort]}. Schrijf ${VOORBEELDEN[soort]}, of noem een cijfer of parameter met zo'n waarde.`;
  return [{ plek, tekst }];
}

function literalOf(text: string): Cijfersoort | undefined {
  const read = readWaarde(text);
  if (!read.ok) return undefined;
  const { soort } = read.waarde;
  return soort === "getal" || soort === "datum" || soort === "duur" ? soort : undefined;
}

/** What a figure or parameter is by its unit; undefined where that is not known. */
function soortVan(text: string, unitOf: Eenheidlezer): Cijfersoort | undefined {
  const unit = unitIn(text, unitOf);
  if (unit === undefined || ANDERS.includes(unit)) return undefined;
  return SOORTEN[unit] ?? "getal";
}
