import type { Blad } from "#contract/rekenblad/blad.ts";
import { documentnaam } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { type Bevriesopdracht, toBevriezing } from "#services/kader/bevriezing.service.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { findVerdeling, toVraag, type Verdeelopdracht } from "#services/verdeling/opdracht.ts";
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

/**
 * Freezes a sheet: the first key with its changes, those laid beside it, and the other region.
 *
 * Each key holds the figures that it read, and those that a sheet shows beside the outcome.
 *
 * @throws RuleError where a rule cannot give an outcome.
 */
export function freezeBlad(
  basis: Basis,
  blad: Blad,
  asked: Verdeelopdracht,
  bronnen: Bronnen,
): Bevroren {
  const fouten = refuseBronnen(blad, bronnen);
  if (fouten.length > 0) return { ok: false, fouten };
  const opdracht = { ...asked, cijfers: withBronnen(blad, asked.cijfers, bronnen) };
  const lezing = toVraag(basis, opdracht);
  if (!lezing.ok) return lezing;
  const shipped = basis.bibliotheek.find(blad.document);
  const first: Ernaast = {
    vraag: lezing.vraag,
    tekst: (shipped && basis.tekstVan(documentnaam(shipped))) ?? "",
    ingevuld: opdracht.ingevuld,
    ...(blad.wijzigingen.size > 0 ? { wijzigingen: Object.fromEntries(blad.wijzigingen) } : {}),
  };
  const beside = blad.naast.map((naam) =>
    readBeside(basis, opdracht, findVerdeling(basis, naam, blad.op)),
  );
  const { alternatief } = blad;
  const elsewhere = alternatief ? [readElsewhere(basis, opdracht, alternatief, first)] : [];
  const others = [...beside, ...elsewhere];
  const refused = others.flatMap((read) => ("fouten" in read ? read.fouten : []));
  if (refused.length > 0) return { ok: false, fouten: refused };
  const keys = [first, ...others.flatMap((read) => ("vraag" in read ? [read] : []))];
  const common = { tekstVan: basis.tekstVan, leesErnaast: readBijcijfers };
  return {
    ok: true,
    regio: lezing.vraag.gebied.titel,
    ongebronde: listOngebronde(blad, bronnen),
    bevriezingen: keys.map((key) => toBevriezing({ ...common, ...key })),
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
