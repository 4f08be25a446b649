import { readFileSync } from "node:fs";
import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import type { Grensbestandvraag } from "#services/ophalen/kamer.ts";
import { readVraag } from "#services/ophalen/ophalen.service.ts";
import type { Asked } from "../command.ts";
import { assertGood, UsageError } from "../usage-error.ts";

/** What is to be done. */
export type Opdracht =
  | { readonly doe: "toon" }
  | { readonly doe: "haal"; readonly vraag: Ophaalvraag }
  | { readonly doe: "bestand"; readonly bestand: Grensbestandvraag }
  | { readonly doe: "verder" | "ongedaan"; readonly taak: string };

const BRONNEN = "cbs, pdok of woningbouwkaart";

/** @throws UsageError with every mistake at once. */
export function readRequest(asked: Asked): Opdracht {
  const [what, ...words] = asked.words;
  switch (what) {
    case undefined:
      return { doe: "toon" };
    case "verder":
    case "ongedaan":
      return { doe: what, taak: readTaak(onlyWord(words, "het kenmerk van de taak")) };
    case "cbs":
      return { doe: "haal", vraag: readCbs(onlyWord(words, "de naam van een tabel"), asked) };
    case "pdok":
      return readPdok(words, asked);
    case "woningbouwkaart":
      assertGood(words.map((word) => `«${word}» hoort hier niet.`));
      return { doe: "haal", vraag: accept(readMoment(asked)) };
    default:
      throw new UsageError([`«${what}» is geen bron. Kies ${BRONNEN}.`]);
  }
}

function onlyWord(words: readonly string[], what: string): string {
  const [word, ...others] = words;
  if (word !== undefined && others.length === 0) return word;
  throw new UsageError([`Hier hoort ${what}, en niets meer.`]);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readTaak(text: string): string {
  if (UUID.test(text)) return text;
  throw new UsageError([
    `«${text}» is geen kenmerk van een taak. Met «woonregie ophalen» ziet u welke er zijn.`,
  ]);
}

function readMoment(asked: Asked): object {
  const moment = asked.one("op");
  return { soort: "woningbouwkaart", ...(moment === undefined ? {} : { moment }) };
}

function readPdok(words: readonly string[], asked: Asked): Opdracht {
  assertGood(words.map((word) => `«${word}» hoort hier niet.`));
  const jaar = Number(asked.one("jaar"));
  const vraag = readVraag({ soort: "pdok", jaar });
  if (!vraag) throw new UsageError(["Zeg van welk jaar de grenzen zijn: --jaar 2026."]);
  const pad = asked.one("bestand");
  if (pad === undefined) return { doe: "haal", vraag };
  try {
    return { doe: "bestand", bestand: { tekst: readFileSync(pad, "utf8"), jaar } };
  } catch {
    throw new UsageError([`Het bestand «${pad}» is niet te lezen. Kijk of de naam klopt.`]);
  }
}

function readCbs(tabel: string, asked: Asked): Ophaalvraag {
  const maat = asked.one("maat");
  if (maat === undefined) return accept({ soort: "cbs-tabel", tabel });
  const indicator = asked.one("cijfer");
  const perioden = asked.all("periode");
  const gebieden = asked.all("gebied");
  const stand = asked.one("stand");
  const pairs = asked.all("kies").map((text) => text.split("=", 2));
  assertGood([
    ...(indicator === undefined ? ["Zeg welk cijfer van Woonregie het wordt: --cijfer …"] : []),
    ...(perioden.length === 0 ? ["Zeg welke periode: --periode 2024JJ00."] : []),
    ...pairs.flatMap(([naam, code]) =>
      naam && code ? [] : [`«--kies ${naam}» mist een onderdeel. Schrijf dimensie=code.`],
    ),
  ]);
  return accept({
    ...{ soort: "cbs", tabel, maat, indicator, perioden },
    niveaus: gebieden.length === 0 ? ["gemeente"] : gebieden,
    dimensies: Object.fromEntries(pairs),
    ...(stand === undefined ? {} : { stand }),
  });
}

function accept(json: object): Ophaalvraag {
  const vraag = readVraag(json);
  if (vraag) return vraag;
  throw new UsageError([
    "Deze vraag klopt niet. Kijk met «woonregie help ophalen» welke waarden kunnen: gebieden zijn gemeente, provincie of nederland; stand is begin of einde; een datum is 2025-10-01.",
  ]);
}
