import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { type Breuk, NUL, subtract } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Bandbreedte, GebruiktCijfer, Melding, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import { computeVerdeling, type Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { toVraag } from "#services/verdeling/opdracht.ts";
import type { Pakketgrond } from "./lezing.ts";
import { isOpenFigure } from "./openbaar.ts";
import type { Pakketvraag, Ruilafspraak } from "./vraag.ts";

/** One gemeente in the books: what falls to it, what was shifted, what was agreed, done, and left. */
export type Boekregel = {
  readonly id: string;
  readonly naam: string;
  readonly zonderRuil: Breuk;
  readonly ruil: Breuk;
  readonly afgesproken: Breuk;
  readonly gedaan?: Bandbreedte;
  /** What was done by all together, in the agreed proportion: against this the saldo is taken. */
  readonly naarRato?: Breuk;
  /** Above zero it did more than its part. */
  readonly saldo?: Breuk;
  readonly bedrag?: Breuk;
};

/** A verdeling that is shifted or settled, with both sides booked, or why there are no books yet. */
export type Verschuiving = {
  readonly document: Verdeling;
  readonly eenheid: string;
  readonly afspraken: readonly Ruilafspraak[];
  readonly regels: readonly Boekregel[];
  /** What was done counts too few people to tell per gemeente; then no saldo is told either. */
  readonly dicht: boolean;
  /** Accounts beside gemeenten; with their saldi these add up to zero. */
  readonly tegenrekeningen: Readonly<Record<string, Breuk>>;
  readonly meldingen: readonly Melding[];
  readonly fouten: readonly string[];
};

/**
 * Runs every verdeling of the region that knows ruil or vereffening, each by itself.
 *
 * Shifts are agreed by people and only booked here: the sum stays equal, or the run refuses with
 * the rule that says so (F181, F183). What was done is settled against what was agreed (F109, F141).
 */
export function readVerschuivingen(basis: Basis, grond: Pakketgrond): readonly Verschuiving[] {
  return basis.bibliotheek
    .list()
    .filter((document): document is Verdeling => document.soort === "verdeling")
    .filter(({ gebied }) => gebied === undefined || gebied === grond.gebied.id)
    .filter(isBooked)
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"))
    .map((document) => readVerschuiving(basis, grond, document));
}

function isBooked({ stappen, vereffening }: Verdeling): boolean {
  return vereffening !== undefined || stappen.some(({ ruil }) => ruil !== undefined);
}

function readVerschuiving(basis: Basis, grond: Pakketgrond, document: Verdeling): Verschuiving {
  const afspraken = grond.vraag.ruil.filter(
    (item) => item.document === document.id || item.document === documentnaam(document),
  );
  const { regio, op } = grond.vraag;
  const { ingevuld, fouten } = readIngevuld(choicesFor(document, grond.vraag), document, basis);
  const none = {
    document,
    afspraken,
    eenheid: "",
    regels: [],
    dicht: false,
    tegenrekeningen: {},
    meldingen: [],
  };
  if (fouten.length > 0) return { ...none, fouten: fouten.map(({ tekst }) => tekst) };
  const lezing = toVraag(basis, { document, regio, op, cijfers: [], ingevuld });
  if (!lezing.ok) return { ...none, fouten: lezing.fouten };
  const vraag = { ...lezing.vraag, cijfers: grond.cijfers };
  try {
    return { ...none, ...book(basis, vraag, afspraken), fouten: [] };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return { ...none, fouten: [describeRuleError(error, naamVan)] };
  }
}

/** What was typed for this document, of all that was typed on the page. */
function choicesFor({ id }: Verdeling, { keuzes, voorbeeld }: Pakketvraag) {
  const own = [...keuzes].filter(([key]) => key.startsWith(`${id}.`));
  const named = own.map(([key, tekst]) => [key.slice(id.length + 1), tekst] as const);
  return { cijfers: new Map<string, string>(), keuzes: new Map(named), voorbeeld };
}

function book(
  basis: Basis,
  vraag: Verdelingsvraag,
  afspraken: readonly Ruilafspraak[],
): Pick<Verschuiving, "eenheid" | "regels" | "dicht" | "tegenrekeningen" | "meldingen"> {
  const before = computeVerdeling(vraag);
  const ruil = { soort: "verschuivingen", lijst: afspraken } as const;
  const after = afspraken.length > 0 ? computeVerdeling({ ...vraag, verloop: { ruil } }) : before;
  const { eenheid, meldingen, tegenrekeningen } = after;
  const { gedaan, gebruikt } = readDone(vraag);
  const dicht = !isOpenFigure(basis, gebruikt, vraag.gebied);
  return {
    eenheid,
    meldingen,
    dicht,
    tegenrekeningen: dicht ? {} : tegenrekeningen,
    regels: entriesOf(vraag, before, after, dicht ? undefined : gedaan),
  };
}

/** @param gedaan What each did; absent where that is not told per gemeente, and neither is a saldo. */
function entriesOf(
  vraag: Verdelingsvraag,
  before: VerdelingUitkomst,
  after: VerdelingUitkomst,
  gedaan: ReadonlyMap<string, Bandbreedte> | undefined,
): readonly Boekregel[] {
  if (after.meldingen.length > 0) return [];
  const fell = new Map(before.eenheden.map(({ id, aantal }) => [id, aantal.midden]));
  const own = new Set(vraag.gebied.eenheden.map(({ id }) => id));
  const inside = after.eenheden.filter(({ id }) => own.has(id));
  const proportional = vraag.document.vereffening?.tegen === "werkelijk-totaal";
  return inside.map(({ id, naam, aantal, saldo, bedrag }) => {
    const zonderRuil = fell.get(id) ?? NUL;
    const done = gedaan?.get(id);
    return {
      id,
      naam,
      zonderRuil,
      ruil: subtract(aantal.midden, zonderRuil),
      afgesproken: aantal.midden,
      ...(done ? { gedaan: done } : {}),
      ...(proportional && done && saldo ? { naarRato: subtract(done.midden, saldo) } : {}),
      ...(gedaan && saldo ? { saldo } : {}),
      ...(gedaan && bedrag ? { bedrag } : {}),
    };
  });
}

function readDone(vraag: Verdelingsvraag): {
  readonly gedaan: ReadonlyMap<string, Bandbreedte>;
  readonly gebruikt: readonly GebruiktCijfer[];
} {
  const werkelijk = vraag.document.vereffening?.werkelijk;
  const lezer = createLezer(vraag);
  const found = vraag.gebied.eenheden.flatMap(({ id }): (readonly [string, Bandbreedte])[] => {
    const band = werkelijk && lezer.band(werkelijk, plekVan([id]));
    return band ? [[id, band]] : [];
  });
  return { gedaan: new Map(found), gebruikt: lezer.verslag().gebruikt };
}
