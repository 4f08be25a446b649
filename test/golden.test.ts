import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBasis } from "#services/basis.service.ts";
import { recompute } from "#services/kader/bevriezing.service.ts";
import { type BevriezingInhoud, hashBevriezing } from "#storage/bevriezing-hash.ts";
import { goldenFolder, readOpdrachten } from "./golden/golden.ts";

type Frozen = BevriezingInhoud & { readonly hash: string };

describe("outcomes frozen by an earlier version", () => {
  const opdrachten = readOpdrachten();

  it("are there, one for every run that is described", () => {
    const missing = opdrachten.filter(({ naam }) => !existsSync(fileOf(naam)));
    expect(missing.map(({ naam }) => naam)).toEqual([]);
    expect(opdrachten.length).toBeGreaterThan(5);
  });

  it.each(opdrachten.map(({ naam }) => naam))("come out to the byte again: %s", (naam) => {
    const { hash, ...inhoud } = readFrozen(naam);
    expect(hashBevriezing(inhoud)).toBe(hash);
    expect(recompute(inhoud)).toEqual({
      soort: "gelijk",
      bytes: Buffer.byteLength(inhoud.uitkomst),
    });
  });

  it.each(opdrachten)(
    "are what the base figures of today give as well: $naam",
    ({ naam, inhoud }) => {
      expect(inhoud(loadBasis()).uitkomst).toBe(readFrozen(naam).uitkomst);
    },
  );

  it("say what differs when a figure under them is another", () => {
    const { hash: _hash, ...inhoud } = readFrozen("inwoners-drechtsteden");
    const changed = { ...inhoud, cijfers: inhoud.cijfers.replaceAll("122847", "132847") };
    const outcome = recompute(changed);
    expect(outcome.soort).toBe("anders");
    expect(JSON.stringify(outcome)).toContain("eenheden");
  });
});

function fileOf(naam: string): string {
  return join(goldenFolder, `${naam}.json`);
}

function readFrozen(naam: string): Frozen {
  return JSON.parse(readFileSync(fileOf(naam), "utf8")) as Frozen;
}
