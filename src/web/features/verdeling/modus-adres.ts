import type { Uitlegvraag } from "./uitleg.tsx";

const MODI = ["beamer", "principe", "eigen", "afdruk"] as const;
export type Modus = (typeof MODI)[number];

/** How a sheet is looked at: it changes no number, and stands in the address beside it. */
export type Weergave = {
  readonly modus?: Modus;
  /** The number whose account is open. */
  readonly uitleg?: Uitlegvraag;
  /** Deelregio's that are closed; absent where the mode decides. */
  readonly dicht?: readonly string[];
  /** The key that is shown where there is room for one. */
  readonly sleutel?: string;
};

const NAMEN = ["modus", "uitleg", "dicht", "sleutel"];

/** In the address for «none is closed», so that a mode that closes them can be overruled. */
const GEEN = "geen";

/** Only the path and the query count; a whole address is needed to take it apart. */
const PLAATS = "http://blad";

export function readWeergave(query: URLSearchParams): Weergave {
  const modus = MODI.find((name) => name === query.get("modus"));
  const uitleg = readUitleg(query.get("uitleg") ?? "");
  const dicht = query.getAll("dicht");
  const sleutel = query.get("sleutel");
  return {
    ...(modus ? { modus } : {}),
    ...(uitleg ? { uitleg } : {}),
    ...(dicht.length > 0 ? { dicht: dicht.filter((id) => id !== GEEN) } : {}),
    ...(sleutel ? { sleutel } : {}),
  };
}

/** The address of a sheet, looked at in this way; the sheet itself stays as it was. */
export function weergaveAdres(adres: string, weergave: Weergave): string {
  const url = new URL(adres, PLAATS);
  for (const naam of NAMEN) url.searchParams.delete(naam);
  const { modus, uitleg, dicht, sleutel } = weergave;
  if (modus) url.searchParams.set("modus", modus);
  if (uitleg) url.searchParams.set("uitleg", uitlegNaam(uitleg));
  for (const id of dicht?.length === 0 ? [GEEN] : (dicht ?? [])) {
    url.searchParams.append("dicht", id);
  }
  if (sleutel) url.searchParams.set("sleutel", sleutel);
  return `${url.pathname}${url.search}`;
}

/** Another sheet, looked at as this one is. */
export function keepWeergave(adres: string): string {
  return weergaveAdres(adres, readWeergave(new URLSearchParams(window.location.search)));
}

const NAAST = "naast";

/** Column and unit of a number, as they stand in the address; and whether it is of the other indeling. */
export function uitlegNaam({ kolom, eenheid = "", naast = false }: Uitlegvraag): string {
  return [kolom, ...(eenheid || naast ? [eenheid] : []), ...(naast ? [NAAST] : [])].join(":");
}

function readUitleg(text: string): Uitlegvraag | undefined {
  const [kolom, eenheid, naast] = text.split(":");
  if (!kolom) return undefined;
  return { kolom, ...(eenheid ? { eenheid } : {}), ...(naast === NAAST ? { naast: true } : {}) };
}
