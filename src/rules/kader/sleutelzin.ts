import { listWords } from "#domain/notatie.ts";
import type { Factor, GewogenDeel, Sleutel, VastDeel } from "#domain/sleutel.ts";
import { documenttitel, eenheidwoorden, type Ruimte } from "./context.ts";
import { formatBreuktekst, formatGetaltekst } from "./getaltekst.ts";
import { describeVerwijzing, describeWaarde, onderdeelwoorden } from "./waardezin.ts";
import { clean, field, isEditable, phrase, series, type Zin } from "./zin.ts";

/** A proportion: "naar rato van inwoners", "in gelijke delen", "voor 60% … en voor 40% …". */
export function describeSleutel(sleutel: Sleutel, pad: string, ruimte: Ruimte): Zin {
  switch (sleutel.soort) {
    case "naar-rato-van":
      return describeNaarRato(sleutel, pad, ruimte);
    case "omgekeerd-naar-rato-van": {
      const figure = describeVerwijzing(sleutel.van, `${pad}.omgekeerd-naar-rato-van`, ruimte);
      return phrase("omgekeerd naar rato van", figure);
    }
    case "gelijk":
      return [field("in gelijke delen", pad)];
    case "vast":
      return phrase("in vaste delen (", describeVast(sleutel.delen, pad, ruimte), ")");
    case "gewogen":
      return describeGewogen(sleutel.delen, pad, ruimte);
    case "factoren":
      return phrase(
        describeSleutel(sleutel.basis, `${pad}.basis`, ruimte),
        ", bijgesteld voor",
        series(sleutel.factoren.map((f, i) => describeFactor(f, `${pad}.factoren[${i}]`, ruimte))),
      );
    case "per":
      return describePerSleutel(sleutel.is, pad, ruimte);
    default:
      return describeElders(sleutel, pad, ruimte);
  }
}

/** What has to stand between "over de gemeenten" and the sleutel. */
export function leadFor({ soort }: Sleutel): string {
  if (soort === "gewogen" || soort === "per") return ":";
  return soort === "nader-te-bepalen" ? "," : "";
}

function describeElders(
  sleutel: Extract<
    Sleutel,
    { soort: "herkomst" | "op-volgorde" | "uitkomst-van" | "nader-te-bepalen" }
  >,
  pad: string,
  ruimte: Ruimte,
): Zin {
  switch (sleutel.soort) {
    case "herkomst":
      return phrase(
        "terug naar de gemeente van herkomst (",
        describeVerwijzing(sleutel.matrix, `${pad}.herkomst`, ruimte),
        "), en bij herkomst van elders of onbekend",
        describeSleutel(sleutel.anders, `${pad}.anders`, ruimte),
      );
    case "op-volgorde": {
      const title = documenttitel(sleutel.rangorde, ruimte);
      return phrase("op volgorde van", field(`«${title}»`, `${pad}.op-volgorde`));
    }
    case "uitkomst-van": {
      const title = documenttitel(sleutel.document, ruimte);
      return phrase("zoals in", field(`«${title}»`, `${pad}.uitkomst-van`));
    }
    case "nader-te-bepalen":
      return describeNader(sleutel.waarom, pad, ruimte);
  }
}

function describeNaarRato(
  sleutel: Extract<Sleutel, { soort: "naar-rato-van" }>,
  pad: string,
  ruimte: Ruimte,
): Zin {
  const figure = describeVerwijzing(sleutel.van, `${pad}.naar-rato-van`, ruimte);
  const { bijtrekken } = sleutel;
  if (!bijtrekken) return phrase("naar rato van", figure);
  return phrase(
    "naar rato van",
    figure,
    ",",
    describeWaarde(bijtrekken.sterkte, `${pad}.bijtrekken.sterkte`, ruimte),
    "bijgetrokken naar een verdeling",
    describeSleutel(bijtrekken.naar, `${pad}.bijtrekken.naar`, ruimte),
  );
}

/** One part for all of it: the document knows a unit by name, the tree only by its code. */
function describeVast(delen: readonly VastDeel[], pad: string, ruimte: Ruimte): Zin {
  const parts = delen.map(({ eenheid, tekst }) => {
    return `${eenheidwoorden({ id: eenheid }, ruimte)} ${formatGetaltekst(tekst)}`;
  });
  return [field(listWords(parts), `${pad}.vast`)];
}

function describeGewogen(delen: readonly GewogenDeel[], pad: string, ruimte: Ruimte): Zin {
  return series(
    delen.map(({ gewicht, sleutel }, i) => {
      const place = `${pad}.gewogen[${i}]`;
      return phrase(
        "voor",
        describeWaarde(gewicht, `${place}.gewicht`, ruimte),
        // A weight stands beside the keys of its sleutel; only the word has a key of its own.
        describeSleutel(sleutel, sleutel.soort === "gelijk" ? `${place}.sleutel` : place, ruimte),
      );
    }),
    ", en",
  );
}

function describeFactor({ van, schaal }: Factor, pad: string, ruimte: Ruimte): Zin {
  return phrase(
    describeVerwijzing(van, `${pad}.van`, ruimte),
    schaal &&
      phrase(
        "tussen",
        field(formatBreuktekst(schaal.laagste), `${pad}.schaal.laagste`),
        "en",
        field(formatBreuktekst(schaal.hoogste), `${pad}.schaal.hoogste`),
      ),
  );
}

function describePerSleutel(
  is: Readonly<Record<string, Sleutel>>,
  pad: string,
  ruimte: Ruimte,
): Zin {
  const parts = Object.entries(is).map(([key, part]) =>
    phrase(
      "voor",
      onderdeelwoorden(key, ruimte),
      describeSleutel(part, `${pad}.is.${key}`, ruimte),
    ),
  );
  return series(parts, ", en");
}

/** What people filled in for the run stands in its place, and a click there changes that. */
function describeNader(waarom: string, pad: string, ruimte: Ruimte): Zin {
  const filled = ruimte.context.ingevuld?.sleutel;
  if (filled) {
    return describeSleutel(filled, pad, ruimte).map((deel) =>
      isEditable(deel) ? { ...deel, pad: `${pad}.nader-te-bepalen` } : deel,
    );
  }
  const open = field("sleutel nog te bepalen", `${pad}.nader-te-bepalen`, "nog-te-bepalen");
  return phrase(open, `(${clean(waarom)})`);
}
