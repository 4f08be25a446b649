import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { findPostgres } from "#test/find-postgres.ts";
import { startPostgres } from "#test/postgres-server.ts";
import { describeTijden, sumUp } from "../belasting/tijden.ts";
import { ask, type Vraag } from "../belasting/vraag.ts";
import { type Aangemeld, fillDatabase, type Gevuld } from "../belasting/vullen.ts";
import { createToeval } from "../toeval.ts";
import type { Proefverslag } from "../verslag.ts";
import { startProduct } from "./scherm-server.ts";

const TITEL = "Vijfduizend mensen tegelijk, op één server";
const MENSEN = 5_000;
/** Seconds that somebody reads before the next question: on average, and spread as chance does. */
const DENKTIJD = 30;
const OPLOOP_MS = 10_000;
const METEN_MS = 30_000;
const VERZADIGD_MS = 10_000;
const SAMEN = 16;

/** With accounts, so that whoever is signed in is somebody. */
const DEMO = { WOONREGIE_AANMELDEN: "demo" };

/** What people do, and how often of a hundred times. */
type Soort = {
  readonly deel: number;
  readonly naam: string;
  /** Only whoever is signed in may do it. */
  readonly metAccount?: true;
  readonly maak: (kies: Kies, mens: Mens) => Vraag;
};
type Kies = (length: number) => number;
/** Somebody who asks: signed in, or the public. */
type Mens = Aangemeld | undefined;

/**
 * People who each ask, read for a while, and ask again, all from this machine; and after that the
 * same questions without reading, to see where it ends.
 */
export async function runBelasting(): Promise<Proefverslag> {
  const binaries = await findPostgres();
  if (!binaries) return notMeasured("er is geen PostgreSQL gevonden");
  const postgres = await startPostgres(binaries);
  try {
    const first = await startProduct({ DATABASE_URL: postgres.url, ...DEMO });
    first.stop();
    const gevuld = await fillDatabase(postgres.url);
    const env = {
      DATABASE_URL: postgres.url,
      WOONREGIE_METINGEN: "0",
      WOONREGIE_TAKEN: "nee",
      ...DEMO,
    };
    const server = await startProduct(env);
    try {
      return await measureAll(server, gevuld);
    } finally {
      server.stop();
    }
  } finally {
    await postgres.stop();
  }
}

type Server = { readonly base: string; readonly metingen: string | undefined };
type Gezien = {
  readonly soort: string;
  readonly aangemeld: boolean;
  readonly ms: number;
  readonly status: number;
};

async function measureAll(server: Server, gevuld: Gevuld): Promise<Proefverslag> {
  const soorten = questionsOf(gevuld, await readCodes(server.base));
  const opstelling = { base: server.base, soorten, mensen: gevuld.mensen };
  const before = await readProcess(server);
  const begun = performance.now();
  const people = await thinkAndAsk(opstelling);
  const seconds = (performance.now() - begun) / 1000;
  const after = await readProcess(server);
  const full = await saturate(opstelling);
  const end = await readProcess(server);
  const perVraag = ((end.cpu - after.cpu) / full.length) * 1000;
  const calm = sumUp(
    people.map(({ ms }) => ms),
    METEN_MS / 1000,
  );
  const busy = sumUp(
    full.map(({ ms }) => ms),
    VERZADIGD_MS / 1000,
  );
  const failed = [...people, ...full].filter(({ status }) => status < 200 || status >= 400);
  const silent = failed.filter(({ status }) => status === 0).length;
  const used = (after.cpu - before.cpu) / seconds;
  const per = [true, false].flatMap((signedIn) =>
    soortenVan(soorten, signedIn).map(({ naam }) => ({
      naam: signedIn ? `${naam}, aangemeld` : naam,
      tijden: sumUp(
        people
          .filter(({ soort, aangemeld }) => soort === naam && aangemeld === signedIn)
          .map(({ ms }) => ms),
        METEN_MS / 1000,
      ),
    })),
  );
  return {
    titel: TITEL,
    invoer: `${MENSEN.toLocaleString("nl-NL")} nagebootste mensen, van wie ${gevuld.mensen.length.toLocaleString("nl-NL")} aangemeld, vragen om beurten iets en lezen dan gemiddeld ${DENKTIJD} seconden (exponentieel verdeeld), in ${OPLOOP_MS / 1000} seconden opgelopen en daarna ${METEN_MS / 1000} seconden gemeten. Ieder heeft een eigen adres op deze machine en voor elke vraag een nieuwe verbinding. Gegevens: 342 echte gemeenten, ${gevuld.organisaties} gemaakte organisaties (342 gemeenten en 300 corporaties), ${gevuld.documenten} gemaakte documenten (van elke organisatie één dat iedereen ziet en één concept dat alleen zij ziet) en ${gevuld.woordenlijsten} gemaakte woordenlijsten in PostgreSQL (zonder fsync). Eén server; vragers, server en database delen dezelfde rekenkernen.`,
    metingen: per.map(({ naam, tijden }) => ({
      naam,
      ms: { midden: tijden.p50, laag: tijden.p50, hoog: tijden.p99 },
    })),
    vergelijking: [
      `Met denktijd: ${describeTijden(calm)}.`,
      `De server gebruikte daarbij ${used.toFixed(2).replace(".", ",")} rekenkern en ${Math.round(after.bytes / 1e6)} MB geheugen.`,
      `Zonder denktijd, ${SAMEN} tegelijk: ${describeTijden(busy)}.`,
      `Een vraag kost de server dan ${perVraag.toFixed(1).replace(".", ",")} ms van een rekenkern. Heeft hij er een voor zich alleen, dan zijn dat ${rounded(1000 / perVraag)} vragen per seconde, en bij ${DENKTIJD} seconden denktijd ${rounded((1000 / perVraag) * DENKTIJD)} mensen.`,
      `Mislukt: ${failed.length} van ${people.length + full.length} vragen, waarvan ${silent} zonder antwoord${describeStatus(failed)}.`,
    ],
    doelen: [
      { tekst: "p95 onder 500 ms met 5.000 mensen", gehaald: calm.p95 < 500 },
      { tekst: "geen mislukte vraag", gehaald: failed.length === 0 },
    ],
    klopt: true,
  };
}

function soortenVan(soorten: readonly Soort[], signedIn: boolean): readonly Soort[] {
  return soorten.filter(({ metAccount }) => signedIn || !metAccount);
}

/** Which answers those were that failed, each with how often. */
function describeStatus(failed: readonly Gezien[]): string {
  const counts = new Map<number, number>();
  for (const { status } of failed)
    if (status > 0) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, aantal]) => `, ${aantal} keer ${status}`).join("");
}

/** No more digits than the measurement has. */
function rounded(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("nl-NL");
}

async function readCodes(base: string): Promise<readonly string[]> {
  const answer = await fetch(`${base}/v1/gebieden?soort=gemeente&perPagina=1000`);
  const { items }: { items: readonly { readonly code: string }[] } = JSON.parse(
    await answer.text(),
  );
  return items.map(({ code }) => code);
}

function questionsOf({ namen }: Gevuld, codes: readonly string[]): readonly Soort[] {
  const own = (kies: Kies, mens: Mens) => mens?.eigen ?? namen[kies(namen.length)] ?? "";
  const gemeente = (kies: Kies) => codes[kies(codes.length)] ?? "";
  const json = { "Content-Type": "application/json" };
  const body = JSON.stringify({ document: "sleutel-inwoners", regio: "drechtsteden" });
  return [
    { deel: 15, naam: "begin", maak: () => ({ path: "/" }) },
    { deel: 10, naam: "documenten", maak: () => ({ path: "/documenten" }) },
    {
      deel: 20,
      naam: "een eigen document",
      maak: (kies, mens) => ({ path: `/documenten/${own(kies, mens)}` }),
    },
    { deel: 20, naam: "een gemeente", maak: (kies) => ({ path: `/gemeenten/${gemeente(kies)}` }) },
    {
      deel: 15,
      naam: "een verdeling",
      maak: () => ({ path: "/documenten/sleutel-inwoners?regio=drechtsteden&op=2026-01-01" }),
    },
    {
      deel: 10,
      naam: "een rekenblad",
      maak: () => ({ path: "/v1/rekenbladen?document=sleutel-inwoners&regio=mra&op=2026-01-01" }),
    },
    {
      deel: 8,
      naam: "laten uitrekenen",
      maak: () => ({ path: "/v1/verdelingen", method: "POST", headers: json, body }),
    },
    {
      deel: 2,
      naam: "iets bewaren",
      metAccount: true,
      maak: () => ({ path: "/v1/versiereeksen", method: "POST", headers: json, body: "{}" }),
    },
  ];
}

function choose(soorten: readonly Soort[], toeval: () => number): Soort {
  let left = toeval() * soorten.reduce((sum, { deel }) => sum + deel, 0);
  const found = soorten.find(({ deel }) => {
    left -= deel;
    return left < 0;
  });
  return found ?? (soorten[0] as Soort);
}

/** Where is asked, what, and who asks. */
type Opstelling = {
  readonly base: string;
  readonly soorten: readonly Soort[];
  readonly mensen: readonly Aangemeld[];
};

async function askOnce(
  { base, soorten, mensen }: Opstelling,
  agent: Agent,
  who: number,
  toeval: () => number,
): Promise<Gezien> {
  const localAddress = `127.1.${(who >> 8) & 255}.${who & 255 || 1}`;
  const mens = mensen[who];
  const { naam, maak } = choose(soortenVan(soorten, mens !== undefined), toeval);
  const asked = maak((length) => Math.floor(toeval() * length), mens);
  // A browser says from which site it asks; asked is 127.0.0.1, whatever the server calls itself.
  const origin = `http://127.0.0.1:${new URL(base).port}`;
  const from = mens ? { Cookie: mens.cookie, Origin: origin } : {};
  const vraag = { ...asked, headers: { ...asked.headers, ...from } };
  const { status, ms } = await ask({ base, agent, localAddress }, vraag);
  return { soort: naam, aangemeld: mens !== undefined, status, ms };
}

async function thinkAndAsk(opstelling: Opstelling): Promise<readonly Gezien[]> {
  const toeval = createToeval(5);
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const seen: Gezien[] = [];
  const begun = performance.now();
  const end = begun + OPLOOP_MS + METEN_MS;
  const think = () => -Math.log(1 - toeval()) * DENKTIJD * 1000;
  const live = async (who: number) => {
    // Most are in the middle of reading when the day begins.
    await wait(Math.min(think(), OPLOOP_MS + METEN_MS));
    while (performance.now() < end) {
      const counts = performance.now() - begun >= OPLOOP_MS;
      const one = await askOnce(opstelling, agent, who, toeval);
      if (counts) seen.push(one);
      await wait(Math.min(think(), Math.max(0, end - performance.now())));
    }
  };
  await Promise.all(Array.from({ length: MENSEN }, (_, who) => live(who)));
  agent.destroy();
  return seen;
}

async function saturate(opstelling: Opstelling): Promise<readonly Gezien[]> {
  const toeval = createToeval(6);
  const agent = new Agent({ keepAlive: false });
  const seen: Gezien[] = [];
  const end = performance.now() + VERZADIGD_MS;
  let turn = 0;
  const loop = async () => {
    while (performance.now() < end) {
      turn += 1;
      // Far apart, so that those who ask at once are of different bodies, signed in and not.
      seen.push(await askOnce(opstelling, agent, (turn * 1_009) % MENSEN, toeval));
    }
  };
  await Promise.all(Array.from({ length: SAMEN }, loop));
  return seen;
}

/** What the server says of itself: seconds of a core, and bytes. */
async function readProcess({ metingen }: Server): Promise<{ cpu: number; bytes: number }> {
  if (metingen === undefined) throw new Error("the server does not measure");
  const text = await (await fetch(metingen)).text();
  const read = (naam: string) => Number(new RegExp(`^${naam} (\\S+)$`, "m").exec(text)?.[1]);
  return { cpu: read("process_cpu_seconds_total"), bytes: read("process_resident_memory_bytes") };
}

function notMeasured(waarom: string): Proefverslag {
  const invoer = `Niet gemeten: ${waarom}.`;
  return { titel: TITEL, invoer, metingen: [], vergelijking: [], doelen: [], klopt: true };
}
