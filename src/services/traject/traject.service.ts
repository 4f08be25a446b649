import { readGebeurtenis } from "#contract/kader/gebeurtenis.ts";
import { readInvulling } from "#contract/kader/invulling.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { bibliotheekOp } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { orgaannaam } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebrek, Trajectstand } from "#domain/trajectstand.ts";
import { GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import { rekengebiedVan } from "#rules/indeling/index.ts";
import {
  computeTrajectstand,
  drawSvg,
  noemGebreken,
  type Tekening,
  tekeningVan,
} from "#rules/samenwerking/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { findGebied } from "#services/verdeling/opdracht.ts";

/** What somebody asks: where does this traject stand, with what happened so far. */
export type Trajectopdracht = {
  readonly document: Traject;
  /** Absent: the gebied of the document itself, or none. */
  readonly regio?: string;
  /** The day on which one looks; nothing below reads a clock. */
  readonly op: Datum;
  readonly begin?: Datum;
  /** Each with where it was written, for a message. */
  readonly gebeurtenissen: readonly {
    readonly plek: string;
    readonly velden: Readonly<Record<string, string>>;
  }[];
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly termijnenwet?: boolean;
};

/** A state with what a reader needs beside it. */
export type Trajectblad = {
  readonly stand: Trajectstand;
  readonly tekening: Tekening;
  readonly gebied: Rekengebied;
};

export type Trajectlezing =
  | { readonly ok: true; readonly blad: Trajectblad }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Where a traject stands, or everything that is wrong with how it is asked. */
export function computeTraject(basis: Basis, opdracht: Trajectopdracht): Trajectlezing {
  const { document, op } = opdracht;
  const fouten: string[] = [];
  const gebied = gebiedFor(basis, opdracht, fouten);
  const ingevuld = readInvulling(opdracht.ingevuld, document);
  if (!ingevuld.ok) fouten.push(...ingevuld.fouten);
  const gebeurtenissen = opdracht.gebeurtenissen.flatMap(({ plek, velden }) => {
    const read = readGebeurtenis(velden, document);
    if (read.ok) return [read.gebeurtenis];
    fouten.push(...read.fouten.map((fout) => `${plek}\n  ${fout}`));
    return [];
  });
  if (!gebied || !ingevuld.ok || fouten.length > 0) return { ok: false, fouten };
  const { begin, termijnenwet } = opdracht;
  const stand = computeTrajectstand({
    document,
    gebied,
    nederland: basis.nederland(op),
    cijfers: overlay(spread(opdracht.cijfers, gebied, basis.bibliotheek), cijfersOp(basis, op)),
    op,
    bibliotheek: bibliotheekOp(basis.bibliotheek, op),
    ingevuld: ingevuld.invulling,
    provincies: basis.gemeenten.provincies,
    gebeurtenissen,
    ...(begin === undefined ? {} : { begin }),
    ...(termijnenwet === undefined ? {} : { termijnenwet }),
  });
  return { ok: true, blad: { stand, tekening: tekeningVan(document, stand), gebied } };
}

/** The drawing as a picture, for a file or a page. */
export function drawTraject({ tekening }: Trajectblad): string {
  return drawSvg(tekening);
}

/** What lacks, as a reader is told it. */
export function nameGebreken(gebreken: readonly Gebrek[]): string {
  return noemGebreken(gebreken);
}

/** `PS`, `het college`, or the role as it was written. */
export function nameOrgaan(orgaan: string): string {
  return orgaannaam(orgaan);
}

/** Of one person or one gemeente a traject needs no region; then nobody is asked for each. */
const ZONDER_REGIO: Rekengebied = {
  id: GEHEEL,
  titel: "zonder regio",
  eenheden: [],
  deelregios: {},
  onzeker: [],
};

function gebiedFor(
  basis: Basis,
  { document, regio, op }: Trajectopdracht,
  fouten: string[],
): Rekengebied | undefined {
  const named = regio ?? document.gebied;
  if (named === undefined) return ZONDER_REGIO;
  if (typeof named !== "string") return rekengebiedVan(named, op, basis.gemeenten);
  return findGebied(basis, named, op, fouten);
}
