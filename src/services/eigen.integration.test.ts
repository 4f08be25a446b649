import { expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { replaceLevering } from "#storage/cijfers.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { readEigen } from "./eigen.ts";

describeDatabases("what an installation keeps beside what ships", ({ alone }) => {
  it(
    "tells of each delivery of its own under what licence it came, and not of those that ship",
    alone(async (db) => {
      const regels = [
        {
          ...{ cel: [], gebied: "GM0505", moment: "2026-01-01" },
          inhoud: { soort: "getal", waarde: breuk(1) } as const,
        },
      ];
      const levering = (id: string, licentie?: string) => ({
        ...{ id, indicator: "bezit", bron: `bron van ${id}` },
        ...(licentie ? { licentie } : {}),
      });
      await replaceLevering(db, levering("eigen/met", "CC BY 4.0"), regels);
      await replaceLevering(db, levering("eigen/zonder"), regels);
      await replaceLevering(db, levering("meegeleverd/bezit", "CC BY 4.0"), regels);

      const { leveringen = [] } = await readEigen(db);
      expect(leveringen.map(({ bron, licentie }) => [bron, licentie]).toSorted()).toEqual([
        ["bron van eigen/met", "CC BY 4.0"],
        ["bron van eigen/zonder", undefined],
      ]);
      expect(leveringen[0]?.datum).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});
