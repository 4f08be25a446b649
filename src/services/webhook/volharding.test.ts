import { describe, expect, it } from "vitest";
import { redenVoorUit, volgendePoging } from "./volharding.ts";

const NU = new Date("2026-03-08T12:00:00Z");

describe("a message that does not arrive", () => {
  it("is tried again later each time, and given up after six attempts", () => {
    const minutes = [1, 2, 3, 4, 5, 6].map((attempt) => {
      const next = volgendePoging(attempt, NU);
      return next && (next.getTime() - NU.getTime()) / 60_000;
    });
    expect(minutes).toEqual([1, 5, 30, 120, 720, undefined]);
  });
});

describe("a webhook", () => {
  it.each([
    [{ opgegeven: 0 }, undefined],
    [{ opgegeven: 19, sinds: new Date("2026-03-07T12:00:00Z") }, undefined],
    [{ opgegeven: 20 }, "20 berichten na elkaar kwamen niet aan."],
    [{ opgegeven: 1, sinds: new Date("2026-03-01T12:00:01Z") }, undefined],
    [
      { opgegeven: 1, sinds: new Date("2026-03-01T12:00:00Z") },
      "In 7 dagen kwam geen bericht aan.",
    ],
  ])("with %j is switched off because: %s", (stilte, reden) => {
    expect(redenVoorUit(stilte, NU)).toBe(reden);
  });
});
