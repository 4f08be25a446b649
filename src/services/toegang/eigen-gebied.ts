import type { Wie } from "#domain/toegang.ts";
import { type Handeling, mag } from "#rules/toegang/index.ts";
import type { Basis } from "../basis.ts";

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
  const members = membersOfRegions(basis, wie, dag);
  const bodies = wie.namens.map(({ organisatie }) => organisatie.id);
  return codes
    .filter((code) => {
      const gebieden = areasOf(basis, code, dag).flatMap((area) => [
        area,
        ...(members.get(area) ?? []),
      ]);
      const places = [{ gebieden }, ...bodies.map((organisatie) => ({ gebieden, organisatie }))];
      return !places.some((place) => mag(wie, handeling, place, dag).mag);
    })
    .map((code) => nameOf(basis, code, dag));
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
