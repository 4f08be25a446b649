import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inBeurten } from "./in-beurten.ts";

/** Keeps the thread busy for a few ms, part after part, and tells what it came to. */
function* busy(parts: number, seen: () => number): Generator<void, readonly number[], void> {
  const answered: number[] = [];
  for (let part = 0; part < parts; part += 1) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    answered.push(seen());
    yield;
  }
  return answered;
}

describe("work in turns", () => {
  it("lets somebody else be answered before it is done", async () => {
    let answered = 0;
    const others = Promise.all([1, 2, 3].map(() => setTimeout(1).then(() => (answered += 1))));
    const during = await inBeurten(busy(30, () => answered));
    await others;
    expect(during).toHaveLength(30);
    expect(during.at(0)).toBe(0);
    expect(during.at(-1)).toBe(3);
  });

  it("fails as the work fails", async () => {
    const failing = (function* (): Generator<void, never, void> {
      yield;
      throw new RangeError("broken");
    })();
    await expect(inBeurten(failing)).rejects.toThrow("broken");
  });
});
