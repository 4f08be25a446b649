import type { Ingroeipad, Verdeling, Vereffening } from "#domain/verdeling.ts";
import type { Ruimte } from "./context.ts";
import { formatBreuktekst } from "./getaltekst.ts";
import { completeZin } from "./kopzin.ts";
import { formatPeriode } from "./momenttekst.ts";
import { describeOpgave } from "./opgavezin.ts";
import { describeSleutel } from "./sleutelzin.ts";
import { describeStappen } from "./stapzin.ts";
import { describeVerloop } from "./verlooptekst.ts";
import { describeVerwijzing, describeWaarde } from "./waardezin.ts";
import { orgaanwoord } from "./woorden.ts";
import { field, isSaid, phrase, series, type Zin } from "./zin.ts";

/** "Verdeel … over … naar rato van …, en groei daar van … tot … naartoe." */
export function describeVerdeling(document: Verdeling, ruimte: Ruimte): Zin {
  const { opgave, ingroeipad, vereffening, ernaast } = document;
  const beside = ernaast.map((item, i) => {
    return describeVerwijzing(item, `ernaast[${i}]`, ruimte, "bepaald");
  });
  const body = phrase(
    "Verdeel",
    describeOpgave(opgave, ruimte),
    describeStappen(document, ruimte),
    ingroeipad && phrase(", en", describeIngroeipad(ingroeipad, ruimte)),
    vereffening && phrase(", en", describeVereffening(vereffening, ruimte)),
    beside.length > 0 ? phrase("; leg", series(beside), "ernaast") : undefined,
  );
  return completeZin(document, body, ruimte);
}

function describeIngroeipad(pad: Ingroeipad, ruimte: Ruimte): Zin {
  const { van, vanaf, doel, verloop, daarna } = pad;
  const steps = describeVerloop(verloop, "ingroeipad.verloop");
  return phrase(
    "groei daar van",
    field(formatPeriode(vanaf), "ingroeipad.vanaf"),
    "tot",
    field(formatPeriode(doel), "ingroeipad.doel"),
    "naartoe",
    isSaid(steps) ? phrase(",", steps, ",") : undefined,
    "vanuit een verdeling",
    describeSleutel(van, "ingroeipad.van", ruimte),
    daarna &&
      phrase(
        "; vanaf",
        describeWaarde(daarna.vanaf, "ingroeipad.daarna.vanaf", ruimte),
        "geldt",
        describeWaarde(daarna.aandeel, "ingroeipad.daarna.aandeel", ruimte),
      ),
  );
}

function describeVereffening(vereffening: Vereffening, ruimte: Ruimte): Zin {
  const { werkelijk, tegen, wijze, bedrag, drempel, tegenrekening } = vereffening;
  return phrase(
    "verreken achteraf",
    describeVerwijzing(werkelijk, "vereffening.werkelijk", ruimte, "bepaald"),
    tegen === "eigen-opgave"
      ? phrase("tegen", field("de eigen opgave", "vereffening.tegen"))
      : undefined,
    wijze && field(WIJZEN[wijze], "vereffening.wijze"),
    bedrag && phrase(", met", describeWaarde(bedrag, "vereffening.bedrag", ruimte), "per eenheid"),
    drempel &&
      phrase(", bij een verschil vanaf", field(formatBreuktekst(drempel), "vereffening.drempel")),
    tegenrekening === undefined
      ? undefined
      : phrase(
          ", met",
          field(orgaanwoord(tegenrekening), "vereffening.tegenrekening"),
          "als tegenrekening",
        ),
  );
}

const WIJZEN = { "volgende-periode": "in de volgende periode", geld: "in geld" } as const;
