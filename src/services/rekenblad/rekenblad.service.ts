import type { Bibliotheek, RegieDocument } from "#domain/document.ts";
import { documentnaam } from "#domain/document.ts";
import { GEEN_HERINDELINGEN } from "#domain/herindeling.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { layBeside, readBijcijfers, readRustAlOp } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import {
  dayOf,
  findVerdeling,
  toVraag,
  type Verdeelopdracht,
} from "#services/verdeling/opdracht.ts";

export type Rekenbladlezing =
  | { readonly ok: true; readonly blad: Rekenblad }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * A rekenblad with all it leans on, so that it can be reckoned on elsewhere.
 *
 * What it leans on is found by carrying it out and noting what was asked: nothing that a key does
 * not use goes along, and nothing it uses can be forgotten.
 */
export function readRekenblad(
  basis: Basis,
  opdracht: Verdeelopdracht,
  naast: readonly string[],
): Rekenbladlezing {
  const notes = createNotes();
  const noted: Basis = {
    ...basis,
    bibliotheek: noteDocuments(basis.bibliotheek, notes),
    // What was carried over is a figure of the gemeente itself there; where it came from stays here.
    cijfers: noteFigures(cijfersOp(basis, dayOf(opdracht.op)), notes),
    herindelingen: GEEN_HERINDELINGEN,
  };
  const read = toVraag(noted, opdracht);
  const others = naast.map((naam) => findVerdeling(noted, naam, opdracht.op));
  const fouten = [
    ...(read.ok ? [] : read.fouten),
    ...others.flatMap((other) => ("fout" in other ? [other.fout] : [])),
  ];
  if (!read.ok || fouten.length > 0) return { ok: false, fouten };
  const { vraag } = read;
  const beside = others.flatMap((other) => ("document" in other ? [other.document] : []));
  // The middles ask every figure that the corners ask.
  const tabel = layBeside({ ...vraag, alleenMidden: true }, beside);
  readBijcijfers(vraag);
  readRustAlOp(vraag);
  const { gebied, nederland, ingevuld } = vraag;
  const own = new Set(gebied.eenheden.map(({ id }) => id));
  const outside = [...notes.gevraagd.values()].some(
    ([, gebied]) => /^GM\d{4}$/.test(gebied) && !own.has(gebied),
  );
  const sleutels = tabel.kolommen.map(({ document }) => ({
    document,
    tekst: basis.tekstVan(documentnaam(document)) ?? "",
  }));
  const keys = new Set<RegieDocument>(sleutels.map(({ document }) => document));
  return {
    ok: true,
    blad: {
      op: opdracht.op,
      gebied,
      ...(outside && nederland ? { nederland } : {}),
      sleutels,
      documenten: [...notes.documenten].filter((document) => !keys.has(document)),
      waarnemingen: figuresOf(notes, vraag.cijfers),
      ingevuld,
      mogelijk: { sleutels: othersFor(basis, opdracht), regios: regionsFor(basis, opdracht) },
    },
  };
}

/** Other verdelingen of the same thing: homes that are added and homes that come free never mix. */
function othersFor({ bibliotheek }: Basis, { document }: Verdeelopdracht) {
  return bibliotheek
    .list()
    .filter((other) => other.soort === "verdeling" && other.id !== document.id)
    .filter(({ spoor, onderwerp }) => spoor === document.spoor && onderwerp === document.onderwerp)
    .map((other) => ({ naam: documentnaam(other), titel: other.titel }))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function regionsFor(basis: Basis, { regio }: Verdeelopdracht) {
  return basis
    .regios()
    .filter(({ naam, soortRegio }) => naam !== regio && soortRegio !== "provincie")
    .map(({ naam, titel, indeling, aantal }) => ({
      naam: `${indeling}#${naam}`,
      titel: `${titel} (${aantal} gemeenten, ${indeling})`,
    }))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

type Notes = {
  readonly documenten: Set<RegieDocument>;
  /** Indicator and gebied of every figure that was asked. */
  readonly gevraagd: Map<string, readonly [string, string]>;
};

function createNotes(): Notes {
  return { documenten: new Set(), gevraagd: new Map() };
}

function noteDocuments(bibliotheek: Bibliotheek, { documenten }: Notes): Bibliotheek {
  return {
    ...bibliotheek,
    find: (naam) => {
      const found = bibliotheek.find(naam);
      if (found) documenten.add(found);
      return found;
    },
  };
}

function noteFigures(cijfers: Cijferbron, { gevraagd }: Notes): Cijferbron {
  return {
    find: (indicator, gebied) => {
      gevraagd.set(`${indicator} ${gebied}`, [indicator, gebied]);
      return cijfers.find(indicator, gebied);
    },
  };
}

/** What was asked, with what somebody filled in laid over it. */
function figuresOf({ gevraagd }: Notes, cijfers: Cijferbron): readonly Waarneming[] {
  return [...gevraagd.values()].flatMap(([indicator, gebied]) => cijfers.find(indicator, gebied));
}
