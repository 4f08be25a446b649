import { formatMoment } from "#domain/notatie.ts";
import { isDatum } from "#domain/peildatum.ts";
import type { Intrekking } from "#domain/vaststelling.ts";

/** What somebody filled in of a decision, as it was typed. */
export type Besluitinvoer = {
  readonly datum: string;
  readonly titel: string;
  readonly kenmerk: string;
  readonly link: string;
  readonly sha256: string;
};

const LANGSTE_TITEL = 200;
const LANGSTE_KENMERK = 80;
const LANGSTE_LINK = 500;

/** Reads a decision: its day and its document, or everything that is wrong with it. */
export function readBesluit(
  ruw: Besluitinvoer,
  { vandaag, vanaf }: { readonly vandaag: string; readonly vanaf?: string },
): Intrekking | { readonly fouten: readonly string[] } {
  const datum = ruw.datum.trim();
  const [titel, kenmerk] = [ruw.titel.trim(), ruw.kenmerk.trim()];
  const [link, sha256] = [ruw.link.trim(), ruw.sha256.trim().toLowerCase()];
  const fouten = [
    ...wrongDay(datum, vandaag, vanaf),
    ...wrongText("Besluit", titel, LANGSTE_TITEL, "Schrijf de titel van het besluit"),
    ...wrongText("Kenmerk", kenmerk, LANGSTE_KENMERK, "Schrijf het nummer van het besluit"),
    ...(link === "" || isWebAddress(link)
      ? []
      : ["Webadres: dit is geen adres dat met https:// begint. Kopieer het uit uw browser."]),
    ...(sha256 === "" || /^[0-9a-f]{64}$/.test(sha256)
      ? []
      : ["Kenmerk van het bestand: een sha256 heeft 64 tekens, 0 tot 9 en a tot f."]),
    ...(link === "" && sha256 === ""
      ? ["Zeg waar het besluit staat: geef het webadres, of kies het bestand."]
      : []),
  ];
  if (fouten.length > 0) return { fouten };
  const stuk = {
    ...{ titel, kenmerk },
    ...(link === "" ? {} : { link }),
    ...(sha256 === "" ? {} : { sha256 }),
  };
  return { datum, stuk };
}

function wrongDay(datum: string, vandaag: string, vanaf: string | undefined): readonly string[] {
  if (!isDatum(datum)) return ["Dag van het besluit: schrijf een datum, zoals 2026-11-12."];
  if (datum > vandaag) {
    return [
      `Dag van het besluit: ${formatMoment(datum)} komt nog. Leg een besluit vast als het is genomen.`,
    ];
  }
  if (vanaf !== undefined && datum < vanaf) {
    return [
      `Dag van het besluit: vastgesteld is op ${formatMoment(vanaf)}. Intrekken kan niet eerder.`,
    ];
  }
  return [];
}

function wrongText(veld: string, text: string, longest: number, wat: string): readonly string[] {
  if (text === "") return [`${veld}: dit is nog leeg. ${wat}.`];
  return text.length > longest ? [`${veld}: hoogstens ${longest} tekens.`] : [];
}

function isWebAddress(text: string): boolean {
  if (text.length > LANGSTE_LINK || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ["https:", "http:"].includes(protocol) && username === "" && password === "";
}
