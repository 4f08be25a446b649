import { listWords } from "#domain/notatie.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import { NIVEAUS, RELATIEVE_MOMENTEN, type Tijdstip, type Verwijzing } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";

const CIJFERNAAM = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Reads `inwoners`, `woningen.sociale-huur`, `daeb-aandeel van regio`, `inwoners op 2025-01-01`. */
export function readVerwijzing(text: string): Gelezen<Verwijzing> {
  const [first = "", ...words] = text.trim().split(/\s+/);
  if (!CIJFERNAAM.test(first)) {
    return ongelezen(
      `${quote(text)} is geen naam van een cijfer. Namen hebben kleine letters en streepjes, bijvoorbeeld «inwoners» of «woningen.sociale-huur».`,
    );
  }
  const [naam = "", ...pad] = first.split(".");
  return readQualifiers({ naam, pad }, words, text);
}

function readQualifiers(
  verwijzing: Verwijzing,
  words: readonly string[],
  text: string,
): Gelezen<Verwijzing> {
  const [word, value, ...rest] = words;
  if (word === undefined) return gelezen(verwijzing);
  if (value === undefined && ["van", "op", "in"].includes(word)) {
    return ongelezen(
      `${quote(text)} houdt op na ${quote(word)}. Een cijfer is één naam, met eventueel «van regio» of «op 2025-01-01» erachter.`,
    );
  }
  if (value === undefined) return ongelezen(misplaced(word, text));
  if (word === "van" && !verwijzing.van) {
    const niveau = NIVEAUS.find((known) => known === value);
    if (niveau) return readQualifiers({ ...verwijzing, van: niveau }, rest, text);
    return ongelezen(niveauTekst(value));
  }
  if ((word === "op" || word === "in") && !verwijzing.tijd) {
    const tijd = readTijdstip(word, value);
    if (!tijd.ok) return tijd;
    return readQualifiers({ ...verwijzing, tijd: tijd.waarde }, rest, text);
  }
  return ongelezen(misplaced(word, text));
}

function misplaced(word: string, text: string): string {
  return `In ${quote(text)} staat ${quote(word)} op een plek waar het niets betekent. Een cijfer is één naam, met eventueel «van regio» of «op 2025-01-01» erachter.`;
}

function niveauTekst(value: string): string {
  const nearest = findNearest(value, NIVEAUS);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return `${quote(value)} is geen niveau. Kies ${listWords(NIVEAUS, "of")}.${hint}`;
}

function readTijdstip(word: "op" | "in", value: string): Gelezen<Tijdstip> {
  const moment = RELATIEVE_MOMENTEN.find((known) => known === value);
  if (moment && (moment === "vorige-periode") === (word === "in")) {
    return gelezen({ soort: "relatief", moment });
  }
  if (word === "op" && isDatum(value)) return gelezen({ soort: "op", datum: value });
  if (word === "in" && parsePeriode(value)) return gelezen({ soort: "in", periode: value });
  return ongelezen(
    word === "op"
      ? `${quote(`op ${value}`)} is geen dag. Schrijf «op 2025-01-01», of «op begin-periode», «op einde-periode» of «op begin-vorig-jaar».`
      : `${quote(`in ${value}`)} is geen periode. Schrijf «in 2030», «in 2026-H1» of «in vorige-periode».`,
  );
}
