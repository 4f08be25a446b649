import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BekendeRegio, Kennis } from "#contract/kader/kennis.ts";
import { regiosInTekst } from "#contract/kader/regios-in.ts";
import type { Begrip } from "#domain/begrip.ts";
import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Cijferlevering } from "#domain/levering.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { readBegrippen } from "./begrippen.ts";
import { readBevoegdheden } from "./bevoegdheden.ts";
import { type MeegeleverdeCijfers, readCijfers } from "./cijfers.ts";
import { type Codelijst, readCodelijsten } from "./codelijsten.ts";
import {
  addDocumenten,
  type Documentbestand,
  type Documenten,
  type EigenDocument,
  isEigen,
  readDocumenten,
} from "./documenten.ts";
import {
  type AndereNaam,
  GEBIEDEN_PEILDATUM,
  type Gebiedsnaam,
  readAndereNamen,
  readCorop,
  readGemeentelijst,
  readSamenvoegingen,
  type Samenvoeging,
} from "./gebieden.ts";
import {
  type Cellenkaart,
  type Gemeentekaart,
  type Landkaart,
  readCellenkaart,
  readGemeentekaart,
  readLandkaart,
} from "./kaarten.ts";
import { createLazyMap, lazy } from "./lazy.ts";
import { findProjectRoot } from "./project-root.ts";

/** Everything that ships with the product: facts and documents, so that it works without a network. */
export type Meegeleverd = {
  readonly root: string;
  readonly gemeenten: Gemeentelijst;
  readonly corop: () => readonly Gebiedsnaam[];
  readonly andereNamen: () => readonly AndereNaam[];
  readonly samenvoegingen: () => readonly Samenvoeging[];
  readonly codelijsten: ReadonlyMap<string, Codelijst>;
  readonly cijfers: MeegeleverdeCijfers;
  readonly gemeentekaart: () => Gemeentekaart;
  readonly landkaart: () => Landkaart;
  readonly cellenkaart: () => Cellenkaart;
  readonly documenten: Documenten;
  /** What documents are checked against, also those of others. */
  readonly kennis: Kennis;
  readonly begrippen: () => readonly Begrip[];
};

/**
 * Reads what ships with the product, each part when it is first asked.
 *
 * A fault in a document is told by `documenten.fouten()`; one in our own data files throws.
 */
export function readMeegeleverd(root: string = findProjectRoot()): Meegeleverd {
  const gemeenten = readGemeentelijst(root);
  const codelijsten = readCodelijsten(root);
  const documenten = readDocumenten(root, () => kennis);
  const kennis = createKennis(root, { gemeenten, codelijsten, documenten });
  return {
    root,
    gemeenten,
    corop: lazy(() => readCorop(root)),
    andereNamen: lazy(() => readAndereNamen(root)),
    samenvoegingen: lazy(() => readSamenvoegingen(root)),
    codelijsten,
    cijfers: readCijfers(root),
    gemeentekaart: lazy(() => readGemeentekaart(root)),
    landkaart: lazy(() => readLandkaart(root)),
    cellenkaart: lazy(() => readCellenkaart(root)),
    documenten,
    kennis,
    begrippen: lazy(() => readBegrippen(root)),
  };
}

/** What an installation keeps beside what ships: figures that were delivered, documents of its own. */
export type Eigen = {
  readonly waarnemingen: readonly Waarneming[];
  /** Those of them that go before what ships for the same cell and moment, because somebody said so. */
  readonly bovenMeegeleverd: readonly Waarneming[];
  readonly documenten: readonly EigenDocument[];
  /** Of which deliveries the figures are. */
  readonly leveringen?: readonly Cijferlevering[];
};

/**
 * What ships, and beside it what the installation itself keeps.
 *
 * Own figures stand beside those that ship, or in their place where a person said so; where the two
 * contradict each other the run says so.
 * What was read of the shipped part already is not read again.
 */
export function addEigen(meegeleverd: Meegeleverd, eigen: Eigen): Meegeleverd {
  const { root, cijfers, gemeenten, codelijsten } = meegeleverd;
  const own = createCijferbron(eigen.waarnemingen);
  const before = createCijferbron(eigen.bovenMeegeleverd);
  const documenten = addDocumenten(meegeleverd.documenten, eigen.documenten, () => kennis);
  // What lies below is read with its own knowledge, and knows its own regions already.
  const kennis = createKennis(root, { gemeenten, codelijsten, documenten }, meegeleverd);
  return {
    ...meegeleverd,
    documenten,
    kennis,
    cijfers: {
      ...cijfers,
      find: (indicator, gebied) => {
        const found = own.find(indicator, gebied);
        const shipped = cijfers.find(indicator, gebied);
        if (found.length === 0) return shipped;
        const first = before.find(indicator, gebied);
        return [...found, ...shipped.filter((item) => !first.some((own) => isSame(own, item)))];
      },
      vermeldingen: () => [...(eigen.leveringen ?? []), ...cijfers.vermeldingen()],
    },
  };
}

function isSame(a: Waarneming, b: Waarneming): boolean {
  return a.moment === b.moment && a.cel.join(".") === b.cel.join(".");
}

function createKennis(
  root: string,
  {
    gemeenten,
    codelijsten,
    documenten,
  }: Pick<Meegeleverd, "gemeenten" | "codelijsten" | "documenten">,
  onder?: Pick<Meegeleverd, "documenten" | "kennis">,
): Kennis {
  const regios = lazy(() => [
    ...(onder?.kennis.regios ?? []),
    ...listRegios(documenten.bestanden.slice(onder?.documenten.bestanden.length ?? 0)),
  ]);
  const bevoegdheden = lazy(() => readBevoegdheden(root));
  return {
    gemeenten,
    peildatum: GEBIEDEN_PEILDATUM,
    bibliotheek: documenten.bibliotheek,
    indicatoren: createLazyMap(
      [...listIndicatoren(root), ...listOwnIndicatoren(documenten)],
      (naam) => {
        const document = documenten.bibliotheek.find(naam);
        return document?.soort === "indicator" ? document.uitsplitsing : [];
      },
    ),
    codelijsten: createLazyMap(codelijsten.keys(), (naam) => {
      const lijst = codelijsten.get(naam);
      const codes = lijst?.codes.map(({ code }) => code) ?? [];
      if (!lijst?.gemeenten) return codes;
      return [...codes, ...gemeenten.list(GEBIEDEN_PEILDATUM).map(({ code }) => code)];
    }),
    // Only a document with a gebied asks for them, and they cost reading every indeling.
    get regios() {
      return regios();
    },
    // Only a traject and an indeling ask for them.
    get bevoegdheden() {
      return bevoegdheden();
    },
  };
}

/** Indicators by file name, known before any of them is read. */
function listIndicatoren(root: string): readonly string[] {
  return readdirSync(join(root, "kaders/cijfers"))
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
}

function listOwnIndicatoren({ bestanden }: Documenten): readonly string[] {
  const own = bestanden.filter(isEigen);
  return own.filter(({ tekst }) => /^soort: *["']?indicator/m.test(tekst())).map(({ id }) => id);
}

/**
 * An indeling may ask for the regions while it is itself being read: it then counts by what its
 * text says, so that it does not matter which document is read first.
 */
function listRegios(bestanden: readonly Documentbestand[]): readonly BekendeRegio[] {
  const indelingen = bestanden.filter(({ isIndeling }) => isIndeling());
  return indelingen.flatMap((bestand) => {
    const read = bestand.lees();
    if (!read.ok) return regiosInTekst(bestand.tekst());
    if (read.document.soort !== "indeling") return [];
    const { regios, soortRegio } = read.document;
    return Object.keys(regios).map((id) => ({ id, soortRegio }));
  });
}
