import type { Orgaan } from "./kop.ts";
import { formatMoment } from "./notatie.ts";
import type { Datum } from "./peildatum.ts";

/** The decision document: where anybody can read it, or the sha256 by which to know the file. */
export type Besluitstuk = {
  readonly titel: string;
  /** As the body numbers it: `RV-2026-114`. */
  readonly kenmerk: string;
  readonly link?: string;
  readonly sha256?: string;
};

/** What was adopted: one version of a document, or one kept version of a rekenblad. */
export type Vastgesteld =
  | { readonly soort: "document"; readonly id: string; readonly versie: number }
  | { readonly soort: "versie"; readonly id: string };

/** A decision that ends an adoption. */
export type Intrekking = { readonly datum: Datum; readonly stuk: Besluitstuk };

/** That a body of government adopted something, by which power, when, and where that is written. */
export type Vaststelling = {
  /** UUID. */
  readonly id: string;
  readonly wat: Vastgesteld;
  /** The sha256 of exactly what was adopted. */
  readonly kenmerk: string;
  /** The power, by its name in `data/bevoegdheden.yaml`. */
  readonly over: string;
  readonly orgaan: Orgaan;
  /** The body of which it is the organ: `gemeente Dordrecht`. */
  readonly vanWie: string;
  readonly organisatie: string;
  readonly datum: Datum;
  readonly stuk: Besluitstuk;
  /** Absent while it holds. */
  readonly ingetrokken?: Intrekking;
};

const LIDWOORD = /^(gemeente|provincie|regio|ministerie) /;

/** Who decided, as people say it: `de raad van de gemeente Dordrecht`. */
export function besluitnemer({ orgaan, vanWie }: Pick<Vaststelling, "orgaan" | "vanWie">): string {
  const of = LIDWOORD.test(vanWie) && orgaan !== "minister" ? `de ${vanWie}` : vanWie;
  return `${ORGANEN[orgaan]} van ${of}`;
}

const ORGANEN: Readonly<Record<Orgaan, string>> = {
  wetgever: "de wetgever",
  minister: "de minister",
  ps: "Provinciale Staten",
  gs: "Gedeputeerde Staten",
  raad: "de raad",
  college: "het college",
  regio: "de regio",
};

/** That something was adopted and still is, in one line: by whom, and on which day. */
export function describeVastgesteld(vaststellingen: readonly Vaststelling[]): string | undefined {
  const held = vaststellingen.filter(({ ingetrokken }) => ingetrokken === undefined);
  const parts = held.map((one) => `${besluitnemer(one)} op ${formatMoment(one.datum)}`);
  return parts.length === 0 ? undefined : `Vastgesteld door ${parts.join("; ")}`;
}
