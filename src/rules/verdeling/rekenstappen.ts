import { type Breuk, equals } from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import type { Afrondingsmethode, Keuze, Stap } from "#domain/verdeling.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN } from "#rules/cijfers/rekenvraag.ts";
import { progress } from "#rules/cijfers/verloop.ts";
import { emptyGeheugen, passoortFor, periodesVan, remember } from "./ingroeipad.ts";
import { methodOf, type Opgavegetal, readOpgave } from "./opgave.ts";
import { createPas, LEGE_STAND, mix, type Passoort } from "./pas.ts";
import type { Stand } from "./stand.ts";
import { prepareStap, type Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";
import type { Stapuitkomst } from "./stapuitkomst.ts";
import { outcomeOf, runVerdeling } from "./verdeel.ts";
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
  readonly uitgevoerd: Extract<Stapuitkomst, { soort: "gedaan" }>;
};

/** The steps of a document that runs straight, with the reader that they were read with. */
export type Rekengang = {
  readonly opgave: Opgavegetal;
  readonly lezer: Lezer;
  readonly pas: Pas;
  readonly stappen: readonly Rekenstap[];
};

/** One periode of a path: its own steps, and how far the shares are on their way. */
export type Rekenjaar = Rekengang & { readonly periode: string; readonly opWeg: Breuk };

/**
 * Goes through the steps in the middle of every band, and keeps how each was laid out.
 *
 * Undefined while a document is on its path, and where a step cannot be carried out: then there is
 * nothing to do over.
 */
export function listRekenstappen(vraag: Verdelingsvraag): Rekengang | undefined {
  const gang = goAlong(vraag, createLezer(vraag), { hoek: MIDDEN, afgerond: true });
  if (!gang || !vraag.document.ingroeipad) return gang;
  // Past its end a document runs straight, unless the law has put another opgave in its place.
  const { loop } = runVerdeling({ ...vraag, alleenMidden: true });
  const counted = loop.kern.opgave?.totaal;
  const straight = loop.jaren.length === 0 && counted && equals(counted, gang.opgave.totaal);
  return straight ? gang : undefined;
}

/**
 * The same for every periode of a path, up to and including the one that counts.
 *
 * Undefined for a document without a path, after its end, and where bounds or more than one step
 * make what a periode leaves to the next more than running totals.
 */
export function listRekenjaren(vraag: Verdelingsvraag): readonly Rekenjaar[] | undefined {
  const { ingroeipad: pad, stappen } = vraag.document;
  const { loop } = runVerdeling({ ...vraag, alleenMidden: true });
  const [stap] = stappen;
  if (!pad || loop.periode === undefined || !stap) return undefined;
  if (stappen.length > 1 || stap.voorwaarden.length > 0) return undefined;
  const geheugen = emptyGeheugen();
  const jaren: Rekenjaar[] = [];
  for (const periode of periodesVan(pad)) {
    const own = { ...vraag, periode };
    const soort = passoortFor(periode, pad, geheugen, { hoek: MIDDEN, afgerond: true });
    const gang = goAlong(own, createLezer(own), soort);
    const done = gang?.stappen[0]?.uitgevoerd;
    if (!gang || !done) return undefined;
    const opWeg = progress(pad.verloop, pad.vanaf, pad.doel, periode);
    jaren.push({ ...gang, periode, opWeg });
    if (periode === loop.periode) return jaren;
    remember(geheugen, { verslagen: [done.verslag], open: done.open }, undefined);
  }
  return jaren;
}

function goAlong(vraag: Verdelingsvraag, lezer: Lezer, soort: Passoort): Rekengang | undefined {
  const { document } = vraag;
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
    const done = goThrough(stap, index, stand, opgave, pas, soort);
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
  soort: Passoort,
): Rekenstap | undefined {
  const planned = prepareStap(stap, index, voor, opgave, pas);
  const opzet = soort.meng ? mix(planned, soort.meng) : planned;
  const methode = methodOf(stap.afronding.methode, pas.lezer);
  const { ontbreekt, meldingen } = pas.lezer.verslag();
  if (!methode || ontbreekt.length + meldingen.length + pas.meldingen.length > 0) return undefined;
  const uitgevoerd = carryOut(opzet, pas, soort);
  if (uitgevoerd.soort !== "gedaan") return undefined;
  const keuze = keuzeOf(stap, pas, true);
  const na = uitgevoerd.stand;
  return { stap, index, opzet, methode, ...(keuze ? { keuze } : {}), voor, na, uitgevoerd };
}
