import { type Breuk, formatBreuk, isNegative, isZero } from "#domain/breuk.ts";
import { formatExact, parseGetal } from "#domain/notatie.ts";

/** An agreed shift of a verdeling from one gemeente to another, with what stands over against it. */
export type Ruilafspraak = {
  readonly document: string;
  readonly van: string;
  readonly naar: string;
  readonly aantal: Breuk;
  /** The figure of the gemeente `van` for which the other took its part over. */
  readonly tegen?: string;
};

/**
 * What a package page shows: a region at a moment, with what people typed beside what was delivered.
 *
 * All of it stands in the address, so that the address brings back exactly this view.
 */
export type Pakketvraag = {
  readonly regio: string;
  readonly op: string;
  /** Whose row stands on top; nobody's where it is absent. */
  readonly eigen?: string;
  /** `azc-plekken@GM0505` → as it was typed. */
  readonly cijfers: ReadonlyMap<string, string>;
  /** `document.parameter` → as it was typed. */
  readonly keuzes: ReadonlyMap<string, string>;
  readonly ruil: readonly Ruilafspraak[];
  /** Shifts that could not be read, as they were typed. */
  readonly onleesbaar: readonly string[];
  readonly voorbeeld: boolean;
};

const CIJFER = "cijfer.";
/** What a document leaves to people: `kies.<document>.<parameter>`. */
export const KEUZE = "kies.";
const RUIL = "ruil.";
const SHIFT = /^(GM\d{4}) naar (GM\d{4}): ([\d.,]+)(?: tegen ([a-z][a-z-]*))?$/;

export function readPakketvraag(query: URLSearchParams, peildatum: string): Pakketvraag {
  const filled = [...query]
    .map(([naam, tekst]) => [naam, tekst.trim()] as const)
    .filter(([, tekst]) => tekst !== "");
  const last = (naam: string) => filled.findLast(([key]) => key === naam)?.[1];
  const shifts = filled.filter(([key]) => key.startsWith(RUIL));
  const read = shifts.map(([key, tekst]) => readRuil(key.slice(RUIL.length), tekst));
  const eigen = last("eigen");
  return {
    regio: last("regio") ?? "",
    op: last("op") ?? peildatum,
    ...(eigen ? { eigen } : {}),
    cijfers: withPrefix(filled, CIJFER),
    keuzes: withPrefix(filled, KEUZE),
    ruil: read.flatMap((item) => item ?? []),
    onleesbaar: shifts.flatMap(([, tekst], i) => (read[i] ? [] : [tekst])),
    voorbeeld: last("voorbeeld") === "ja",
  };
}

function readRuil(document: string, tekst: string): Ruilafspraak | undefined {
  const [, van, naar, number = "", tegen] = SHIFT.exec(tekst) ?? [];
  const aantal = parseGetal(number);
  if (!van || !naar || van === naar || !aantal || isZero(aantal) || isNegative(aantal)) {
    return undefined;
  }
  return { document, van, naar, aantal, ...(tegen ? { tegen } : {}) };
}

function withPrefix(
  filled: readonly (readonly [string, string])[],
  prefix: string,
): ReadonlyMap<string, string> {
  const own = filled.filter(([key]) => key.startsWith(prefix));
  return new Map(own.map(([key, tekst]) => [key.slice(prefix.length), tekst]));
}

/** The query that brings this view back. */
export function pakketQuery(vraag: Pakketvraag): URLSearchParams {
  const { regio, op, eigen, cijfers, keuzes, ruil, voorbeeld } = vraag;
  const query = new URLSearchParams({ regio, op });
  if (eigen) query.set("eigen", eigen);
  for (const [naam, tekst] of cijfers) query.set(`${CIJFER}${naam}`, tekst);
  for (const [naam, tekst] of keuzes) query.set(`${KEUZE}${naam}`, tekst);
  for (const { document, van, naar, aantal, tegen } of ruil) {
    const tail = tegen ? ` tegen ${tegen}` : "";
    const number = formatExact(formatBreuk(aantal));
    query.append(`${RUIL}${document}`, `${van} naar ${naar}: ${number}${tail}`);
  }
  if (voorbeeld) query.set("voorbeeld", "ja");
  return query;
}
