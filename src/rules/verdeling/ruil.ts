import {
  add,
  type Breuk,
  compare,
  formatBreuk,
  isNegative,
  NUL,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { isSelected } from "./grenzen.ts";
import { type Stand, totalAt, valueAt } from "./stand.ts";
import type { Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas, type Ruilgegevens } from "./stapcontext.ts";
import { reportOf, type Stapuitkomst } from "./stapuitkomst.ts";
import { plekOf } from "./stapvak.ts";

/**
 * Books agreed shifts on both sides; without any, everything stays as it stands.
 *
 * The sum must stay equal and nobody goes below nothing: anything else is refused, with the rule
 * that says so. The shifts are agreed by people and recorded; none is proposed here.
 */
export function bookRuil(opzet: Stapopzet, pas: Pas): Stapuitkomst {
  const { stand } = opzet;
  const ruil = pas.vraag.verloop?.ruil;
  if (!ruil) return done(opzet, stand);
  const numbers = new Map(stand.rijen.map(({ pad }) => [pad.at(-1) ?? "", totalAt(stand, pad)]));
  const shifted = ruil.soort === "nieuw" ? replaced(numbers, ruil.aantallen) : moved(numbers, ruil);
  const refusal = refuse(opzet, pas, numbers, shifted);
  if (refusal) return { soort: "gestopt", meldingen: [refusal] };
  const waarden = stand.rijen.map(({ pad }, i) => {
    const id = pad.at(-1) ?? "";
    const change = subtract(shifted.get(id) ?? NUL, numbers.get(id) ?? NUL);
    return stand.onderdelen.map((_, j) =>
      j === 0 ? add(valueAt(stand, i, j), change) : valueAt(stand, i, j),
    );
  });
  return done(opzet, { ...stand, waarden });
}

function done(opzet: Stapopzet, stand: Stand): Stapuitkomst {
  const verslag = reportOf(opzet, "geen", []);
  return { soort: "gedaan", stand, open: [], openTotaal: NUL, verslag };
}

function replaced(
  numbers: ReadonlyMap<string, Breuk>,
  aantallen: Readonly<Record<string, Breuk>>,
): ReadonlyMap<string, Breuk> {
  return new Map([...numbers, ...Object.entries(aantallen)]);
}

function moved(
  numbers: ReadonlyMap<string, Breuk>,
  { lijst }: Extract<Ruilgegevens, { soort: "verschuivingen" }>,
): ReadonlyMap<string, Breuk> {
  const shifted = new Map(numbers);
  for (const { van, naar, aantal } of lijst) {
    shifted.set(van, subtract(shifted.get(van) ?? NUL, aantal));
    shifted.set(naar, add(shifted.get(naar) ?? NUL, aantal));
  }
  return shifted;
}

function refuse(
  { stap, index, stand }: Stapopzet,
  pas: Pas,
  before: ReadonlyMap<string, Breuk>,
  after: ReadonlyMap<string, Breuk>,
): Melding | undefined {
  const regel = `stappen[${index}].ruil`;
  const refused = (reden: string): Melding => ({ soort: "geweigerd", regel, reden });
  const stranger = [...after.keys()].find((id) => !before.has(id));
  if (stranger) return refused(`«${stranger}» doet niet mee in deze verdeling`);
  const [had, has] = [sum(before.values()), sum(after.values())];
  if (compare(had, has) !== 0) {
    return refused(`som ${formatBreuk(has)}, moet ${formatBreuk(had)} zijn`);
  }
  const below = [...after].find(([, number]) => isNegative(number));
  if (below) return refused(`«${below[0]}» komt op ${formatBreuk(below[1])}, onder nul`);
  const tussen = stap.ruil?.tussen;
  if (!tussen) return undefined;
  const lezer = eislezerFor(pas, stand, () => undefined);
  const outside = stand.rijen.findIndex(({ pad }, rij) => {
    const id = pad.at(-1) ?? "";
    const changed = compare(after.get(id) ?? NUL, before.get(id) ?? NUL) !== 0;
    return changed && !isSelected(tussen, plekOf(stand, rij, ""), pas.vraag, lezer);
  });
  if (outside === -1) return undefined;
  return refused(`«${stand.rijen[outside]?.pad.at(-1)}» mag volgens dit document niet ruilen`);
}
