import type { Mandaat, Wie } from "#domain/toegang.ts";
import { type Handeling, type Magoordeel, mag } from "#rules/toegang/index.ts";
import type { Basis } from "../basis.ts";

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
  const others = codes.filter((code) => !ask(code)).map((code) => nameOf(basis, code, dag));
  const namens = ask(codes[0] ?? "") ?? somewhere.namens;
  if (others.length === 0) return { mag: true, namens };
  const more = others.length > TOLD ? ` en ${others.length - TOLD} andere` : "";
  const waarom = `U handelt voor ${somewhere.namens.organisatie.naam}. Daar hoort niet bij: ${others.slice(0, TOLD).join(", ")}${more}.`;
  return { mag: false, waarom };
}

const TOLD = 10;

/**
 * Those of these areas to which somebody may not do this today, by name; none where all is well.
 *
 * A gemeente that went up in another is the other's now: its officers mend what was before.
 */
export function listNietVanU(
  basis: Basis,
  wie: Wie,
  handeling: Handeling,
  codes: readonly string[],
  dag: string,
): readonly string[] {
  const ask = createVraag(basis, wie, handeling, dag);
  return codes.filter((code) => !ask(code)).map((code) => nameOf(basis, code, dag));
}

/** Asks of an area by which mandate somebody may do this to it; undefined where by none. */
function createVraag(
  basis: Basis,
  wie: Wie,
  handeling: Handeling,
  dag: string,
): (code: string) => Mandaat | undefined {
  const members = membersOfRegions(basis, wie, dag);
  const bodies = wie.namens.map(({ organisatie }) => organisatie.id);
  return (code) => {
    const gebieden = areasOf(basis, code, dag).flatMap((area) => [
      area,
      ...(members.get(area) ?? []),
    ]);
    const places = [{ gebieden }, ...bodies.map((organisatie) => ({ gebieden, organisatie }))];
    for (const place of places) {
      const oordeel = mag(wie, handeling, place, dag);
      if (oordeel.mag) return oordeel.namens;
    }
    return undefined;
  };
}

/** The code itself, the gemeenten that it went up in, and their provincie. */
function areasOf(
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
