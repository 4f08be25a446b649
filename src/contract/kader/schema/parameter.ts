import { z } from "zod";
import { type Breuk, compare, largest, smallest } from "#domain/breuk.ts";
import { GRENZEN } from "#domain/eis.ts";
import { type Parameter, type Parameterwaarde, ZEKERHEDEN } from "#domain/kop.ts";
import { listWords } from "#domain/notatie.ts";
import { AFRONDINGSMETHODEN } from "#domain/verdeling.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { readGetal } from "../scalar/getal.ts";
import { readDatum, readDuur, readPeriode } from "../scalar/moment.ts";
import { blok, type Gevonden, isGevonden, kort, lijst, type Meld, tekst } from "./blok.ts";
import { bron } from "./bron.ts";
import { LINEAIR, verloop } from "./verloop.ts";
import { bandVelden, checkBand, getal, isBreuk, periode } from "./waarde.ts";

const band = blok(bandVelden, checkBand);

const ingroeipad = blok(
  { van: getal, naar: getal, vanaf: periode, doel: periode, verloop: verloop.default(LINEAIR) },
  ({ vanaf, doel }, meld) => {
    if (typeof vanaf === "string" && typeof doel === "string" && vanaf >= doel) {
      meld(`«doel» (${doel}) moet na «vanaf» (${vanaf}) liggen.`, { pad: ["doel"] });
    }
  },
);

/** A number that people set (docs/taal.md 2.1); its eenheid says what it may hold. */
export const parameter: z.ZodType<Parameter> = kort(
  "eenheid",
  blok(
    {
      eenheid: tekst,
      waarde: z.union([tekst, band]).exactOptional(),
      zekerheid: z.enum(ZEKERHEDEN).default("vast"),
      tussen: band.exactOptional(),
      mogelijk: lijst(blok({ waarde: z.union([tekst, band]), bron: tekst })).default([]),
      bron: bron.exactOptional(),
      zet: tekst.exactOptional(),
      toelichting: tekst.exactOptional(),
      ingroeipad: ingroeipad.exactOptional(),
    },
    checkParameterblok,
  ).transform(({ waarde, tussen, mogelijk, ...rest }): Parameter => {
    const read = waarde === undefined ? undefined : readInhoud(rest.eenheid, waarde);
    const candidates = mogelijk.flatMap((candidate) => {
      const value = readInhoud(rest.eenheid, candidate.waarde);
      return value.ok ? [{ waarde: value.waarde, bron: candidate.bron }] : [];
    });
    return {
      ...rest,
      mogelijk: candidates,
      ...(read?.ok ? { waarde: read.waarde } : {}),
      ...(tussen?.van && tussen.tot ? { tussen: { van: tussen.van, tot: tussen.tot } } : {}),
    };
  }),
);

function checkParameterblok(gevonden: Gevonden, meld: Meld): void {
  const filled = "waarde" in gevonden;
  if (gevonden.zekerheid === "onzeker" && (filled || "ingroeipad" in gevonden)) {
    const key = filled ? "waarde" : "ingroeipad";
    const what = filled ? "waarde hebben. Haal de waarde weg" : "ingroeipad hebben. Haal het weg";
    meld(
      `Een parameter met «zekerheid: onzeker» mag geen ${what}, of kies «aanname» en noem uw bron.`,
      { pad: [key], bij: "waarde" },
    );
  } else if (gevonden.zekerheid !== "onzeker") {
    checkFilled(gevonden, filled, meld);
  }
  const { eenheid } = gevonden;
  if (typeof eenheid !== "string") return;
  checkInhoud(eenheid, gevonden.waarde, ["waarde"], meld);
  if (!Array.isArray(gevonden.mogelijk)) return;
  gevonden.mogelijk.forEach((candidate: unknown, index) => {
    if (isGevonden(candidate)) {
      checkInhoud(eenheid, candidate.waarde, ["mogelijk", index, "waarde"], meld);
    }
  });
  checkTussen(gevonden, eenheid, meld);
}

function checkFilled(gevonden: Gevonden, filled: boolean, meld: Meld): void {
  if (filled && "ingroeipad" in gevonden) {
    meld("Een parameter heeft een «waarde» of een «ingroeipad», niet beide. Haal er een weg.");
  } else if (!filled && !("ingroeipad" in gevonden)) {
    meld(
      "Deze parameter heeft geen waarde. Vul «waarde» in, of schrijf «zekerheid: onzeker» als niemand haar kent.",
    );
  }
}

function checkInhoud(
  eenheid: string,
  waarde: unknown,
  pad: readonly (string | number)[],
  meld: Meld,
): void {
  if (typeof waarde !== "string") return;
  const read = readInhoud(eenheid, waarde);
  if (!read.ok) meld(read.tekst, { pad, bij: "waarde" });
}

/** What lies outside its own range would make a bandwidth without its middle. */
function checkTussen(gevonden: Gevonden, eenheid: string, meld: Meld): void {
  const { tussen, waarde } = gevonden;
  if (!isGevonden(tussen) || typeof waarde !== "string") return;
  const read = readInhoud(eenheid, waarde);
  const { van, tot } = tussen;
  if (!read.ok || read.waarde.soort !== "getal" || !isBreuk(van) || !isBreuk(tot)) return;
  const { getal: number } = read.waarde;
  if (compare(number, smallest(van, tot)) < 0 || compare(number, largest(van, tot)) > 0) {
    meld(`De waarde ${quote(waarde)} ligt buiten «tussen». Pas een van de twee aan.`, {
      pad: ["waarde"],
      bij: "waarde",
    });
  }
}

type RuweWaarde = string | { readonly van?: Breuk; readonly tot?: Breuk };

/** What a parameter holds, by its eenheid. */
function readInhoud(eenheid: string, waarde: RuweWaarde): Gelezen<Parameterwaarde> {
  if (typeof waarde !== "string") {
    const { van, tot } = waarde;
    return van && tot ? gelezen({ soort: "band", van, tot }) : ongelezen("");
  }
  switch (eenheid) {
    case "datum": {
      const read = readDatum(waarde);
      return read.ok ? gelezen({ soort: "datum", datum: read.waarde }) : read;
    }
    case "duur": {
      const read = readDuur(waarde);
      return read.ok ? gelezen({ soort: "duur", duur: read.waarde }) : read;
    }
    case "periode":
      return asWoord(readPeriode(waarde));
    case "grenzen":
      return asWoord(readOneOf(waarde, GRENZEN));
    case "methode":
      return asWoord(readOneOf(waarde, AFRONDINGSMETHODEN));
    default: {
      const read = readGetal(waarde);
      return read.ok ? gelezen({ soort: "getal", ...read.waarde }) : read;
    }
  }
}

function asWoord(read: Gelezen<string>): Gelezen<Parameterwaarde> {
  return read.ok ? gelezen({ soort: "woord", woord: read.waarde }) : read;
}

function readOneOf(waarde: string, known: readonly string[]): Gelezen<string> {
  if (known.includes(waarde)) return gelezen(waarde);
  const nearest = findNearest(waarde, known);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return ongelezen(`${quote(waarde)} kan hier niet. Kies ${listWords(known, "of")}.${hint}`);
}
