import type { Mandaat, Organisatie, Rol, Wie } from "#domain/toegang.ts";

/** The gemeenten, provincie and others of the tests: each its own id, of real areas. */
export const ORGANISATIES = {
  dordrecht: aBody("01", "gemeente", "gemeente Dordrecht", "GM0505"),
  zwijndrecht: aBody("02", "gemeente", "gemeente Zwijndrecht", "GM0642"),
  zuidHolland: aBody("03", "provincie", "provincie Zuid-Holland", "PV28"),
  drechtsteden: aBody("04", "regio", "regio Drechtsteden", "drechtsteden#drechtsteden"),
  corporatie: aBody("05", "corporatie", "corporatie De Proef"),
  loket: aBody("06", "uitvoerder", "Het Loket"),
  bureau: {
    ...aBody("07", "bureau", "Bureau Proef", "drechtsteden#drechtsteden"),
    tot: "2026-06-30",
  },
  rijk: aBody("08", "rijk", "het Rijk"),
} as const;

/** Every area that Dordrecht lies in. */
export const IN_DORDRECHT = ["GM0505", "PV28", "drechtsteden#drechtsteden"];

function aBody(
  number: string,
  soort: Organisatie["soort"],
  naam: string,
  gebied?: string,
): Organisatie {
  const id = `00000000-0000-4000-8000-0000000000${number}`;
  return { id, soort, naam, ...(gebied === undefined ? {} : { gebied }) };
}

/** Somebody's mandate, since long ago unless told otherwise. */
export function aMandaat(
  organisatie: Organisatie,
  rol: Rol,
  term: { readonly van?: string; readonly tot?: string } = {},
): Mandaat {
  const id = "00000000-0000-4000-8000-0000000000aa";
  return { id, organisatie, rol, van: "2020-01-01", ...term };
}

/** Somebody who acts for these bodies today. */
export function aWie(...namens: readonly Mandaat[]): Wie {
  return { persoon: "00000000-0000-4000-8000-0000000000ff", naam: "Proef", namens, kringen: [] };
}
