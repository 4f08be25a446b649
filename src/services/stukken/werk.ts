import type { Kaart } from "#contract/api/kaarten.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import { sayAlsRegio, type Woorden } from "#domain/schermwoorden.ts";
import { withWoorden } from "#services/uitvoer/met-woorden.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { createZeg, type Sjabloon, type Zeg } from "./sjabloon.ts";
import type { Blok, Deel, Stuk } from "./stuk.ts";

/** What a gemeente said of its own figures: it saw them, one is otherwise, or nothing yet. */
export type Reactie =
  | { readonly soort: "gezien" | "niet gereageerd" }
  | {
      readonly soort: "gecorrigeerd";
      readonly cijfer: string;
      readonly waarde: string;
      readonly bron: string;
    };

/** What a paper is made of, besides its words. */
export type Stukbron = {
  readonly blad: Uitvoerblad;
  /** Figures on the sheet that somebody typed without a source (F223), as people call them. */
  readonly zonderBron: readonly string[];
  /** What gemeenten said of their own figures in a correction round, by code. */
  readonly reacties: ReadonlyMap<string, readonly Reactie[]>;
  /** What the region calls things. */
  readonly woorden?: Woorden;
  /** The borders, for who puts a map in; absent where there is none. */
  readonly kaart?: () => Kaart;
  /** Where this site is: `https://woonregie.voorbeeld.nl`. */
  readonly site: string;
};

/** A paper in the making. */
export type Werk = Stukbron & {
  readonly sjabloon: Sjabloon;
  readonly zeg: Zeg;
  /** «huishoudens per jaar». */
  readonly eenheid: string;
};

export function startWerk(bron: Stukbron, sjabloon: Sjabloon): Werk {
  const { woorden, blad } = bron;
  const teksten = new Map(
    [...sjabloon.teksten].map(([key, text]) => [key, sayAlsRegio(text, woorden)]),
  );
  const { periode } = blad.kolommen[0].document.opgave;
  const per = periode && periode !== "eenmalig" ? ` per ${periode}` : "";
  return {
    ...bron,
    blad: withWoorden(blad, woorden),
    sjabloon,
    zeg: createZeg({ teksten }),
    eenheid: `${blad.eenheid}${per}`,
  };
}

/** Puts head and foot to the parts of a paper. */
export function bindStuk(werk: Werk, titel: string, delen: readonly Deel[]): Stuk {
  const { blad, zeg } = werk;
  const { herkomst } = blad;
  const { versie, hash } = herkomst;
  const foot = [
    zeg("voet-peildatum", { op: formatMoment(blad.op) }),
    ...(versie ? [zeg("voet-versie", versieFields(versie))] : []),
    ...(hash ? [zeg("voet-kenmerk", { kenmerk: hash.slice(0, 16) })] : []),
  ];
  return {
    titel,
    stand: standOf(werk),
    voet: {
      tekst: foot.join(" · "),
      adres: shorten(addressOf(werk)),
      bladzijde: zeg("voet-bladzijde", { n: "{n}", m: "{m}" }),
    },
    delen,
    gemaaktOp: new Date(versie?.gemaaktOp ?? herkomst.bevrorenOp ?? EPOCH),
  };
}

/** A sheet that nobody kept has no moment of its own: the file then says none that could differ. */
const EPOCH = "2026-01-01T00:00:00.000Z";

function versieFields(versie: { nummer: number; naam: string; gemaaktOp: string }) {
  const { nummer, naam, gemaaktOp } = versie;
  return { nummer: `${nummer}`, naam, datum: formatMoment(gemaaktOp.slice(0, 10)) };
}

/** What stands at the head of every page: what it is worth, and what keeps it from going further. */
function standOf({ blad, zonderBron, zeg }: Werk): string {
  // Further than «klaar voor bespreking» an officer does not bring a version, whatever its document is.
  const versie = blad.vastgesteld ? undefined : blad.herkomst.versie;
  // Said in full once, whatever shorter form the status has of it.
  const status = blad.status.replace(
    /[:,]?\s*ambtelijk concept(?:, niet bestuurlijk besproken)?/i,
    "",
  );
  const parts = [
    ...(status === "" ? [] : [status]),
    ...(blad.concept || versie ? [zeg("stand-concept")] : []),
    ...(versie && versie.status !== "concept" ? [versie.status] : []),
    ...(zonderBron.length > 0 ? [zeg("stand-zonder-bron")] : []),
    ...(blad.voorbeeld && blad.cijfers.some(isMadeUp) ? [zeg("stand-voorbeeld")] : []),
  ];
  return capital(parts.join(" · "));
}

function isMadeUp({ bron }: { readonly bron: string }): boolean {
  return bron.includes("verzonnen");
}

/** What brings the sheet back: an address of this site, or the command that shows it. */
export function addressOf({ blad, site }: Werk): string {
  const { adres } = blad.herkomst;
  return isAddress(adres) ? `${site}${adres}` : adres;
}

function isAddress(adres: string): boolean {
  return adres.startsWith("/");
}

const LONGEST_ADDRESS = 110;

function shorten(address: string): string {
  const plain = address.replace(/^https?:\/\//, "");
  return plain.length > LONGEST_ADDRESS ? `${plain.slice(0, LONGEST_ADDRESS)}…` : plain;
}

/** The way back to the screen, in the text itself. */
export function linkBlok(werk: Werk): Blok {
  const { adres } = werk.blad.herkomst;
  if (!isAddress(adres)) return { soort: "alinea", tekst: adres, klein: true };
  return { soort: "verwijzing", tekst: werk.zeg("voet-link"), adres: addressOf(werk) };
}

/** Said in the text too: the head of a page is not read aloud. */
export function standBlokken(werk: Werk): readonly Blok[] {
  const { zeg, zonderBron } = werk;
  return [
    { soort: "alinea", tekst: `${standOf(werk)}.`, klein: true },
    ...(zonderBron.length > 0
      ? [
          {
            soort: "let-op" as const,
            titel: zeg("zonder-bron-titel"),
            alineas: [zeg("zonder-bron", { cijfers: listWords(zonderBron) })],
          },
        ]
      : []),
  ];
}

const MOST_NAMES = 6;

/** By name where they are few, else how many. */
export function fewNames(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.length} gemeenten` : listWords(names);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
