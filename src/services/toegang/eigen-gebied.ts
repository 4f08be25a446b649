import type { Mandaat, Organisatie, Wie } from "#domain/toegang.ts";
import { type Handeling, type Magoordeel, mag } from "#rules/toegang/index.ts";
import type { Basis } from "../basis.ts";

/** What a figure is of: an area, and in it the cell of a split figure, such as a corporatie. */
export type Cijferplek = { readonly gebied: string; readonly cel: readonly string[] };

/** Why who asks may not do something to these areas, in words; undefined where they may. */
export type Gebiedsmacht = (codes: readonly string[]) => string | undefined;

/** Where there are no accounts: nobody is kept from any area. */
export const MAG_OVERAL: Gebiedsmacht = () => undefined;

/** Whether somebody may do this on that day to all of these areas; where not, which are not theirs. */
export function magOver(
  basis: Basis,
  wie: Wie,
  handeling: Handeling,
  codes: readonly string[],
  dag: string,
): Magoordeel {
  const somewhere = mag(wie, handeling, "ergens", dag);
  if (!somewhere.mag) return somewhere;
  const ask = createVraag(basis, wie, handeling, dag);
  const whole = (gebied: string) => ask({ gebied, cel: [] });
  const others = codes.filter((code) => !whole(code)).map((code) => nameOf(basis, code, dag));
  const namens = whole(codes[0] ?? "") ?? somewhere.namens;
  if (others.length === 0) return { mag: true, namens };
  const more = others.length > TOLD ? ` en ${others.length - TOLD} andere` : "";
  const waarom = `U handelt voor ${somewhere.namens.organisatie.naam}. Daar hoort niet bij: ${others.slice(0, TOLD).join(", ")}${more}.`;
  return { mag: false, waarom };
}

const TOLD = 10;

/**
 * The areas of these figures to which somebody may not do this today, by name; none where all is well.
 *
 * A body without an area of its own, such as a corporatie, is let at the figures of itself alone.

 * A gemeente that went up in another is the other's now: its officers mend what was before.
 */
export function listNietVanU(
  basis: Basis,
  wie: Wie,
  handeling: Handeling,
  plekken: readonly Cijferplek[],
  dag: string,
): readonly string[] {
  const ask = createVraag(basis, wie, handeling, dag);
  // A delivery has many figures of one place.
  const places = new Map(plekken.map((plek) => [[plek.gebied, ...plek.cel].join("|"), plek]));
  const others = [...places.values()].filter((plek) => !ask(plek)).map(({ gebied }) => gebied);
  return [...new Set(others)].map((code) => nameOf(basis, code, dag));
}

/** Asks of a figure by which mandate somebody may do this to it; undefined where by none. */
function createVraag(
  basis: Basis,
  wie: Wie,
  handeling: Handeling,
  dag: string,
): (plek: Cijferplek) => Mandaat | undefined {
  const members = membersOfRegions(basis, wie, dag);
  return ({ gebied, cel }) => {
    const gebieden = areasOf(basis, gebied, dag).flatMap((area) => [
      area,
      ...(members.get(area) ?? []),
    ]);
    const named = wie.namens.filter(({ organisatie }) =>
      cel.some((one) => names(one, organisatie)),
    );
    const places = [
      { gebieden },
      ...named.map(({ organisatie }) => ({ gebieden, organisatie: organisatie.id })),
    ];
    for (const place of places) {
      const oordeel = mag(wie, handeling, place, dag);
      if (oordeel.mag) return oordeel.namens;
    }
    return undefined;
  };
}

/** What bodies are called before their own name. */
const SOORTWOORDEN =
  /^(?:(?:woning|wonings?bouw)?corporatie|(?:woning|woon)?stichting|woning(?:bouw)?vereniging|zorgaanbieder|zorgkantoor|stichting|uitvoerder)-/;

/** Whether a cell of a figure is of this body: by its name, with or without what sort of body it is. */
function names(cel: string, { naam }: Organisatie): boolean {
  const [asked, own] = [toSleutel(cel), toSleutel(naam)];
  return asked !== "" && (asked === own || asked === own.replace(SOORTWOORDEN, ""));
}

function toSleutel(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** The code itself, the gemeenten that it went up in, and their provincie. */
export function areasOf(
  { gemeenten, herindelingen }: Basis,
  code: string,
  dag: string,
): readonly string[] {
  const codes = new Set([code]);
  for (const known of codes) {
    for (const { van, naar, datum } of herindelingen.overgangen) {
      if (van === known && datum <= dag) codes.add(naar);
    }
  }
  const provincies = [...codes].flatMap((one) => gemeenten.findByCode(one, dag)?.provincie ?? []);
  return [...codes, ...provincies];
}

/** For each gemeente of the regions that somebody acts for: those regions. */
function membersOfRegions(
  basis: Basis,
  { namens }: Wie,
  dag: string,
): ReadonlyMap<string, readonly string[]> {
  const regions = namens.flatMap(({ organisatie: { gebied } }) =>
    gebied?.includes("#") ? [gebied] : [],
  );
  const members = new Map<string, string[]>();
  for (const naam of new Set(regions)) {
    const found = basis.gebied(naam, dag);
    for (const { id } of found.soort === "gevonden" ? found.gebied.eenheden : []) {
      members.set(id, [...(members.get(id) ?? []), naam]);
    }
  }
  return members;
}

function nameOf({ gemeenten, herindelingen }: Basis, code: string, dag: string): string {
  const provincie = gemeenten.provincies.find((one) => one.code === code);
  return gemeenten.findByCode(code, dag)?.naam ?? provincie?.naam ?? herindelingen.naamVan(code);
}
