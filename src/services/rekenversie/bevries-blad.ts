import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { type Bevriesopdracht, toBevriezing } from "#services/kader/bevriezing.service.ts";
import { carryOut, readAdres } from "#services/rekenblad/uit-adres.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { countCellen } from "#services/verdeling/omvang.ts";
import {
  dayOf,
  findGebied,
  findVerdeling,
  toVraag,
  type Verdeelopdracht,
} from "#services/verdeling/opdracht.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import { type Bronnen, listOngebronde, refuseBronnen, withBronnen } from "./bronvermelding.ts";

/** A sheet with each of its keys frozen, or everything that keeps it from being so. */
export type Bevroren =
  | { readonly ok: false; readonly fouten: readonly string[] }
  | {
      readonly ok: true;
      readonly regio: string;
      readonly ongebronde: readonly string[];
      readonly bevriezingen: readonly BevriezingInhoud[];
    };

const MEESTE_ERNAAST = 6;

/**
 * Freezes the sheet of an address: the first key with its changes, and those laid beside it.
 *
 * Each key holds the figures that it read, and those that a sheet shows beside the outcome.
 */
export function freezeBlad(
  basis: Basis,
  adres: string,
  bronnen: Bronnen,
  meesteCellen: number,
): Bevroren {
  const read = readAdres(basis, new URLSearchParams(adres));
  if (!read.ok) return read;
  const { blad, tekst } = read;
  const fouten = [...refuseBronnen(blad, bronnen), ...refuseMany(blad)];
  if (fouten.length > 0) return { ok: false, fouten };
  const cijfers = withBronnen(blad, read.opdracht.cijfers, bronnen);
  const opdracht: Verdeelopdracht = { ...read.opdracht, cijfers };
  const tooMuch = refuseSize(basis, opdracht, blad, meesteCellen);
  if (tooMuch.length > 0) return { ok: false, fouten: tooMuch };
  return carryOut(basis, blad.op, () => freezeKeys(basis, opdracht, blad, tekst, bronnen));
}

function refuseMany({ naast }: Blad): readonly string[] {
  if (naast.length <= MEESTE_ERNAAST) return [];
  return [`Er kunnen hoogstens ${MEESTE_ERNAAST} verdelingen naast liggen.`];
}

/** Counts what would be worked out; a name that is wrong is told with the other mistakes. */
function refuseSize(
  basis: Basis,
  { document, op, regio }: Verdeelopdracht,
  { naast, alternatief }: Blad,
  meesteCellen: number,
): readonly string[] {
  const others = naast.flatMap((naam) => {
    const found = findVerdeling(basis, naam, op);
    return "document" in found ? [found.document] : [];
  });
  const cellen = [regio, ...(alternatief ? [alternatief] : [])]
    .flatMap((naam) => findGebied(basis, naam, dayOf(op), []) ?? [])
    .reduce((sum, gebied) => sum + countCellen([document, ...others], gebied), 0);
  if (cellen <= meesteCellen) return [];
  return [
    `Dit zijn ${cellen} berekeningen, en het mogen er hoogstens ${meesteCellen} zijn. Kies een kleinere regio, minder verdelingen ernaast of minder jaren.`,
  ];
}

function freezeKeys(
  basis: Basis,
  opdracht: Verdeelopdracht,
  blad: Blad,
  tekst: string,
  bronnen: Bronnen,
): Bevroren {
  const lezing = toVraag(basis, opdracht);
  if (!lezing.ok) return lezing;
  const others = blad.naast.map((naam) => findVerdeling(basis, naam, blad.op));
  const { tekstVan } = basis;
  const common = { tekstVan, leesErnaast: readBijcijfers };
  const first: Bevriesopdracht = {
    ...common,
    vraag: lezing.vraag,
    tekst,
    ingevuld: opdracht.ingevuld,
    ...(blad.wijzigingen.size > 0 ? { wijzigingen: Object.fromEntries(blad.wijzigingen) } : {}),
  };
  const beside: Lezing[] = others.map((other) => readBeside(basis, opdracht, other));
  if (blad.alternatief) beside.push(readElsewhere(basis, opdracht, blad.alternatief, first));
  const refused = beside.flatMap((read) => ("fouten" in read ? read.fouten : []));
  if (refused.length > 0) return { ok: false, fouten: refused };
  const keys = beside.flatMap((read) => ("vraag" in read ? [{ ...common, ...read }] : []));
  return {
    ok: true,
    regio: lezing.vraag.gebied.titel,
    ongebronde: listOngebronde(blad, bronnen),
    bevriezingen: [first, ...keys].map(toBevriezing),
  };
}

type Ernaast = Pick<Bevriesopdracht, "vraag" | "tekst" | "ingevuld" | "wijzigingen">;
type Lezing = Ernaast | { readonly fouten: readonly string[] };

/** Parameters of another key keep their own values: what was filled in is of the first. */
function readBeside(
  basis: Basis,
  opdracht: Verdeelopdracht,
  other: ReturnType<typeof findVerdeling>,
): Lezing {
  if ("fout" in other) return { fouten: [other.fout] };
  const { document } = other;
  const own = opdracht.document.parameters;
  const ingevuld = Object.fromEntries(
    Object.entries(opdracht.ingevuld).filter(
      ([naam]) => naam in document.parameters || !(naam in own),
    ),
  );
  const read = toVraag(basis, { ...opdracht, document, ingevuld });
  if (!read.ok) return { fouten: read.fouten };
  return { vraag: read.vraag, tekst: basis.tekstVan(documentnaam(document)) ?? "", ingevuld };
}

/** The same division over another region; all else is that of the first. */
function readElsewhere(
  basis: Basis,
  opdracht: Verdeelopdracht,
  regio: string,
  { tekst, ingevuld, wijzigingen }: Ernaast,
): Lezing {
  const read = toVraag(basis, { ...opdracht, regio });
  if (!read.ok) return { fouten: read.fouten };
  return { vraag: read.vraag, tekst, ingevuld, ...(wijzigingen ? { wijzigingen } : {}) };
}
