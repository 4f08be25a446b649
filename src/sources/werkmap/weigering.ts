import { formatCeladres } from "#domain/werkmap.ts";
import type { Werkmapgrenzen } from "./grenzen.ts";

/** Why a file is not read, for programs. */
export type Weigeringscode =
  | "leeg"
  | "te-groot"
  | "soort-onbekend"
  | "soort-verouderd"
  | "wachtwoord"
  | "beschadigd"
  | "zip-bom"
  | "zip-naam"
  | "zip-overlap"
  | "dtd"
  | "te-veel-onderdelen"
  | "te-veel-bladen"
  | "te-veel-rijen"
  | "te-veel-kolommen"
  | "te-veel-cellen"
  | "te-veel-samenvoegingen"
  | "tekst-te-lang"
  | "nul-bytes"
  | "codering"
  | "aanhalingsteken"
  | "geen-blad"
  | "te-traag"
  | "te-veel-geheugen"
  | "te-druk"
  | "lezer-gestopt";

/**
 * A file is refused: thrown where it is seen, and turned into a `Werkmapfout` in one place.
 *
 * The message is the Dutch text for whoever sent the file.
 */
export class Weigering extends Error {
  override readonly name = "Weigering";
  readonly code: Weigeringscode;

  constructor(code: Weigeringscode, tekst: string) {
    super(tekst);
    this.code = code;
  }
}

const OPNIEUW = "Open het bestand in Excel of LibreOffice en sla het opnieuw op als xlsx of ods.";

/** A part of the file is not as it should be; `wat` is a Dutch sentence. */
export function beschadigd(wat: string): Weigering {
  return new Weigering("beschadigd", `Het bestand is beschadigd. ${wat} ${OPNIEUW}`);
}

const WAT = {
  onderdelen: "onderdelen",
  bladen: "bladen",
  rijen: "rijen",
  kolommen: "kolommen",
  cellen: "cellen",
  samenvoegingen: "samengevoegde cellen",
} as const;

/** The file holds more of something than is read; `blad` where it is about one sheet. */
export function tooMany(wat: keyof typeof WAT, grenzen: Werkmapgrenzen, blad?: string): Weigering {
  const where = blad === undefined ? "In het bestand" : `Op blad «${blad}»`;
  const most = formatAantal(grenzen[wat]);
  return new Weigering(
    `te-veel-${wat}`,
    `${where} staan te veel ${WAT[wat]}: wij lezen er hoogstens ${most}. ` +
      "Lever alleen het deel aan dat nodig is, of splits het over meer bestanden. Lijkt het blad " +
      "leeg? Verwijder dan de lege rijen en kolommen onder en naast de tabel.",
  );
}

/** There is nothing in the file. */
export function withoutCells(): Weigering {
  return new Weigering(
    "leeg",
    "Er staat niets in het bestand. Lever een bestand aan met cijfers erin.",
  );
}

/** One cell holds more text than is read. */
export function tooLong(blad: string, rij: number, kolom: number, { tekens }: Werkmapgrenzen) {
  return new Weigering(
    "tekst-te-lang",
    `De tekst in ${formatCeladres(rij, kolom)} van blad «${blad}» is langer dan ` +
      `${formatAantal(tekens)} tekens. Maak de tekst korter. Is het een csv-bestand? Kijk dan of ` +
      "een aanhalingsteken is vergeten.",
  );
}

const whole = new Intl.NumberFormat("nl-NL");

/** A count for people: `1.048.576`. */
export function formatAantal(aantal: number): string {
  return whole.format(aantal);
}

/** A size for people: `32 MB`. */
export function formatOmvang(bytes: number): string {
  const mb = bytes / 1024 / 1024;
  return mb < 1
    ? `${formatAantal(Math.ceil(bytes / 1024))} kB`
    : `${formatAantal(Math.round(mb))} MB`;
}
