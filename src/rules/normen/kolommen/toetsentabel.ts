import { documentnaam } from "#domain/document.ts";
import type { Eis, Waarheid } from "#domain/eis.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Fase, Toets } from "#domain/toets.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import type { Rekenvraag } from "#rules/cijfers/rekenvraag.ts";
import { measureOver, readMeetperiode } from "../meetperiode.ts";
import { readOvergang } from "../overgang.ts";
import { createToetslezer, type Toetsvraag } from "../toetsvraag.ts";
import type { Toetslezer } from "../vergelijkingsverslag.ts";
import type { Normvraag } from "./geheugen.ts";
import type { Kernmaker } from "./kern.ts";
import { createKolommen, type Gelezen, type Kolommen } from "./kolommen.ts";
import {
  createNormentabel,
  type Kernoordeel,
  type Normentabel,
  type Omvang,
  type Telling,
} from "./normentabel.ts";
import { JA, niet, ONBEKEND, type Vraag } from "./programma.ts";
import { createToetsbron, type Toetsjaren } from "./toetsbron.ts";
import { vertaalEis } from "./vertaal.ts";
import { vormVan } from "./vorm.ts";

/** A toets as it is asked: with what was filled in, and of whom. */
export type Gevraagd = {
  readonly document: Toets;
  readonly ingevuld: Invulling;
  /** Only of those for whom this holds; for others it does not apply. */
  readonly toepassing?: Eis;
  /** Only of these gemeenten, by id; without it of all. */
  readonly leden?: ReadonlySet<string>;
};

/** Many toetsen over all gemeenten of a gebied, at many moments. */
export type Toetsentabelvraag = Pick<
  Rekenvraag,
  "gebied" | "nederland" | "cijfers" | "bibliotheek"
> & {
  readonly toetsen: readonly Gevraagd[];
  /** The date or periode of each run, one a year. */
  readonly momenten: readonly string[];
};

/** One eis of one document, measured in one fase where the document asks that. */
export type Tabelnorm = { readonly document: string; readonly eis: string; readonly fase?: Fase };

/** Which gemeenten, which years: the verdicts of the kernel, before words are made of them. */
export type Toetsentabel = {
  readonly normen: readonly Tabelnorm[];
  /** By the places of the norm, of the gemeente in the gebied and of the moment. */
  readonly verdict: (norm: number, gemeente: number, moment: number) => Kernoordeel;
  readonly counts: (norm: number) => Telling;
  /** Asks everything again over the figures as they are. */
  readonly evaluate: () => void;
  /** One indicator of one gebied changed: asks again what rests on it, with these figures. */
  readonly change: (indicator: string, gebied: string, cijfers: Cijferbron) => void;
  readonly omvang: () => Omvang;
};

/**
 * Asks many toetsen of all gemeenten and moments at once, at the level of the gemeente.
 *
 * Every verdict is that of `computeToets` before `beginsel`, `ontheffing` and `overgang` make words
 * of it: not met may yet be an ingroeipad. What is short, and the account, `computeToets` gives for
 * the one gemeente that somebody looks at.
 */
export function createToetsentabel(vraag: Toetsentabelvraag, maakKern?: Kernmaker): Toetsentabel {
  let cijfers = vraag.cijfers;
  const lezers = new Map<string, Toetslezer>();
  const jaren = vraag.toetsen.map((asked, i) =>
    jarenOf(asked, `${i}`, vraag, () => cijfers, lezers),
  );
  const build = () => buildTabel(vraag, jaren, maakKern);
  let built = build();
  const places = new Map(vraag.gebied.eenheden.map(({ id }, i) => [id, i] as const));
  return {
    normen: built.normen.map(({ naam }) => naam),
    verdict: (...place) => built.tabel.verdict(...place),
    counts: (norm) => built.tabel.counts(norm),
    evaluate: () => built.tabel.evaluate(),
    change: (indicator, gebied, fresh) => {
      cijfers = fresh;
      lezers.clear();
      const unit = places.get(gebied);
      const fits = built.kolommen
        .gelezen()
        .filter(({ herkomst }) => herkomst.namen.has(indicator))
        .every((gelezen) => reread(gelezen, unit, vraag, built.tabel));
      // A figure that a column cannot hold: then the columns themselves are others.
      if (!fits) built = build();
    },
    omvang: () => built.tabel.omvang,
  };
}

/** Reads again what may have changed; false where a column cannot hold it. */
function reread(
  gelezen: Gelezen,
  unit: number | undefined,
  { gebied, momenten }: Toetsentabelvraag,
  tabel: Normentabel,
): boolean {
  const all = unit === undefined || gelezen.herkomst.breed;
  const units = all ? [...gebied.eenheden.keys()] : [unit];
  return units.every((gemeente) =>
    [...momenten.keys()].every((jaar) => {
      if (gelezen.soort === "kolom") {
        return tabel.change(gelezen.nummer, gemeente, jaar, gelezen.lees(gemeente, jaar));
      }
      tabel.changeAntwoord(gelezen.nummer, gemeente, jaar, gelezen.lees(gemeente, jaar));
      return true;
    }),
  );
}

type Gebouwd = {
  readonly kolommen: Kolommen;
  readonly tabel: Normentabel;
  readonly normen: readonly (Normvraag & { readonly naam: Tabelnorm })[];
};

function buildTabel(
  vraag: Toetsentabelvraag,
  jaren: readonly Toetsjaren[],
  maakKern: Kernmaker | undefined,
): Gebouwd {
  const vorm = vormVan(vraag.gebied.eenheden.length, vraag.momenten.length);
  const kolommen = createKolommen(vorm);
  const normen = vraag.toetsen.flatMap((asked, i) => {
    const toets = jaren[i];
    return toets ? normenOf(asked, toets, kolommen) : [];
  });
  return { kolommen, normen, tabel: createNormentabel(normen, kolommen, maakKern) };
}

function normenOf(asked: Gevraagd, toets: Toetsjaren, kolommen: Kolommen): Gebouwd["normen"] {
  const { document } = asked;
  const meetperiode = readMeetperiode(toets.vraag(0));
  const fasen = document.meetOp.length > 0 ? document.meetOp : [undefined];
  return Object.entries(document.eisen).flatMap(([naam, written]) =>
    fasen.map((fase) => {
      const bron = createToetsbron(toets, fase, kolommen);
      const translate = (eis: Eis) => vertaalEis(eis, bron, kolommen.schrijver);
      const eis = measureOver(written, meetperiode.periode, toets.vraag(0));
      return {
        naam: { document: documentnaam(document), eis: naam, ...(fase ? { fase } : {}) },
        // Over which periode nobody has said: then nothing is known of any eis.
        eis: meetperiode.meldingen.length > 0 ? ONBEKEND : translate(eis),
        toepassing: toepassingOf(asked, toets, kolommen, translate),
      };
    }),
  );
}

/** Whether a document applies: at this level, to these gemeenten, and no transition running. */
function toepassingOf(
  { document, leden, toepassing }: Gevraagd,
  toets: Toetsjaren,
  kolommen: Kolommen,
  translate: (eis: Eis) => Vraag,
): Vraag {
  const { en } = kolommen.schrijver;
  if (!document.niveau.includes(NIVEAU)) return niet(JA);
  const answer = (naam: string, lees: (gemeente: number, jaar: number) => Waarheid) =>
    kolommen.antwoorden(`${toets.naam} ${naam}`, {
      lees,
      herkomst: { namen: new Set(), breed: false },
    });
  const units = toets.vraag(0).gebied.eenheden;
  const member = leden
    ? answer("leden", (gemeente) => (leden.has(units[gemeente]?.id ?? "") ? "ja" : "nee"))
    : JA;
  const waits = document.overgang?.totDan === "niet-toetsen";
  const started = waits ? answer("overgang", (_, jaar) => isOver(toets, jaar)) : JA;
  return [member, started, toepassing ? translate(toepassing) : JA].reduce(en);
}

const NIVEAU = "gemeente";

function isOver(toets: Toetsjaren, jaar: number): Waarheid {
  const { document, op } = toets.vraag(jaar);
  if (!document.overgang) return "ja";
  const { loopt } = readOvergang(document.overgang, op, toets.lezer(jaar).lezer).stand;
  if (loopt === undefined) return "onbekend";
  return loopt ? "nee" : "ja";
}

function jarenOf(
  { document, ingevuld }: Gevraagd,
  naam: string,
  { gebied, nederland, bibliotheek, momenten }: Toetsentabelvraag,
  cijfers: () => Cijferbron,
  lezers: Map<string, Toetslezer>,
): Toetsjaren {
  const vraag = (jaar: number): Toetsvraag => {
    const op = momenten[jaar];
    return {
      document,
      ingevuld,
      gebied,
      bibliotheek,
      cijfers: cijfers(),
      niveau: NIVEAU,
      uitleg: [],
      besluiten: [],
      ...(nederland ? { nederland } : {}),
      ...(op === undefined ? {} : { op }),
    };
  };
  return {
    naam,
    vraag,
    lezer: (jaar) => {
      const key = `${naam} ${jaar}`;
      const made = lezers.get(key) ?? createToetslezer(vraag(jaar));
      lezers.set(key, made);
      return made;
    },
  };
}
