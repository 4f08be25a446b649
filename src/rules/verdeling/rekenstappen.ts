import { documentnaam } from "#domain/document.ts";
import type { Afrondingsmethode, Keuze, Stap } from "#domain/verdeling.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN } from "#rules/cijfers/rekenvraag.ts";
import { methodOf, type Opgavegetal, readOpgave } from "./opgave.ts";
import { createPas, LEGE_STAND } from "./pas.ts";
import type { Stand } from "./stand.ts";
import { prepareStap, type Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";
import { outcomeOf } from "./verdeel.ts";
import { carryOut, keuzeOf } from "./voer-stap-uit.ts";

/** One step as it was laid out and carried out: what somebody needs to do it over by hand. */
export type Rekenstap = {
  readonly stap: Stap;
  readonly index: number;
  readonly opzet: Stapopzet;
  readonly methode: Afrondingsmethode;
  readonly keuze?: Keuze;
  readonly voor: Stand;
  readonly na: Stand;
};

/** The steps of a document that runs straight, with the reader that they were read with. */
export type Rekengang = {
  readonly opgave: Opgavegetal;
  readonly lezer: Lezer;
  readonly pas: Pas;
  readonly stappen: readonly Rekenstap[];
};

/**
 * Goes through the steps in the middle of every band, and keeps how each was laid out.
 *
 * Undefined for a document on a path, and where a step cannot be carried out: then there is nothing
 * to do over.
 */
export function listRekenstappen(vraag: Verdelingsvraag): Rekengang | undefined {
  const { document } = vraag;
  if (document.ingroeipad) return undefined;
  const lezer = createLezer(vraag);
  const own = documentnaam(document);
  const pas = createPas(vraag, MIDDEN, (naam) => outcomeOf(naam, vraag, [own]), lezer);
  const opgave = readOpgave(
    document.opgave,
    eislezerFor(pas, LEGE_STAND, () => undefined),
    true,
  );
  if (!opgave || opgave.wijktAf) return undefined;
  let stand: Stand = { ...LEGE_STAND, onderdelen: opgave.onderdelen };
  const stappen: Rekenstap[] = [];
  for (const [index, stap] of document.stappen.entries()) {
    const done = goThrough(stap, index, stand, opgave, pas);
    if (!done) return undefined;
    stappen.push(done);
    stand = done.na;
    if (stap.naam) pas.standen.set(stap.naam, stand);
  }
  return { opgave, lezer, pas, stappen };
}

function goThrough(
  stap: Stap,
  index: number,
  voor: Stand,
  opgave: Opgavegetal,
  pas: Pas,
): Rekenstap | undefined {
  const opzet = prepareStap(stap, index, voor, opgave, pas);
  const methode = methodOf(stap.afronding.methode, pas.lezer);
  const { ontbreekt, meldingen } = pas.lezer.verslag();
  if (!methode || ontbreekt.length + meldingen.length + pas.meldingen.length > 0) return undefined;
  const outcome = carryOut(opzet, pas, { afgerond: true });
  if (outcome.soort !== "gedaan") return undefined;
  const keuze = keuzeOf(stap, pas, true);
  return { stap, index, opzet, methode, ...(keuze ? { keuze } : {}), voor, na: outcome.stand };
}
