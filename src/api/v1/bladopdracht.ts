import { loadDocument } from "#contract/kader/load.ts";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { countCellen } from "#services/verdeling/omvang.ts";
import {
  dayOf,
  findGebied,
  findVerdeling,
  type Verdeelopdracht,
} from "#services/verdeling/opdracht.ts";
import { badRequest } from "../problem.ts";
import type { Grenzen } from "./grenzen.ts";

const TITEL = "Deze verdeling kan niet worden uitgerekend";

/**
 * What a sheet asks, ready to be worked out; `eigenTekst` stands in the place of its document.
 *
 * @throws ProblemError with everything that is wrong, or where it is more than the limits allow.
 */
export function readBladopdracht(
  blad: Blad,
  basis: Basis,
  grenzen: Grenzen,
  eigenTekst?: string,
): Verdeelopdracht {
  const { regio, op, naast } = blad;
  const document = readDocument(blad, basis, eigenTekst);
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) {
    throw badRequest(
      TITEL,
      fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`),
    );
  }
  const opdracht = { document, regio, op, cijfers, ingevuld };
  refuseTooMuch(opdracht, naast, basis, grenzen);
  return opdracht;
}

function readDocument(blad: Blad, basis: Basis, eigenTekst: string | undefined): Verdeling {
  const { wijzigingen } = blad;
  if (eigenTekst === undefined) {
    const shipped = basis.bibliotheek.find(blad.document);
    if (shipped?.soort !== "verdeling") {
      throw badRequest(TITEL, [`Er is geen verdeling «${blad.document}».`]);
    }
    if (wijzigingen.size === 0) return shipped;
    return changed(basis.tekstVan(documentnaam(shipped)) ?? "", blad, basis);
  }
  if (wijzigingen.size > 0) return changed(eigenTekst, blad, basis);
  const read = loadDocument(eigenTekst, { bestand: "uw tekst", kennis: basis.kennis });
  if (read.ok) return onlyVerdeling(read.document);
  throw badRequest(
    TITEL,
    read.fouten.map(({ regel, kolom, tekst }) => `Regel ${regel}, teken ${kolom}: ${tekst}`),
  );
}

/** The document with what people changed on the sheet; what was written stays as it is. */
function changed(tekst: string, { wijzigingen }: Blad, { kennis }: Basis): Verdeling {
  const read = applyWijzigingen(tekst, wijzigingen, kennis);
  if (read.ok) return onlyVerdeling(read.document);
  throw badRequest(TITEL, read.fouten);
}

function onlyVerdeling(document: RegieDocument): Verdeling {
  if (document.soort === "verdeling") return document;
  throw badRequest(TITEL, [`Hier kan alleen een verdeling staan, geen ${document.soort}.`]);
}

/** Counts what would be worked out; a name that is wrong is told later, with the other mistakes. */
function refuseTooMuch(
  { document, regio, op }: Verdeelopdracht,
  naast: readonly string[],
  basis: Basis,
  grenzen: Grenzen,
): void {
  if (naast.length > grenzen.naast) {
    throw badRequest(TITEL, [`Er kunnen hoogstens ${grenzen.naast} verdelingen naast liggen.`]);
  }
  const gebied = findGebied(basis, regio, dayOf(op), []);
  const others = naast.flatMap((naam) => {
    const found = findVerdeling(basis, naam, op);
    return "document" in found ? [found.document] : [];
  });
  const cellen = gebied ? countCellen([document, ...others], gebied) : 0;
  if (cellen <= grenzen.cellen) return;
  throw badRequest(TITEL, [
    `Dit zijn ${cellen} berekeningen, en het mogen er hoogstens ${grenzen.cellen} zijn. Kies een kleinere regio, minder verdelingen ernaast of minder jaren.`,
  ]);
}

/** What comes of it, where a rule that cannot give an outcome is told as a mistake in the question. */
export function runOpdracht<T extends { readonly ok: true }>(
  run: () => T | { readonly ok: false; readonly fouten: readonly string[] },
  op: string,
  { gemeenten }: Basis,
): T {
  try {
    const done = run();
    if (done.ok) return done;
    throw badRequest(TITEL, done.fouten);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => gemeenten.findByCode(id, dayOf(op))?.naam ?? id;
    throw badRequest(TITEL, [describeRuleError(error, naamVan)]);
  }
}
