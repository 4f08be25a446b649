import { type Blad, readBlad } from "#contract/rekenblad/blad.ts";
import { formatMoment } from "#domain/notatie.ts";
import type { Namen } from "./namen.ts";

/** One thing that was changed on a sheet; a side is absent where nothing was filled in. */
export type Verandering = {
  readonly pad: string;
  readonly van?: string;
  readonly naar?: string;
};

/** A change with its moment, as it is kept with a version. */
export type Gebeurtenis = Verandering & { readonly op: string; readonly wie?: string };

/**
 * What is otherwise between two addresses of a sheet, by key path; which row stands on top is no
 * change.
 */
export function listVeranderingen(before: Blad, after: Blad): readonly Verandering[] {
  const [left, right] = [placesOf(before), placesOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((pad) => {
    const [van, naar] = [left.get(pad), right.get(pad)];
    if (van === naar) return [];
    return [
      { pad, ...(van === undefined ? {} : { van }), ...(naar === undefined ? {} : { naar }) },
    ];
  });
}

/** A sheet from its own query. */
export function bladOf(query: string): Blad {
  const asked = new URLSearchParams(query);
  return readBlad(asked.get("document") ?? "", asked, "");
}

function placesOf(blad: Blad): ReadonlyMap<string, string> {
  const { regio, op, naast, alternatief, ronde, woorden, cijfers, keuzes, wijzigingen } = blad;
  const single = Object.entries({ regio, op, alternatief, ronde, woorden });
  return new Map<string, string>([
    ...single.flatMap(([pad, text]) => (text ? [[pad, text] as const] : [])),
    ...(naast.length > 0 ? [["naast", naast.join(", ")] as const] : []),
    ...[...cijfers].map(([naam, text]) => [`cijfer.${naam}`, text] as const),
    ...[...keuzes].map(([naam, text]) => [`kies.${naam}`, text] as const),
    ...wijzigingen,
  ]);
}

const VASTE_PADEN: Readonly<Record<string, string>> = {
  regio: "de regio",
  op: "de cijfers van",
  naast: "ernaast gelegd",
  alternatief: "de andere indeling",
  ronde: "de correctieronde",
  woorden: "de woordenlijst",
};

/** A key path as people say it: `stap 1, sleutel`, `inwoners, Dordrecht`. */
export function padInWoorden(pad: string, namen: Namen): string {
  const known = VASTE_PADEN[pad];
  if (known) return known;
  const typed = /^cijfer\.([^@]+)(?:@(.+))?$/.exec(pad);
  if (typed?.[1]) {
    const titel = namen.cijfer(typed[1]);
    return typed[2] ? `${titel}, ${namen.eenheid(typed[2])}` : titel;
  }
  const keuze = /^kies\.(.+)$/.exec(pad)?.[1];
  if (keuze) return `keuze «${spaced(keuze)}»`;
  return spaced(
    pad
      .replace(/^wijzig\./, "")
      .replace(
        /\b(\w+?)(?:pen)?\[(\d+)\]/g,
        (_, wat: string, i: string) => `${wat} ${Number(i) + 1}`,
      )
      .replaceAll(".", ", "),
  );
}

/** What was filled in, as people write it. */
export function waardeInWoorden(pad: string, waarde: string | undefined): string {
  if (waarde === undefined) {
    if (pad in VASTE_PADEN) return "geen";
    return pad.startsWith("cijfer.") ? "niet ingevuld" : "zoals het was";
  }
  if (pad === "ronde" || pad === "woorden") return "een eigen";
  if (pad === "op") return formatMoment(waarde);
  if (/^\d+(?:[.,]\d+)?%?$/.test(waarde)) return waarde.replace(/\.(?=\d{1,2}\b)/, ",");
  return spaced(waarde.replace(/^(\S+?)\.\.(\S+)$/, "$1 tot $2"));
}

function spaced(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
}
