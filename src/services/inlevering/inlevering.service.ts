import { createHash, randomUUID } from "node:crypto";
import type { Inleverkop, Koppeling } from "#domain/inlevering.ts";
import type { Werkmapfout } from "#domain/werkmap.ts";
import { afzendersleutel, herkomstnaam } from "#rules/cijfers/inlezen/botsing.ts";
import { type Inleescontrole, uitkomstVan } from "#rules/cijfers/inlezen/controle.ts";
import { zoekMoment } from "#rules/cijfers/inlezen/moment.ts";
import type { Levering, LeveringRegel } from "#storage/cijfers.repository.ts";
import {
  type Conceptwijziging,
  findInlevering,
  type Inlevering,
  insertInlevering,
  type Overname,
  setTelt,
  storeOvername,
  storeTeruggelegd,
  takeImportTurn,
  updateConcept,
} from "#storage/inlevering.repository.ts";
import { rememberKoppeling } from "#storage/koppelgeheugen.repository.ts";
import { inTransaction } from "#storage/transaction.ts";
import type { Cijferplek } from "../toegang/eigen-gebied.ts";
import { makeIngang, type NieuweLink } from "../toegang/geheim.ts";
import type { Inleverkluis } from "./kluis.ts";
import {
  certainKoppelingen,
  checkCijfers,
  koppelsleutel,
  type Proef,
  proposeBladen,
  readCijfers,
  readLezing,
  runProef,
} from "./proef.ts";
import { makeVerslag } from "./verslag.ts";

/** How long a concept that nobody finishes is kept. */
export const CONCEPTDAGEN = 30;
const DAY_MS = 86_400_000;

type Aangeboden = {
  readonly bestandsnaam: string;
  readonly bytes: Uint8Array;
  readonly kop: Inleverkop;
};

/** A concept that was made, with the way in to it; or why the file cannot be read. */
export type Ontvangst =
  | { readonly soort: "ontvangen"; readonly id: string; readonly link: NieuweLink }
  | { readonly soort: "onleesbaar"; readonly fouten: readonly Werkmapfout[] };

/**
 * Receives a file: read first, and only kept where it can be read.
 *
 * Where its head leaves nothing to ask, how it is read is settled at once.
 */
export async function ontvang(kluis: Inleverkluis, aangeboden: Aangeboden): Promise<Ontvangst> {
  const { bytes, bestandsnaam, kop } = aangeboden;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const lezing = await kluis.lees({ bestandsnaam, sha256, bytes });
  if (!lezing.ok) return { soort: "onleesbaar", fouten: lezing.fouten };
  const id = randomUUID();
  const bladen = await proposeBladen(kluis, lezing.werkmap, kop);
  const koppelingen = certainKoppelingen(kluis, bladen, { kop });
  const link = await inTransaction(kluis.db, async (tx) => {
    await insertInlevering(tx, {
      ...{ id, bestandsnaam, sha256, kop, bytes },
      afzender: kop.afzender,
      afzenderSleutel: afzendersleutel(kop.afzender),
      vervaltOp: new Date(Date.now() + CONCEPTDAGEN * DAY_MS),
    });
    if (koppelingen.length > 0) await updateConcept(tx, { id, wijziging: 0 }, { koppelingen });
    return makeIngang(tx, { onderwerp: id, recht: "beheren" });
  });
  return { soort: "ontvangen", id, link };
}

/** Settles how the sheets are read, and remembers it for the next time that this sender comes. */
export async function koppel(
  kluis: Inleverkluis,
  inlevering: Inlevering,
  koppelingen: readonly Koppeling[],
): Promise<boolean> {
  const lezing = await readLezing(kluis, inlevering);
  if (!lezing?.ok) return false;
  return inTransaction(kluis.db, async (tx) => {
    if (!(await updateConcept(tx, inlevering, { koppelingen }))) return false;
    for (const koppeling of koppelingen) {
      const blad = lezing.werkmap.bladen.find(({ naam }) => naam === koppeling.blad);
      if (!blad) continue;
      await rememberKoppeling(tx, koppelsleutel(inlevering.afzender, blad, koppeling), koppeling);
    }
    return true;
  });
}

/**
 * Sets the moment of a concept for columns that do not tell one; gives the concept as it is then,
 * the same where nothing changed or the text names no moment.
 */
export async function zetKop(
  { db }: Inleverkluis,
  inlevering: Inlevering,
  tekst: string,
): Promise<Inlevering> {
  const told = tekst === "" ? undefined : zoekMoment(tekst);
  const { moment, ...rest } = inlevering.kop;
  if (told === moment) return inlevering;
  const kop = told === undefined ? rest : { ...rest, moment: told };
  await updateConcept(db, inlevering, { kop });
  return (await findInlevering(db, inlevering.id)) ?? inlevering;
}

/** Adds mended cells, confirmations and choices to a concept: what is said later goes before. */
export function beantwoord(
  kluis: Inleverkluis,
  inlevering: Inlevering,
  nieuw: Pick<Conceptwijziging, "verbeteringen" | "bevestigingen" | "keuzes">,
): Promise<boolean> {
  const { verbeteringen, bevestigingen, keuzes } = inlevering;
  return updateConcept(kluis.db, inlevering, {
    verbeteringen: merge(verbeteringen, nieuw.verbeteringen ?? [], ({ blad, rij, kolom }) =>
      [blad, rij, kolom].join("|"),
    ),
    bevestigingen: merge(bevestigingen, nieuw.bevestigingen ?? [], ({ id }) => id),
    keuzes: merge(keuzes, nieuw.keuzes ?? [], ({ id }) => id),
  });
}

function merge<T>(old: readonly T[], added: readonly T[], keyOf: (item: T) => string): T[] {
  const all = new Map(old.map((item) => [keyOf(item), item]));
  for (const item of added) all.set(keyOf(item), item);
  return [...all.values()];
}

/** What came of asking to take a delivery over. */
export type Overnemen =
  | { readonly soort: "overgenomen" }
  /** People still have to do something: also where that only shows now, beside what counts now. */
  | { readonly soort: "niet-klaar"; readonly proef: Proef }
  /** Somebody changed or ended it in the meantime. */
  | { readonly soort: "veranderd" }
  /** It has figures of areas that are not for whoever asks to put in; these, by name. */
  | { readonly soort: "niet-van-u"; readonly gebieden: readonly string[] };

/** The areas of these figures that somebody may not put in, by name. */
export type Gebiedstoets = (plekken: readonly Cijferplek[]) => readonly string[];

/**
 * Makes the figures of a delivery count: all of them, or none.
 *
 * It is checked once more beside what counts at that moment, while no other delivery can be taken
 * over; so two that contradict each other are never both taken over without a choice.
 */
export async function neemOver(
  kluis: Inleverkluis,
  { id, wijziging }: Pick<Inlevering, "id" | "wijziging">,
  nietVanU: Gebiedstoets = () => [],
): Promise<Overnemen> {
  const before = await findInlevering(kluis.db, id);
  const lezing = before && (await readLezing(kluis, before));
  if (before?.stand !== "concept" && before?.stand !== "overgenomen") return { soort: "veranderd" };
  if (!lezing?.ok) return { soort: "veranderd" };
  // Reading takes longest and hangs on nothing that others change: it keeps nobody waiting for a turn.
  const gelezen = before.stand === "concept" && (await readCijfers(kluis, lezing.werkmap, before));
  return inTransaction(kluis.db, async (tx): Promise<Overnemen> => {
    await takeImportTurn(tx);
    const now = await findInlevering(tx, id);
    if (now?.stand === "overgenomen") return { soort: "overgenomen" };
    const same = now?.wijziging === wijziging && before.wijziging === wijziging;
    if (now?.stand !== "concept" || !same || !gelezen) return { soort: "veranderd" };
    const proef = await checkCijfers(kluis, tx, gelezen, now);
    if (!proef.klaar) return { soort: "niet-klaar", proef };
    const gebieden = nietVanU(proef.controle.cijfers.map(({ waarneming }) => waarneming));
    if (gebieden.length > 0) return { soort: "niet-van-u", gebieden };
    await storeOvername(tx, id, toOvername(now, proef.controle));
    return { soort: "overgenomen" };
  });
}

function toOvername(inlevering: Inlevering, controle: Inleescontrole): Overname {
  const chosen = new Map(inlevering.keuzes.map((keuze) => [keuze.id, keuze]));
  return {
    uitkomst: uitkomstVan(controle),
    verslag: JSON.stringify(makeVerslag(controle, inlevering)),
    leveringen: toLeveringen(inlevering, controle),
    voorrang: controle.botsingen.flatMap(({ id, indicator, moment, met }) => {
      const keuze = chosen.get(id);
      if (keuze?.keuze !== "gaat-voor") return [];
      const { reden } = keuze;
      const boven = herkomstnaam(met);
      return { inlevering: inlevering.id, indicator, ...(moment ? { moment } : {}), boven, reden };
    }),
  };
}

/** One levering for each indicator and source: a levering has one of each. */
function toLeveringen(inlevering: Inlevering, { cijfers }: Inleescontrole): Overname["leveringen"] {
  const { id, kop, sha256 } = inlevering;
  const { peildatum, licentie, betrouwbaarheid, status, toelichting } = kop;
  const groups = new Map<string, { levering: Levering; regels: LeveringRegel[] }>();
  for (const { waarneming } of cijfers) {
    const { indicator, bron } = waarneming;
    const key = `${indicator}|${bron}`;
    const group = groups.get(key) ?? {
      levering: {
        ...{ id: `inlevering/${id}/${groups.size + 1}`, indicator, bron, sha256, inlevering: id },
        ...(peildatum ? { peildatum } : {}),
        ...(licentie ? { licentie } : {}),
        ...(betrouwbaarheid ? { betrouwbaarheid } : {}),
        ...(status ? { status } : {}),
        ...(toelichting ? { toelichting } : {}),
      },
      regels: [],
    };
    group.regels.push(waarneming);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Gives a delivery back with its remarks: nothing of it is taken over. */
export async function legTerug(kluis: Inleverkluis, inlevering: Inlevering): Promise<boolean> {
  const lezing = await readLezing(kluis, inlevering);
  if (!lezing?.ok) return false;
  const { controle } = await runProef(kluis, kluis.db, lezing.werkmap, inlevering);
  return storeTeruggelegd(kluis.db, inlevering, JSON.stringify(makeVerslag(controle, inlevering)));
}

/** Lets a delivery not count any more; what counted before it then counts again. */
export function draaiTerug(kluis: Inleverkluis, id: string, reden: string): Promise<boolean> {
  return setTelt(kluis.db, id, false, reden);
}

/** Lets a delivery count again that was undone. */
export function herstel(kluis: Inleverkluis, id: string, reden: string): Promise<boolean> {
  return setTelt(kluis.db, id, true, reden);
}
