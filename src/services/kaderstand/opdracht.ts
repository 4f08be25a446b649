import { readGebeurtenis } from "#contract/kader/gebeurtenis.ts";
import { type Invullezing, readInvulling } from "#contract/kader/invulling.ts";
import type { Gemeld, Kaderfeiten } from "#contract/kader/kaderfeiten.ts";
import type { Boom } from "#contract/kader/knoop.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import type { Bibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Kader } from "#domain/kader.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";

/** What people filled in: for the kader itself, and for the documents of its onderdelen. */
export type Kaderinvulling = {
  readonly eigen: Invulling;
  readonly onderdelen: ReadonlyMap<string, Invulling>;
};

/** What somebody asks: where does this kader stand, over this region, on this day. */
export type Kaderopdracht = Kaderfeiten & {
  readonly document: Kader;
  readonly gebied: Rekengebied;
  readonly nederland?: Rekengebied;
  readonly cijfers: Cijferbron;
  /** All versions; which one counts follows from the day. */
  readonly bibliotheek: Bibliotheek;
  readonly op: Datum;
  readonly ingevuld: Kaderinvulling;
  /** Events of an onderdeel that is a traject, by its name. */
  readonly gebeurtenissen: ReadonlyMap<string, readonly Gebeurtenis[]>;
  readonly provincies: readonly { readonly code: string; readonly naam: string }[];
  readonly codelijsten?: ReadonlyMap<string, readonly string[]>;
};

type Gevuld = Readonly<Record<string, Boom>>;

/**
 * What people filled in, each for its own document: `evaluatiemoment` is of the kader,
 * `verdeling-urgenten.behoefte` of the document of that onderdeel.
 */
export function readKaderinvulling(
  gegeven: Gevuld,
  document: Kader,
  bibliotheek: Bibliotheek,
): { readonly ingevuld: Kaderinvulling; readonly fouten: readonly string[] } {
  const parts = new Map<string, Record<string, Boom>>();
  for (const [key, boom] of Object.entries(gegeven)) {
    const [first = "", ...rest] = key.split(".");
    const inside = rest.length > 0 && first in document.onderdelen;
    const owner = inside ? first : "";
    parts.set(owner, { ...parts.get(owner), [inside ? rest.join(".") : key]: boom });
  }
  const fouten: string[] = [];
  const take = (read: Invullezing, place: string): Invulling => {
    if (read.ok) return read.invulling;
    fouten.push(...read.fouten.map((text) => `${place}${text}`));
    return { parameters: {} };
  };
  const eigen = take(readInvulling(parts.get("") ?? {}, document), "");
  parts.delete("");
  const onderdelen = [...parts].map(([naam, own]) => {
    const inhoud = document.onderdelen[naam]?.inhoud;
    const found = inhoud?.soort === "document" ? bibliotheek.find(inhoud.document) : undefined;
    return [naam, take(readInvulling(own, found ?? { parameters: {} }), `${naam}: `)] as const;
  });
  return { ingevuld: { eigen, onderdelen: new Map(onderdelen) }, fouten };
}

/** What somebody asks of the basis: a kader over a region on a day, with what they add. */
export type Kaderaanvraag = {
  readonly document: Kader;
  readonly gebied: Rekengebied;
  readonly op: Datum;
  /** Figures that go before those of the basis. */
  readonly cijfers: readonly Waarneming[];
  readonly ingevuld: Gevuld;
  readonly feiten: Kaderfeiten;
  readonly gemeld: Gemeld;
};

/** The opdracht behind a request, with everything that is wrong in what was filled in. */
export function toKaderopdracht(
  basis: Basis,
  { document, gebied, op, cijfers, ingevuld, feiten, gemeld }: Kaderaanvraag,
): { readonly opdracht: Kaderopdracht; readonly fouten: readonly string[] } {
  const { bibliotheek, gemeenten, kennis } = basis;
  const read = readKaderinvulling(ingevuld, document, bibliotheek);
  const events = readGebeurtenissen(gemeld, document, bibliotheek);
  const opdracht: Kaderopdracht = {
    ...feiten,
    document,
    gebied,
    nederland: basis.nederland(op),
    cijfers: overlay(spread(cijfers, gebied, basis.bibliotheek), cijfersOp(basis, op)),
    bibliotheek,
    op,
    ingevuld: read.ingevuld,
    gebeurtenissen: events.gebeurtenissen,
    provincies: gemeenten.provincies,
    ...(kennis.codelijsten ? { codelijsten: kennis.codelijsten } : {}),
  };
  return { opdracht, fouten: [...read.fouten, ...events.fouten, ...checkFeiten(document, feiten)] };
}

/** Events by onderdeel, each read as its own traject reads them. */
function readGebeurtenissen(
  gemeld: Gemeld,
  { onderdelen }: Kader,
  bibliotheek: Bibliotheek,
): {
  readonly gebeurtenissen: ReadonlyMap<string, readonly Gebeurtenis[]>;
  readonly fouten: readonly string[];
} {
  const fouten: string[] = [];
  const gebeurtenissen = new Map<string, readonly Gebeurtenis[]>();
  for (const [naam, lijst] of gemeld) {
    const inhoud = onderdelen[naam]?.inhoud;
    const found = inhoud?.soort === "document" ? bibliotheek.find(inhoud.document) : undefined;
    if (found?.soort !== "traject") {
      fouten.push(`«${naam}» is geen onderdeel met een traject, en heeft geen gebeurtenissen.`);
      continue;
    }
    const read = lijst.map((velden) => readGebeurtenis(velden, found));
    fouten.push(
      ...read.flatMap((item) => (item.ok ? [] : item.fouten.map((text) => `${naam}: ${text}`))),
    );
    gebeurtenissen.set(
      naam,
      read.flatMap((item) => (item.ok ? [item.gebeurtenis] : [])),
    );
  }
  return { gebeurtenissen, fouten };
}

/** A fact about an onderdeel or party that the kader does not have. */
function checkFeiten({ onderdelen, partijen }: Kader, feiten: Kaderfeiten): readonly string[] {
  const parties = partijen.map(({ wie }) => wie);
  const parts = Object.keys(onderdelen);
  return [
    ...feiten.geland
      .filter(({ onderdeel }) => !parts.includes(onderdeel))
      .map(({ onderdeel }) => unknownName(onderdeel, "onderdeel", parts)),
    ...feiten.besluiten
      .filter(({ wie }) => !parties.includes(wie))
      .map(({ wie }) => unknownName(wie, "partij", parties)),
  ];
}

function unknownName(naam: string, soort: string, known: readonly string[]): string {
  const nearest = findNearest(naam, known);
  const hint = nearest ? `Bedoelt u «${nearest}»?` : `Er is: ${known.join(", ")}.`;
  return `Dit kader heeft geen ${soort} «${naam}». ${hint}`;
}
