import { readInvulling } from "#contract/kader/invulling.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp, type RegieDocument } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import type { Verdelingsvraag, Verloopgegevens } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";

/** What somebody asks: this document, over this region, at this moment, with these additions. */
export type Verdeelopdracht = {
  readonly document: Verdeling;
  readonly regio: string;
  /** A date or periode; whoever asks says it, nothing below reads a clock. */
  readonly op: string;
  /** Figures that go before those of the basis: what somebody fills in or supposes. */
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly verloop?: Verloopgegevens;
};

export type Opdrachtlezing =
  | { readonly ok: true; readonly vraag: Verdelingsvraag }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** The vraag behind an opdracht, or everything that keeps it from being asked, all at once. */
export function toVraag(basis: Basis, opdracht: Verdeelopdracht): Opdrachtlezing {
  const fouten: string[] = [];
  const { document, op, regio } = opdracht;
  if (!isDatum(op) && !parsePeriode(op)) {
    fouten.push(`«${op}» is geen datum of periode. Schrijf 2026-01-01, 2026, 2026-H1 of 2026-Q2.`);
  }
  const gebied = findGebied(basis, regio, fouten.length > 0 ? "2026-01-01" : dayOf(op), fouten);
  const ingevuld = readInvulling(opdracht.ingevuld, document);
  if (!ingevuld.ok) fouten.push(...ingevuld.fouten);
  if (!gebied || !ingevuld.ok || fouten.length > 0) return { ok: false, fouten };
  const vraag: Verdelingsvraag = {
    document,
    gebied,
    nederland: basis.nederland(dayOf(op)),
    cijfers: overlay(
      spread(opdracht.cijfers, gebied, basis.bibliotheek),
      cijfersOp(basis, dayOf(op)),
    ),
    op,
    bibliotheek: bibliotheekOp(basis.bibliotheek, dayOf(op)),
    ingevuld: ingevuld.invulling,
    ...(opdracht.verloop ? { verloop: opdracht.verloop } : {}),
  };
  return { ok: true, vraag };
}

/** The day on which membership counts: the first of a periode. */
export function dayOf(op: string): string {
  return isDatum(op) ? op : (parsePeriode(op)?.van ?? op);
}

/** A verdeling of that name, in the version in force on the day, or why there is none. */
export function findVerdeling(
  basis: Basis,
  naam: string,
  op: string,
): { readonly document: Verdeling } | { readonly fout: string } {
  const found: RegieDocument | undefined = bibliotheekOp(basis.bibliotheek, dayOf(op)).find(naam);
  if (found?.soort === "verdeling") return { document: found };
  if (!found) return { fout: `Er is geen document «${naam}».` };
  return { fout: `«${naam}» is een ${found.soort} en wordt nog niet als verdeling uitgevoerd.` };
}

/** The region of that name on the day; where there is none or there are more, it is told. */
export function findGebied(
  basis: Basis,
  regio: string,
  op: string,
  fouten: string[],
): Rekengebied | undefined {
  const found = basis.gebied(regio, op);
  if (found.soort === "gevonden") return found.gebied;
  if (found.soort === "meer") {
    fouten.push(`Er zijn meer regio's «${regio}»: ${found.mogelijk.join(", ")}. Kies er één.`);
    return undefined;
  }
  const hint = found.dichtstbij ? ` Bedoelt u «${found.dichtstbij}»?` : "";
  fouten.push(`Er is geen regio «${regio}».${hint}`);
  return undefined;
}
