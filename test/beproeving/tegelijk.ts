import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createToeval } from "../../bench/toeval.ts";
import { controleer, type Zet } from "./ketens.ts";
import { leesKetens, leesStanden } from "./lees-ketens.ts";
import { type Databasesoort, type Samenstel, zetSamenOp } from "./samenstel.ts";
import { maakVoorwerpen, type Voorwerp } from "./voorwerpen.ts";
import { createVrager, type Uitslag, type Vrager } from "./vraag.ts";

export type Samenvraag = {
  readonly database: Databasesoort;
  readonly gebouwd: string;
  readonly gevuld?: string;
  readonly schrijvers: number;
  /** How many changes each writer asks for. */
  readonly zetten: number;
  readonly zaad: number;
};

/** What came of many who wrote at once. */
export type Samenuitslag = {
  readonly versie: string;
  readonly zaad: number;
  readonly servers: number;
  readonly schrijvers: number;
  readonly gevraagd: number;
  /** Sent to a server, with those that were sent again and those sent twice at once. */
  readonly verzonden: number;
  readonly opgegeven: number;
  readonly bevestigd: number;
  readonly geweigerd: number;
  readonly onbekend: number;
  readonly fouten: readonly string[];
};

/** @returns undefined where this computer does not have that database. */
export async function schrijfTegelijk(vraag: Samenvraag): Promise<Samenuitslag | undefined> {
  const samenstel = await zetSamenOp(vraag);
  if (!samenstel) return undefined;
  try {
    return await runSchrijvers(samenstel, vraag);
  } finally {
    await samenstel.stop();
  }
}

async function runSchrijvers(samenstel: Samenstel, vraag: Samenvraag): Promise<Samenuitslag> {
  const { schrijvers, zetten: perSchrijver, zaad } = vraag;
  const { adressen, versie } = samenstel;
  const telling: Telling = { zetten: [], verzonden: 0, opgegeven: 0, afzenders: 0 };
  const first = createVrager(adressen[0] ?? (() => ""), "127.2.0.1");
  const voorwerpen = await maakVoorwerpen(first);
  const loops = Array.from({ length: schrijvers }, async (_, index) => {
    const toeval = createToeval(zaad + index);
    for (let zet = 0; zet < perSchrijver; zet += 1) {
      const voorwerp = voorwerpen[Math.floor(toeval() * voorwerpen.length)];
      if (voorwerp) await doeZet({ voorwerp, toeval, telling, adressen });
    }
  });
  await Promise.all(loops);
  // Of requests that nobody waited for some are still being done.
  await wait(NADRUPPELEN_MS);
  const { zetten, verzonden, opgegeven } = telling;
  const fouten = await samenstel.bekijk(async (eigenaar) => [
    ...controleer(zetten.filter(heeftKeten), await leesKetens(eigenaar)),
    ...(await leesStanden(eigenaar, zetten)),
  ]);
  const count = (stand: Zet["stand"]) => zetten.filter((zet) => zet.stand === stand).length;
  return {
    ...{ versie, zaad, servers: adressen.length, schrijvers, verzonden, opgegeven, fouten },
    ...{ gevraagd: zetten.length, bevestigd: count("bevestigd") },
    ...{ geweigerd: count("geweigerd"), onbekend: count("gevraagd") },
  };
}

/** A status has no name of its own in its history: it is counted. */
const heeftKeten = ({ object }: Zet) => !object.startsWith("status ");

const NADRUPPELEN_MS = 2_000;
/** A client that gives up this soon often does so in the middle. */
const ONGEDULD_MS = 120;
const POGINGEN = 3;

type Telling = { zetten: Zet[]; verzonden: number; opgegeven: number; afzenders: number };

type Beurt = {
  readonly voorwerp: Voorwerp;
  readonly toeval: () => number;
  readonly telling: Telling;
  readonly adressen: readonly (() => string)[];
};

/** Reads, and changes what was read: once, twice at once, again, or without waiting for an answer. */
async function doeZet({ voorwerp, toeval, telling, adressen }: Beurt): Promise<void> {
  const ask: Vrager = (method, path, vraag = {}) => {
    telling.verzonden += 1;
    telling.afzenders += 1;
    const { afzenders } = telling;
    const van = `127.3.${1 + (Math.floor(afzenders / 250) % 250)}.${1 + (afzenders % 250)}`;
    const adres = adressen[Math.floor(toeval() * adressen.length)] ?? (() => "");
    return createVrager(adres, van)(method, path, vraag);
  };
  const naam = `${voorwerp.soort} ${randomUUID().slice(0, 13)}`;
  const plan = await voorwerp.lees(ask, naam);
  if (!plan) return;
  const { method, path, vraag, op } = plan;
  const zet: Zet = {
    ...{ object: voorwerp.object, naam, stand: "gevraagd" },
    ...{ begin: performance.now(), eind: Number.POSITIVE_INFINITY },
    ...(op === undefined ? {} : { op }),
  };
  telling.zetten.push(zet);
  let unsure = false;
  for (let poging = 0; poging < POGINGEN; poging += 1) {
    const geduld = toeval() < 0.3 ? Math.ceil(toeval() * ONGEDULD_MS) : 30_000;
    const times = toeval() < 0.25 ? 2 : 1;
    const all = await Promise.all(
      Array.from({ length: times }, () => ask(method, path, { ...vraag, geduld })),
    );
    if (all.some(isGedaan)) {
      zet.stand = "bevestigd";
      zet.eind = performance.now();
      return;
    }
    unsure ||= all.some(weetNiet);
    telling.opgegeven += all.filter(({ soort }) => soort === "onbekend").length;
    // A refusal after a request of which nobody heard may be because of that request.
    if (!all.some(weetNiet)) break;
    await wait(toeval() * ONGEDULD_MS);
  }
  if (!unsure) {
    zet.stand = "geweigerd";
    zet.eind = performance.now();
  }
}

function isGedaan(uitslag: Uitslag): boolean {
  return uitslag.soort === "antwoord" && (uitslag.status < 300 || Boolean(uitslag.json?.gevolg));
}

function weetNiet(uitslag: Uitslag): boolean {
  if (uitslag.soort === "onbekend") return true;
  return uitslag.status === 409 && `${uitslag.json?.title}`.includes("nog niet beantwoord");
}
