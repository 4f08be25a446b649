import { describe, expect, inject, it } from "vitest";
import { laatOmvallen } from "#test/beproeving/omvallen.ts";
import type { Databasesoort } from "#test/beproeving/opstelling.ts";
import { schrijfTegelijk } from "#test/beproeving/tegelijk.ts";

// A few rounds of what `npm run beproef -- omvallen --rondes 200` does: enough to see that it looks.
const RONDES: Readonly<Record<Databasesoort, number>> = { pglite: 2, postgresql: 4 };

describe("kill -9 while many write", () => {
  it.each(["pglite", "postgresql"] as const)(
    "loses nothing that was acknowledged, and leaves nothing half or twice (%s)",
    async (database) => {
      const [gebouwd, gevuld] = [inject("built"), inject("filled")];
      const vraag = { database, gebouwd, gevuld, zaad: 6, rondes: RONDES[database] };
      const uitslagen = await laatOmvallen({ ...vraag, kort: true, meld: () => {} });
      if (!uitslagen) return expect(database).toBe("postgresql");
      expect(uitslagen.fouten).toEqual([]);
      expect(uitslagen.bevestigd).toBeGreaterThan(5);
      const kills = [...uitslagen.doden.values()].reduce((sum, times) => sum + times, 0);
      expect(kills).toBe(RONDES[database]);
    },
    180_000,
  );
});

describe("many who write at once, send twice, and do not wait", () => {
  it.each(["pglite", "postgresql"] as const)(
    "write over nobody, and nothing is done twice (%s)",
    async (database) => {
      const [gebouwd, gevuld] = [inject("built"), inject("filled")];
      const vraag = { database, gebouwd, gevuld, schrijvers: 5, zetten: 8, zaad: 6 };
      const uitslag = await schrijfTegelijk(vraag);
      if (!uitslag) return expect(database).toBe("postgresql");
      expect(uitslag.fouten).toEqual([]);
      expect(uitslag.bevestigd).toBeGreaterThan(10);
      expect(uitslag.verzonden).toBeGreaterThan(uitslag.gevraagd);
    },
    180_000,
  );
});
