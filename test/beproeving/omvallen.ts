import { setTimeout as wait } from "node:timers/promises";
import { GEDULD_SECONDEN } from "#storage/herhaling.repository.ts";
import { createToeval } from "../../bench/toeval.ts";
import { type Databasesoort, type Opstelling, type Slachtoffer, zetOp } from "./opstelling.ts";
import { createRekening, type Rekening, vergelijk } from "./rekening.ts";
import {
  bevries,
  type Kamer,
  leverIn,
  maakPlek,
  type Plek,
  type Schrijver,
  schrijfDocument,
  zegIets,
} from "./schrijvers.ts";
import { startTaken, type Takenmaker } from "./taken.ts";
import { telDaden, type Uitslagen } from "./uitslagen.ts";
import { createVrager, type Vrager } from "./vraag.ts";

export type Omvalvraag = {
  readonly database: Databasesoort;
  readonly gebouwd: string;
  readonly rondes: number;
  readonly zaad: number;
  readonly meld: (tekst: string) => void;
  /** A folder that a server has used before; without it the first start makes one. */
  readonly gevuld?: string;
  /** Not to wait at the end for work of which a worker was killed: others take it on after a minute. */
  readonly kort?: boolean;
};

const SCHRIJVERS: readonly Schrijver[] = [schrijfDocument, leverIn, bevries, zegIets];
/** A kill comes somewhere in this time after writers began. */
const VENSTER_MS = 900;
const OPSTART_MS = 2_500;

/**
 * Kills something with SIGKILL while it is written to, again and again, and looks after each time
 * whether the account of the writers and the database say the same.
 *
 * @returns undefined where this computer does not have that database.
 */
export async function laatOmvallen(vraag: Omvalvraag): Promise<Uitslagen | undefined> {
  const taken = await startTaken();
  const { database, gebouwd, gevuld } = vraag;
  const bouw = { gebouwd, bron: taken.origin, ...(gevuld === undefined ? {} : { gevuld }) };
  const opstelling = await zetOp(database, bouw);
  if (!opstelling) {
    await taken.sluit();
    return undefined;
  }
  try {
    return await runRondes(opstelling, taken, vraag);
  } finally {
    await opstelling.stop();
    await taken.sluit();
  }
}

async function runRondes(
  opstelling: Opstelling,
  taken: Takenmaker,
  { rondes, zaad, meld, kort = false }: Omvalvraag,
): Promise<Uitslagen> {
  const { server, slachtoffers } = opstelling;
  const toeval = createToeval(zaad);
  await server.start();
  const plek = await maakPlek(vragerVan(server, 0));
  const beproeving = createBeproeving({ opstelling, taken, toeval, plek });
  const fouten: string[] = [];
  for (let ronde = 0; ronde < rondes && fouten.length === 0; ronde += 1) {
    const slachtoffer = slachtoffers[ronde % slachtoffers.length];
    if (!slachtoffer) break;
    const found = await beproeving.runRonde(ronde, slachtoffer);
    fouten.push(...found.map((fout) => `ronde ${ronde + 1} (${slachtoffer.naam}): ${fout}`));
    if ((ronde + 1) % 5 === 0) meld(`${ronde + 1} rondes, ${fouten.length} fouten`);
  }
  const done = kort || fouten.length > 0 ? 0 : await taken.rondAf(vragerVan(server, 0));
  if (!kort) await beproeving.vraagNa();
  if (fouten.length === 0) fouten.push(...(await beproeving.kijkTotSlot()));
  return { versie: opstelling.versie, zaad, taken: done, ...beproeving.tel(), fouten };
}

function vragerVan(server: Opstelling["server"], nummer: number): Vrager {
  const [high, low] = [Math.floor(nummer / 250) + 1, (nummer % 250) + 1];
  return createVrager(server.adres, `127.1.${high}.${low}`);
}

type Grond = {
  readonly opstelling: Opstelling;
  readonly taken: Takenmaker;
  readonly toeval: () => number;
  readonly plek: Plek;
};

function createBeproeving(grond: Grond) {
  const { opstelling, plek } = grond;
  const rekening = createRekening();
  const telling = {
    momenten: new Map<string, number>(),
    doden: new Map<string, number>(),
    onbeantwoord: 0,
  };
  let [nummer, adressen] = [0, 0];
  const volgende = () => {
    nummer += 1;
    return nummer;
  };
  const kamer = (): Kamer => {
    adressen += 1;
    return { vraag: vragerVan(opstelling.server, adressen), rekening, nummer: volgende, plek };
  };
  const kijk = async () => {
    const { rijen, fouten } = await opstelling.kijk();
    return [...fouten, ...vergelijk(rekening.alle(), rijen)];
  };
  return {
    runRonde: (ronde: number, slachtoffer: Slachtoffer) =>
      runRonde({ ...grond, rekening, telling, kamer, kijk }, ronde, slachtoffer),
    vraagNa: async () => {
      await wait((GEDULD_SECONDEN + 1) * 1000);
      await vraagAllesNa(rekening);
    },
    kijkTotSlot: async () => {
      if (opstelling.kijkenAlleenBijStilstand) await opstelling.server.stop();
      return kijk();
    },
    tel: () => ({ ...telDaden(rekening.alle()), ...telling }),
  };
}

type Beproeving = Grond & {
  readonly rekening: Rekening;
  readonly telling: {
    readonly momenten: Map<string, number>;
    readonly doden: Map<string, number>;
    onbeantwoord: number;
  };
  readonly kamer: () => Kamer;
  readonly kijk: () => Promise<readonly string[]>;
};

/** Writes, kills, starts again, looks, asks again and looks again. */
async function runRonde(
  beproeving: Beproeving,
  ronde: number,
  slachtoffer: Slachtoffer,
): Promise<readonly string[]> {
  const { opstelling, taken, toeval, rekening, telling, kamer, kijk } = beproeving;
  const { server, kijkenAlleenBijStilstand: stil } = opstelling;
  await taken.vraag(kamer().vraag);
  const bezig = new Set(rekening.open());
  const eind = schrijf(kamer);
  await wait(toeval() * VENSTER_MS);
  const during = rekening.open().filter((daad) => !bezig.has(daad));
  for (const { soort } of during) tel(telling.momenten, soort);
  if (during.length === 0) tel(telling.momenten, "tussen twee vragen");
  await slachtoffer.dood(toeval());
  tel(telling.doden, slachtoffer.naam);
  await eind();
  // Every second time the server itself is the first that opens what was left behind.
  const fouten = stil && ronde % 2 === 0 ? [...(await kijk())] : [];
  if (stil && ronde % 5 === 4) {
    await valtOpnieuwOm(server, toeval() * OPSTART_MS);
    tel(telling.doden, "server tijdens het opstarten");
  }
  await slachtoffer.weerop();
  await totGereed(server);
  if (!stil) fouten.push(...(await kijk()));
  telling.onbeantwoord += during.filter(({ stand }) => stand === "gevraagd").length;
  await vraagAllesNa(rekening);
  if (!stil) fouten.push(...(await kijk()));
  return fouten;
}

function tel(counts: Map<string, number>, naam: string): void {
  counts.set(naam, (counts.get(naam) ?? 0) + 1);
}

/** Lets all writers write until the end is asked for; each by itself ends where it gets no answer. */
function schrijf(kamer: () => Kamer): () => Promise<void> {
  let busy = true;
  const loops = SCHRIJVERS.map(async (schrijver) => {
    const eigen = kamer();
    const { vraag } = eigen;
    let answered = true;
    const noting: Vrager = async (...args) => {
      const uitslag = await vraag(...args);
      if (uitslag.soort === "onbekend") answered = false;
      return uitslag;
    };
    while (busy && answered) await schrijver({ ...eigen, vraag: noting });
  });
  return async () => {
    busy = false;
    await Promise.all(loops);
  };
}

async function valtOpnieuwOm(server: Opstelling["server"], na: number): Promise<void> {
  server.begin();
  await wait(na);
  await server.dood();
}

async function totGereed(server: Opstelling["server"]): Promise<void> {
  const vraag = vragerVan(server, 0);
  const deadline = performance.now() + 240_000;
  for (;;) {
    const uitslag = await vraag("GET", "/gereed");
    if (uitslag.soort === "antwoord" && uitslag.status === 200) return;
    if (performance.now() > deadline) throw new Error(`niet gereed: ${server.gezegd()}`);
    await wait(50);
  }
}

/** With the same keys, as a client does that got no answer. */
async function vraagAllesNa(rekening: Rekening): Promise<void> {
  for (const daad of rekening.open()) await daad.vraagNa?.();
}
