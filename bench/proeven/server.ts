import { Agent } from "node:http";
import pg from "pg";
import { findPostgres } from "#test/find-postgres.ts";
import { startPostgres } from "#test/postgres-server.ts";
import { type Opdracht, startOpname } from "../belasting/sql-opname.ts";
import { describeTijden, sumUp, type Tijden } from "../belasting/tijden.ts";
import { ask, type Vraag } from "../belasting/vraag.ts";
import type { Proefverslag } from "../verslag.ts";
import { startProduct } from "./scherm-server.ts";

const TITEL = "De API op PostgreSQL, naast dezelfde SQL door het kale stuurprogramma";
/** So many questions are under way at once. */
const SAMEN = 8;
const ROUND_MS = 2_000;
const ROUNDS = 3;
/** A version is then opened by its link, as whoever has it does. */
const ZONDER_ACCOUNTS = { WOONREGIE_AANMELDEN: "nee" };
const SHEET = "document=urgenten-bovengrens&regio=nederland&op=2026-01-01&kies.wat-niet-past=open";

type Zijde = { readonly naam: string; readonly once: () => Promise<number> };
type Rondes = { readonly naam: string; readonly rondes: readonly Tijden[] };

/**
 * The heaviest page asks for its sheet of 342 gemeenten, and the page of a saved version for that
 * version: what they ask of the database is recorded, and asked again by the driver alone.
 */
export async function runServer(): Promise<Proefverslag> {
  const binaries = await findPostgres();
  if (!binaries) return notMeasured("er is geen PostgreSQL gevonden");
  const postgres = await startPostgres(binaries);
  const pool = new pg.Pool({ connectionString: postgres.url, max: SAMEN });
  // The server ends its side first; that is no error here.
  pool.on("error", () => {});
  try {
    const { vragen, opdrachten } = await recordSql(postgres.url);
    const server = await startProduct({ DATABASE_URL: postgres.url, ...ZONDER_ACCOUNTS });
    try {
      const agent = new Agent({ keepAlive: true, maxSockets: SAMEN });
      let turn = 0;
      const next = () => {
        turn += 1;
        return turn;
      };
      const zijden = vragen.flatMap(({ naam, maak }, index) => [
        { naam: `${naam}: API`, once: () => timeAsk(server.base, agent, maak(next())) },
        { naam: `${naam}: kaal`, once: () => timeSql(pool, opdrachten[index] ?? []) },
      ]);
      const rondes = await inTurns(zijden);
      agent.destroy();
      return report(rondes, opdrachten);
    } finally {
      server.stop();
    }
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

/** A question, with a number that makes it another one where it has to be. */
type Gevraagd = { readonly naam: string; readonly maak: (number: number) => Vraag };

/** What each question asks of the database, heard between the program and the server. */
async function recordSql(url: string) {
  const opname = await startOpname(url);
  const server = await startProduct({ DATABASE_URL: opname.url, ...ZONDER_ACCOUNTS });
  const agent = new Agent({ keepAlive: true });
  try {
    const to = { base: server.base, agent };
    const sheet = `/v1/rekenbladen?${SHEET}`;
    const versie = await saveVersie(to);
    const vragen: readonly Gevraagd[] = [
      { naam: "rekenblad", maak: () => ({ path: sheet }) },
      {
        naam: "rekenblad, telkens een ander",
        maak: (number) => ({ path: `${sheet}&cijfer.urgenten=${4_000 + number}` }),
      },
      { naam: "versie", maak: () => versie },
    ];
    const opdrachten: (readonly Opdracht[])[] = [];
    for (const { maak } of vragen) {
      await ask(to, maak(1));
      opname.begin();
      await ask(to, maak(2));
      opdrachten.push(opname.opdrachten());
    }
    return { vragen, opdrachten };
  } finally {
    agent.destroy();
    server.stop();
    opname.sluit();
  }
}

async function saveVersie(to: { readonly base: string; readonly agent: Agent }): Promise<Vraag> {
  const json = { "Content-Type": "application/json" };
  const made = await ask(to, {
    path: "/v1/versiereeksen",
    method: "POST",
    headers: json,
    body: "{}",
  });
  const { reeks, geheim } = JSON.parse(made.text);
  const headers = {
    ...json,
    Authorization: `Bearer ${geheim}`,
    "Idempotency-Key": "bench-bench-bench",
  };
  const body = JSON.stringify({ naam: "bench", adres: SHEET });
  const path = `/v1/versiereeksen/${reeks}/versies`;
  const saved = await ask(to, { path, method: "POST", headers, body });
  if (saved.status !== 201)
    throw new Error(`keeping a version answered ${saved.status}: ${saved.text}`);
  const { versie } = JSON.parse(saved.text);
  return { path: `/v1/versies/${versie}`, headers: { Authorization: `Bearer ${geheim}` } };
}

async function timeAsk(base: string, agent: Agent, vraag: Vraag): Promise<number> {
  const { status, ms } = await ask({ base, agent }, vraag);
  if (status !== 200) throw new Error(`${vraag.path} answered ${status}`);
  return ms;
}

async function timeSql(pool: pg.Pool, opdrachten: readonly Opdracht[]): Promise<number> {
  const begun = performance.now();
  const client = await pool.connect();
  try {
    for (const { text, values } of opdrachten) await client.query(text, [...values]);
  } finally {
    client.release();
  }
  return performance.now() - begun;
}

/** Each side so many times a turn, so that what slows the machine slows all of them. */
async function inTurns(zijden: readonly Zijde[]): Promise<readonly Rondes[]> {
  const found = zijden.map(({ naam }) => ({ naam, rondes: [] as Tijden[] }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { once }] of zijden.entries()) {
      const times = await runFor(ROUND_MS, once);
      // The first round is to warm up.
      if (round > 0) found[index]?.rondes.push(sumUp(times, ROUND_MS / 1000));
    }
  }
  return found;
}

async function runFor(ms: number, once: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + ms;
  const loop = async () => {
    while (performance.now() < end) times.push(await once());
  };
  await Promise.all(Array.from({ length: SAMEN }, loop));
  return times;
}

function report(
  found: readonly Rondes[],
  opdrachten: readonly (readonly Opdracht[])[],
): Proefverslag {
  const middle = found.map(({ naam, rondes }) => {
    const sorted = rondes.toSorted((a, b) => a.perSeconde - b.perSeconde);
    return { naam, tijden: sorted[sorted.length >> 1] ?? sumUp([], 1), sorted };
  });
  const [sheet, , , , versie, bare] = middle;
  const share = (versie?.tijden.perSeconde ?? 0) / (bare?.tijden.perSeconde ?? 1);
  return {
    titel: TITEL,
    invoer: `Het rekenblad van 342 gemeenten (hetzelfde, zoals in een vergadering, en telkens een ander), en één bewaarde versie daarvan; ${SAMEN} vragen tegelijk, over een socket op dezelfde machine, ${ROUNDS} rondes van ${ROUND_MS / 1000} seconden om beurten. PostgreSQL draait ernaast zonder fsync. Vraag, server en database delen dezelfde rekenkernen. Een rekenblad vraagt ${opdrachten[0]?.length} keer iets aan de database, een versie ${opdrachten[2]?.length} keer.`,
    metingen: middle.map(({ naam, tijden, sorted }) => {
      const middles = sorted.map(({ p50 }) => p50);
      return {
        naam,
        ms: { midden: tijden.p50, laag: Math.min(...middles), hoog: Math.max(...middles) },
      };
    }),
    vergelijking: [
      ...middle.map(({ naam, tijden }) => `${naam}: ${describeTijden(tijden)}.`),
      `De versie haalt over de API ${(share * 100).toFixed(0)}% van het aantal per seconde van de kale opdrachten.`,
    ],
    doelen: [
      {
        tekst: "p99 van het zwaarste blad onder 500 ms",
        gehaald: (sheet?.tijden.p99 ?? 1e9) < 500,
      },
    ],
    klopt: true,
  };
}

function notMeasured(waarom: string): Proefverslag {
  const invoer = `Niet gemeten: ${waarom}.`;
  return { titel: TITEL, invoer, metingen: [], vergelijking: [], doelen: [], klopt: true };
}
