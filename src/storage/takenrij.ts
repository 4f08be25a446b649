import type { PostgresPool, PostgresPoolClient } from "kysely";
import PgBoss from "pg-boss";
import { refuseInsideTransaction } from "#storage/transaction.ts";

/** A queue of tasks that all servers on one database share: each task is done by one, one at a time. */
export type Takenrij = {
  /** Puts a task in line. */
  readonly zetIn: (taak: string) => Promise<void>;
  /**
   * Puts waiting tasks in line that no server will do: they never came in line, or the server that
   * had them is gone.
   *
   * @param seconden A server that was given a task takes it on within this time, or is gone.
   */
  readonly herstel: (wachtend: readonly string[], seconden: number) => Promise<void>;
  /** Ends: takes nothing new on, and waits for what is going on. */
  readonly stop: () => Promise<void>;
};

type Bouw = {
  /** Does one task, to its end; what it throws is only told. */
  readonly doe: (taak: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** How often this server looks whether another put something in line. */
  readonly seconden?: number;
  /** False: this server only puts in line what others do. */
  readonly werkt?: boolean;
};

const RIJ = "ophalen";
/** Longer than any task takes; what hangs is found sooner by its silence. */
const LANGSTE_UREN = 12;
const KLAAR_TE_ZIEN_SECONDEN = 3600;

/**
 * Begins the queue on the database, and makes its tables (schema `pgboss`) where they are not there.
 *
 * Every statement goes through a checkout of the pool: on the embedded database it would otherwise
 * run inside whichever transaction is open, and disappear with it.
 *
 * @throws where the user of the database may not make a schema.
 */
export async function startTakenrij(pool: PostgresPool, bouw: Bouw): Promise<Takenrij> {
  const { doe, onError, seconden = 5, werkt = true } = bouw;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(pool, text, values) },
    schedule: false,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: KLAAR_TE_ZIEN_SECONDEN,
    deleteAfterDays: 7,
  });
  boss.on("error", onError);
  await boss.start();
  // One at a time, over all servers: a source is asked politely, and the embedded database has one connection.
  await boss.createQueue(RIJ, {
    name: RIJ,
    policy: "singleton",
    retryLimit: 0,
    expireInHours: LANGSTE_UREN,
  });
  const work = () =>
    boss.work<{ readonly taak: string }>(
      RIJ,
      { batchSize: 1, pollingIntervalSeconds: seconden },
      async (jobs) => {
        for (const { data } of jobs) await doe(data.taak).catch(onError);
      },
    );
  const worker = werkt ? await work() : undefined;
  const zetIn = async (taak: string) => {
    if (!(await boss.send(RIJ, { taak }))) throw new Error(`the queue does not take ${taak}`);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  const herstel = async (wachtend: readonly string[], seconds: number) => {
    const { rows } = await execute(pool, JOBS, [RIJ, seconds]);
    const jobs = rows as readonly Job[];
    const gone = jobs.filter(({ taak, weg }) => weg && wachtend.includes(taak));
    if (gone.length > 0)
      await boss.deleteJob(
        RIJ,
        gone.map(({ id }) => id),
      );
    const inLine = new Set(jobs.filter((job) => !gone.includes(job)).map(({ taak }) => taak));
    for (const taak of wachtend) if (!inLine.has(taak)) await zetIn(taak);
  };
  return { zetIn, herstel, stop: () => boss.stop({ graceful: true, timeout: 30_000 }) };
}

type Job = { readonly id: string; readonly taak: string; readonly weg: boolean };

const JOBS = `select id, data->>'taak' as taak,
    state = 'active' and started_on <= now() - make_interval(secs => $2) as weg
  from pgboss.job where name = $1 and state < 'completed'`;

type Rows = { rows: unknown[] };

/** Several statements at once, as making the tables takes, come without values. */
async function execute(pool: PostgresPool, text: string, values?: unknown[]): Promise<Rows> {
  refuseInsideTransaction();
  const client = await pool.connect();
  try {
    if (values?.length) return { rows: (await client.query(text, values)).rows };
    return await executeText(client, text);
  } finally {
    client.release();
  }
}

async function executeText(client: PostgresPoolClient, text: string): Promise<Rows> {
  try {
    // On the embedded database several statements have a way of their own.
    if (text.trim().includes(";") && "exec" in client && typeof client.exec === "function") {
      await client.exec(text);
      return { rows: [] };
    }
    return { rows: (await client.query(text, [])).rows ?? [] };
  } catch (error) {
    // It may have begun a transaction, which the next who has this connection must not stand in.
    await client.query("rollback", []).catch(() => {});
    throw error;
  }
}
