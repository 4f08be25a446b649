import { describe, expect, it, vi } from "vitest";
import type { Teken } from "#storage/teken.ts";
import { type Databasetoestand, watchDatabase } from "./database-wacht.ts";

function watched() {
  let answer: () => Promise<Teken> = async () => ({ stand: "1", alleenLezen: false });
  let asked = 0;
  const told: boolean[] = [];
  const seen: Databasetoestand["soort"][] = [];
  const wacht = watchDatabase({
    bereik: {
      vraagTeken: () => {
        asked += 1;
        return answer();
      },
      meldWeg: (weg) => told.push(weg),
    },
    onChange: ({ soort }) => seen.push(soort),
    elke: 5,
  });
  return {
    wacht,
    told,
    seen,
    asked: () => asked,
    answerWith: (next: () => Promise<Teken>) => {
      answer = next;
    },
  };
}

const gone = () => Promise.reject(new Error("weg"));

describe("watching the database", () => {
  it("asks once for all who ask at the same moment, and again for who comes later", async () => {
    const { wacht, asked } = watched();
    const [first, ...others] = [wacht.vraagStand(), wacht.vraagStand(), wacht.vraagStand()];
    expect(await first).toBe("1");
    expect(await Promise.all(others)).toEqual(["1", "1"]);
    expect(asked()).toBe(2);
    wacht.stop();
  });

  it("gives who changed something an answer of after that", async () => {
    const { wacht, answerWith } = watched();
    let release = () => {};
    answerWith(
      () =>
        new Promise((resolve) => {
          release = () => resolve({ stand: "1", alleenLezen: false });
        }),
    );
    const before = wacht.vraagStand();
    // The change is made here, while the earlier question is still on its way.
    answerWith(async () => ({ stand: "2", alleenLezen: false }));
    const after = wacht.vraagStand();
    release();
    expect([await before, await after]).toEqual(["1", "2"]);
    wacht.stop();
  });

  it("lets nobody wait while it is away, and notices by itself that it is back", async () => {
    const { wacht, answerWith, told, seen } = watched();
    answerWith(gone);
    await expect(wacht.vraagStand()).rejects.toThrow("weg");
    expect(wacht.toestand().soort).toBe("weg");
    await expect(wacht.vraagStand()).rejects.toMatchObject({ reason: "database-weg" });

    answerWith(async () => ({ stand: "3", alleenLezen: false }));
    await vi.waitFor(() => expect(wacht.toestand().soort).toBe("open"));
    expect(await wacht.vraagStand()).toBe("3");
    expect([told, seen]).toEqual([
      [true, false],
      ["weg", "open"],
    ]);
    wacht.stop();
  });

  it("tells a database that takes no changes from one that is away", async () => {
    const { wacht, answerWith, told } = watched();
    answerWith(async () => ({ stand: "1", alleenLezen: true }));
    expect(await wacht.vraagStand()).toBe("1");
    expect(wacht.toestand().soort).toBe("alleen-lezen");
    expect(told).toEqual([false]);
    wacht.stop();
  });
});
