import type { Afhankelijkheid, Wijziging } from "#domain/afhankelijkheid.ts";
import { type Bibliotheek, bibliotheekOp, type RegieDocument } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { GEEN_HERINDELINGEN, type Herindelingen } from "#domain/herindeling.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { ToetsUitkomst } from "#domain/oordeel.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import { createRegister, type Onderdeelloop, recordBron } from "#rules/kader/index.ts";
import { computeToets } from "#rules/normen/index.ts";
import { computeTrajectstand } from "#rules/samenwerking/index.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { cijfersOp } from "#services/cijfers/cijfers-op.ts";
import { runKader } from "#services/kaderstand/kaderstand.service.ts";
import { axesIn } from "#services/toets/assen.ts";

/** A document that is kept up to date for a region. */
export type Loop = {
  readonly naam: string;
  /** `id@versie` */
  readonly document: string;
  readonly regio: string;
  /** Only for a toets. */
  readonly niveau?: string;
};

/** The world on a day. */
export type Wereld = {
  readonly cijfers: Cijferbron;
  /** All versions. */
  readonly bibliotheek: Bibliotheek;
  readonly op: Datum;
  /** The members of a region on the day. */
  readonly gebied: (regio: string) => Rekengebied;
  readonly nederland?: Rekengebied;
  /** Absent where no gemeente was ever another. */
  readonly herindelingen?: Herindelingen;
  readonly provincies: readonly { readonly code: string; readonly naam: string }[];
  readonly codelijsten?: ReadonlyMap<string, readonly string[]>;
};

/** A run with its outcome, and all that it leaned on. */
export type Gelopen = {
  readonly naam: string;
  readonly loop: Loop;
  readonly uitkomst: unknown;
  readonly leunt: Afhankelijkheid;
};

/** What ships with the product, on a day. @throws Error where it has no such region. */
export function wereldOp(basis: Basis, op: Datum): Wereld {
  const { cijfers, bibliotheek, gemeenten, kennis } = basis;
  return {
    cijfers,
    bibliotheek,
    op,
    gebied: (regio) => {
      const found = basis.gebied(regio, op);
      if (found.soort !== "gevonden") throw new Error(`de regio ${regio} is niet gevonden`);
      return found.gebied;
    },
    nederland: basis.nederland(op),
    herindelingen: basis.herindelingen,
    provincies: gemeenten.provincies,
    ...(kennis.codelijsten ? { codelijsten: kennis.codelijsten } : {}),
  };
}

/**
 * Carries out a document and writes down what it leaned on.
 *
 * A figure that makes no sense ends the run; that is its outcome then, until the figure changes.
 */
export function runLoop(loop: Loop, wereld: Wereld): Gelopen {
  const { op, bibliotheek } = wereld;
  const document = bibliotheek.find(loop.document);
  if (!document) throw new Error(`het document ${loop.document} is er niet`);
  const gebied = wereld.gebied(loop.regio);
  // A kader finds the version in force itself, for each onderdeel.
  const inForce = document.soort === "kader" ? bibliotheek : bibliotheekOp(bibliotheek, op);
  const opname = recordBron({ cijfers: wereld.cijfers, bibliotheek: inForce }, bibliotheek);
  // Carried over behind the recording: who corrects a figure of an old gemeente finds this run too.
  const cijfers = cijfersOp({ herindelingen: GEEN_HERINDELINGEN, ...wereld, ...opname.bron }, op);
  const { uitkomst, diep, teltDagen } = attempt(() =>
    carryOut(document, { gebied, niveau: loop.niveau }, { ...wereld, ...opname.bron, cijfers }),
  );
  const leunt = opname.afhankelijkheid({
    document,
    op,
    ...(gebied.indeling === undefined ? {} : { indeling: gebied.indeling }),
    uitkomst: diep,
    teltDagen,
  });
  return { naam: loop.naam, loop, uitkomst, leunt };
}

function attempt(run: () => Uitgevoerd): Uitgevoerd {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { uitkomst: { fout: error.message }, diep: [], teltDagen: false };
  }
}

type Uitgevoerd = {
  readonly uitkomst: unknown;
  /** What the run worked out for itself, for the days that it names. */
  readonly diep: unknown;
  readonly teltDagen: boolean;
};

type Waar = { readonly gebied: Rekengebied; readonly niveau: string | undefined };

function carryOut(document: RegieDocument, { gebied, niveau }: Waar, wereld: Wereld): Uitgevoerd {
  const { provincies, codelijsten } = wereld;
  const common = commonFor(gebied, wereld);
  switch (document.soort) {
    case "verdeling":
      // Every day on which a verdeling turns is written in a document, or is that of a figure.
      return { uitkomst: computeVerdeling({ ...common, document }), diep: [], teltDagen: false };
    case "toets": {
      const assen = axesIn(document, codelijsten);
      const asked = { niveau: niveau ?? "gemeente", assen, uitleg: [], besluiten: [] };
      const uitkomst = computeToets({ ...common, document, ...asked });
      const teltDagen = uitkomst.overgang?.loopt === true;
      return { uitkomst, diep: termsOf(uitkomst), teltDagen };
    }
    case "traject": {
      const stand = computeTrajectstand({ ...common, document, provincies, gebeurtenissen: [] });
      return { uitkomst: stand, diep: stand, teltDagen: stand.teLaat.length > 0 };
    }
    case "kader": {
      const { stand, lopen } = runKader({
        ...common,
        ...NO_FACTS,
        document,
        provincies,
        ...(codelijsten ? { codelijsten } : {}),
      });
      return {
        uitkomst: stand,
        diep: [stand, ...[...lopen.values()].map(insideOf)],
        teltDagen: false,
      };
    }
    default:
      throw new TypeError(`een ${document.soort} wordt niet over een regio uitgevoerd`);
  }
}

function commonFor(gebied: Rekengebied, { cijfers, bibliotheek, op, nederland }: Wereld) {
  const ingevuld = NIETS_INGEVULD;
  return { gebied, cijfers, bibliotheek, op, ingevuld, ...(nederland ? { nederland } : {}) };
}

const NO_FACTS = {
  ingevuld: { eigen: NIETS_INGEVULD, onderdelen: new Map() },
  gebeurtenissen: new Map(),
  geland: [],
  verslagen: [],
  besluiten: [],
};

/** The days that a toets worked out for itself. */
function termsOf({ overgang, meetperiode, norm }: ToetsUitkomst): unknown {
  return [overgang, meetperiode, ...(norm ? [termsOf(norm)] : [])];
}

function insideOf(run: Onderdeelloop): unknown {
  if (run.soort === "toets") return run.uitkomsten.map(termsOf);
  return run.soort === "traject" || run.soort === "kader" ? run.stand : undefined;
}

/**
 * Carries out again what a change touches, and leaves every other run as it stands.
 *
 * @returns all runs in their order, with the names of those that ran again.
 */
export function rerunAffected(
  gelopen: readonly Gelopen[],
  wijziging: Wijziging,
  wereld: Wereld,
): { readonly gelopen: readonly Gelopen[]; readonly opnieuw: readonly string[] } {
  const opnieuw = createRegister(gelopen).affectedBy(wijziging);
  const names = new Set(opnieuw);
  return {
    gelopen: gelopen.map((run) => (names.has(run.naam) ? runLoop(run.loop, wereld) : run)),
    opnieuw,
  };
}
