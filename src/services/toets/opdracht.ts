import { readInvulling } from "#contract/kader/invulling.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import { meetniveau } from "#contract/kader/schema/indicator.ts";
import { bibliotheekOp } from "#domain/document.ts";
import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import type { Fase, Toets } from "#domain/toets.ts";
import { NIVEAUS } from "#domain/waarde.ts";
import { GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import type { Toetsvraag, Uitleg } from "#rules/normen/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { dayOf, findGebied } from "#services/verdeling/opdracht.ts";
import { axesIn } from "./assen.ts";

/** What somebody asks: does this document hold, here, at this level, with these additions. */
export type Toetsopdracht = {
  readonly document: Toets;
  /** Absent where nothing of a region is asked: a plan, a locatie, a person. */
  readonly regio?: string;
  /** Absent: the level that the document and the region fit. */
  readonly niveau?: string;
  readonly fase?: Fase;
  /** A date or periode; whoever asks says it, nothing below reads a clock. */
  readonly op: string;
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly uitleg: readonly Uitleg[];
  readonly besluiten: readonly Ontheffingsbesluit[];
};

export type Toetslezing =
  | { readonly ok: true; readonly vraag: Toetsvraag }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** The vraag behind an opdracht, or everything that keeps it from being asked, all at once. */
export function toToetsvraag(basis: Basis, opdracht: Toetsopdracht): Toetslezing {
  const fouten: string[] = [];
  const { document, op } = opdracht;
  const valid = isDatum(op) || parsePeriode(op) !== undefined;
  if (!valid) {
    fouten.push(`«${op}» is geen datum of periode. Schrijf 2026-01-01, 2026, 2026-H1 of 2026-Q2.`);
  }
  const day = valid ? dayOf(op) : "2026-01-01";
  const niveau = levelOf(opdracht);
  const gebied = regionFor(basis, opdracht, niveau, day, fouten);
  if (gebied) fouten.push(...checkNiveau(niveau, gebied));
  fouten.push(...checkUitleg(opdracht));
  const ingevuld = readInvulling(opdracht.ingevuld, document);
  if (!ingevuld.ok) fouten.push(...ingevuld.fouten);
  if (!gebied || !ingevuld.ok || fouten.length > 0) return { ok: false, fouten };
  const own = isItem(niveau)
    ? itemFigures(opdracht.cijfers, niveau)
    : regionFigures(basis, opdracht.cijfers, gebied);
  const vraag: Toetsvraag = {
    document,
    gebied,
    nederland: basis.nederland(day),
    cijfers: overlay(own, cijfersOp(basis, day)),
    op,
    bibliotheek: bibliotheekOp(basis.bibliotheek, day),
    ingevuld: ingevuld.invulling,
    niveau,
    assen: axesIn(document, basis.kennis.codelijsten),
    uitleg: opdracht.uitleg,
    besluiten: opdracht.besluiten,
    ...(isItem(niveau) ? { eenheden: itemsIn(own, niveau) } : {}),
    ...(opdracht.fase ? { fase: opdracht.fase } : {}),
  };
  return { ok: true, vraag };
}

/** Below a gemeente: what is judged is named by the figures that people bring. */
export function isItem(niveau: string): boolean {
  return !NIVEAUS.some((level) => level === niveau);
}

/** The level asked, else the one that suits the region: a whole country is no regio. */
export function levelOf({
  document,
  niveau,
  regio,
}: Pick<Toetsopdracht, "document" | "niveau" | "regio">): string {
  if (niveau !== undefined) return niveau;
  const levels = document.niveau;
  const whole = regio === "nederland" ? "nederland" : isProvincie(regio) ? "provincie" : undefined;
  if (whole !== undefined && levels.includes(whole)) return whole;
  const other = levels.find((level) => level !== "nederland" && level !== "provincie");
  return other ?? levels[0] ?? "regio";
}

function isProvincie(id: string | undefined): boolean {
  return id !== undefined && /^PV\d{2}$/.test(id);
}

/** A region; without one a plan or a person is judged by itself. */
function regionFor(
  basis: Basis,
  { regio }: Toetsopdracht,
  niveau: string,
  day: string,
  fouten: string[],
): Rekengebied | undefined {
  if (regio !== undefined) return findGebied(basis, regio, day, fouten);
  if (isItem(niveau)) return ZONDER_REGIO;
  fouten.push("Voor welke regio? Dit document zegt dat niet zelf.");
  return undefined;
}

const ZONDER_REGIO: Rekengebied = {
  id: GEHEEL,
  titel: "zonder regio",
  eenheden: [],
  deelregios: {},
  onzeker: [],
};

function checkNiveau(niveau: string, gebied: Rekengebied): readonly string[] {
  const known: readonly string[] = meetniveau.options;
  if (!known.includes(niveau)) {
    const nearest = findNearest(niveau, known);
    const hint = nearest ? `Bedoelt u «${nearest}»?` : `Kies uit: ${known.join(", ")}.`;
    return [`«${niveau}» is geen niveau. ${hint}`];
  }
  if (niveau === "nederland" && gebied.id !== "nederland") {
    return [
      `Op het niveau nederland gaat het om het hele land, niet om ${gebied.titel}. Noem «nederland» als regio.`,
    ];
  }
  if (niveau === "provincie" && !isProvincie(gebied.id)) {
    return [`${gebied.titel} is geen provincie. Noem een provincie als regio.`];
  }
  if (niveau === "deelregio" && Object.keys(gebied.deelregios).length === 0) {
    return [`${gebied.titel} heeft geen deelregio's.`];
  }
  return [];
}

function checkUitleg({ document, uitleg }: Toetsopdracht): readonly string[] {
  const known = Object.keys(document.eisen);
  const wrong = uitleg.filter(({ eis }) => !known.includes(eis));
  return wrong.map(({ eis }) => {
    const nearest = findNearest(eis, known);
    const hint = nearest ? `Bedoelt u «${nearest}»?` : `Kies uit: ${known.join(", ")}.`;
    return `Dit document heeft geen eis «${eis}». ${hint}`;
  });
}

/**
 * A date or a code without a name is of the whole region where that is judged, and of every
 * gemeente where those are.
 */
function regionFigures(
  { bibliotheek }: Basis,
  cijfers: readonly Waarneming[],
  gebied: Rekengebied,
): readonly Waarneming[] {
  const units = spread(cijfers, gebied, bibliotheek);
  return [...units, ...cijfers.filter((item) => !units.includes(item))];
}

/**
 * Figures without a name are of the one thing that is judged; beside named ones they stay of the
 * whole, and are never taken for those of a plan.
 */
function itemFigures(own: readonly Waarneming[], niveau: string): readonly Waarneming[] {
  if (own.some(({ gebied }) => isOwnName(gebied))) return own;
  return own.map((item) => (item.gebied === GEHEEL ? { ...item, gebied: niveau } : item));
}

function itemsIn(own: readonly Waarneming[], niveau: string): readonly Rekeneenheid[] {
  const ids = new Set(own.map(({ gebied }) => gebied).filter(isOwnName));
  if (ids.size === 0) return [{ id: niveau, naam: niveau }];
  return [...ids].map((id) => ({ id, naam: id }));
}

/** Not the whole, and no region of government. */
function isOwnName(id: string): boolean {
  return id !== GEHEEL && id !== "nederland" && !/^(PV\d{2}|GM\d{4})$/.test(id);
}
