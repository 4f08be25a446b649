import { sql } from "kysely";
import { expect, it } from "vitest";
import { createKysely } from "#storage/kysely.ts";
import { inTransaction } from "#storage/transaction.ts";
import { describePools } from "#test/database.ts";
import { startTakenrij, type Takenrij } from "./takenrij.ts";

const soon = (test: () => boolean | Promise<boolean>) =>
  expect.poll(test, { timeout: 10_000, interval: 20 }).toBe(true);

describePools("the queue of tasks", (pool) => {
  async function withRij(
    doe: (taak: string) => Promise<void>,
    work: (rij: Takenrij, errors: readonly unknown[]) => Promise<void>,
  ): Promise<void> {
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push(error);
    const rij = await startTakenrij(pool(), { doe, onError, seconden: 0.5 });
    await work(rij, errors).finally(rij.stop);
  }

  it("does what is put in line, one at a time", async () => {
    const [begun, done]: [string[], string[]] = [[], []];
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const doe = async (taak: string) => {
      begun.push(taak);
      await held;
      done.push(taak);
    };
    await withRij(doe, async (rij) => {
      await rij.zetIn("een");
      await rij.zetIn("twee");
      await soon(() => begun.length === 1);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(begun).toEqual(["een"]);
      free();
      await soon(() => done.length === 2);
    });
  });

  it("keeps what was put in line beside a transaction with a role that is rolled back", async () => {
    const db = createKysely(pool());
    await sql`do $$ begin create role alleen_lezen; exception when duplicate_object then null; end $$`.execute(
      db,
    );
    const done: string[] = [];
    const doe = async (taak: string) => void done.push(taak);
    await withRij(doe, async (rij) => {
      let begin = () => {};
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const rolledBack = inTransaction(db, async (tx) => {
        await sql`set local role alleen_lezen`.execute(tx);
        begin();
        await new Promise((resolve) => setTimeout(resolve, 100));
        throw new Error("terug");
      });
      await begun;
      const putIn = rij.zetIn("ernaast");
      await expect(rolledBack).rejects.toThrow("terug");
      await putIn;
      await soon(() => done.includes("ernaast"));
    });
  });

  it("refuses to be asked inside a transaction, where it would wait for ever", async () => {
    const db = createKysely(pool());
    await withRij(
      async () => {},
      async (rij) => {
        const asked = inTransaction(db, () => rij.zetIn("binnen"));
        await expect(asked).rejects.toThrow("tweede verbinding");
      },
    );
  });

  it("goes on where the server that had a task is gone, and puts nothing in line twice", async () => {
    // Left behind as a server leaves it that was killed while it was at work.
    const db = createKysely(pool());
    const done: string[] = [];
    const doe = async (taak: string) => void done.push(taak);
    await withRij(
      async () => {},
      async () => {},
    );
    await sql`insert into pgboss.job (name, data, state, started_on, policy)
      values ('ophalen', '{"taak": "van-de-dode"}', 'active', now() - interval '1 hour', 'singleton')`.execute(
      db,
    );
    await withRij(doe, async (rij) => {
      await rij.zetIn("wacht");
      await rij.herstel(["van-de-dode", "wacht", "nooit-ingezet"], 60);
      await soon(() => done.length === 3);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(done.toSorted()).toEqual(["nooit-ingezet", "van-de-dode", "wacht"]);
    });
  });

  it("is shared by servers on one database, which take turns: each task is done once", async () => {
    const done: string[] = [];
    let [busy, most] = [0, 0];
    const doe = async (taak: string) => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setTimeout(resolve, 30));
      busy -= 1;
      done.push(taak);
    };
    await withRij(doe, (one) =>
      withRij(doe, async (other) => {
        for (const taak of ["a", "b", "c", "d"]) await (taak < "c" ? one : other).zetIn(taak);
        await soon(() => done.length === 4);
        expect(done.toSorted()).toEqual(["a", "b", "c", "d"]);
        expect(most).toBe(1);
      }),
    );
  });

  it("tells what went wrong in a task, and goes on with the next", async () => {
    const done: string[] = [];
    const doe = async (taak: string) => {
      if (taak === "kapot") throw new Error("kapot");
      done.push(taak);
    };
    await withRij(doe, async (rij, errors) => {
      await rij.zetIn("kapot");
      await rij.zetIn("heel");
      await soon(() => done.includes("heel"));
      expect(errors).toHaveLength(1);
    });
  });
});
