import { type Blad, bladAdres } from "#contract/rekenblad/blad.ts";
import { readIngevuld, type Veldfout } from "#contract/rekenblad/ingevuld.ts";
import { RuleError } from "#domain/errors.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { readVanDeRegio } from "#services/rekenblad/van-de-regio.ts";
import { computeTabel, type Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import type { Connection } from "#storage/transaction.ts";

/** What came of a rekenblad: a table, or everything that keeps it from being worked out. */
export type Bladuitkomst =
  | { readonly ok: true; readonly tabel: Verdeeltabel }
  | { readonly ok: false; readonly fouten: readonly (Veldfout | { readonly tekst: string })[] };

/** More keys than fit on a page help nobody, and each takes its time. */
const MOST_KEYS = 6;

/** Works out rekenbladen, and remembers the last ones: a meeting looks at one with thirty people. */
export type Rekenaar = (blad: Blad, document: Verdeling) => Bladuitkomst;

const REMEMBERED = 100;

export function createRekenaar(basis: Basis): Rekenaar {
  const known = new Map<string, Bladuitkomst>();
  return (blad, document) => {
    const key = bladAdres(blad);
    const uitkomst = known.get(key) ?? runBlad(blad, document, basis);
    // Set anew, so that what is asked most stays longest.
    known.delete(key);
    known.set(key, uitkomst);
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return uitkomst;
  };
}

type Grond = {
  readonly db: Connection;
  readonly basis: OpenbareBasis;
  readonly reken: Rekenaar;
};

/** Works out a rekenblad with the corrections of the round it names, and says on which basis. */
export async function runMetRonde(
  { db, basis, reken }: Grond,
  blad: Blad,
  document: Verdeling,
): Promise<{ readonly basis: OpenbareBasis; readonly uitkomst: Bladuitkomst }> {
  const { ronde } = blad;
  const own = await readVanDeRegio(db, basis, ronde === undefined ? {} : { ronde });
  if (!own.ok) {
    return { basis, uitkomst: { ok: false, fouten: own.fouten.map((tekst) => ({ tekst })) } };
  }
  const run = own.basis === basis ? reken : createRekenaar(own.basis);
  return { basis: own.basis, uitkomst: run(blad, document) };
}

/** Works out a rekenblad; what people typed wrong, and what a rule refuses, comes back in words. */
function runBlad(blad: Blad, document: Verdeling, basis: Basis): Bladuitkomst {
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) return { ok: false, fouten };
  if (blad.naast.length >= MOST_KEYS) {
    return { ok: false, fouten: [{ tekst: `Leg er hoogstens ${MOST_KEYS - 1} sleutels naast.` }] };
  }
  const { regio, op, naast } = blad;
  try {
    const read = computeTabel(basis, { document, regio, op, cijfers, ingevuld }, naast);
    if (read.ok) return read;
    return { ok: false, fouten: read.fouten.map((tekst) => ({ tekst })) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return { ok: false, fouten: [{ tekst: describeRuleError(error, naamVan) }] };
  }
}
