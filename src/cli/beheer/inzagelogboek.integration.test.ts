import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { logInzage } from "#services/toegang/inzage.ts";
import { describeDatabases } from "#test/database.ts";
import { inzageVan } from "#test/sessies.ts";
import type { Asked } from "../command.ts";
import type { Surroundings } from "../surroundings.ts";
import { runInzagelogboek } from "./inzagelogboek.ts";

describeDatabases("the access log", ({ eigenaar }) => {
  async function giveOut(van: string, tot: string) {
    const written: string[] = [];
    const around = {
      openDatabase: async () => ({ eigenaar: eigenaar(), close: async () => {} }),
      write: (text: string) => written.push(text),
      warn: () => {},
    } as unknown as Surroundings;
    const days: Readonly<Record<string, string>> = { van, tot };
    await runInzagelogboek({ one: (name: string) => days[name] } as Asked, around);
    return written
      .join("")
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  it("is given out by day, a line of JSON for each person, in the names of the standard", async () => {
    const at = (moment: string) => ({ begin: new Date(moment), eind: new Date(moment) });
    const look = (moment: string, betrokkenen: readonly string[]) =>
      logInzage(inzageVan(eigenaar()), {
        ...{ verwerking: "accounts-beheren", betrokkenen, ...at(moment) },
        verzoek: { traceId: "0af7651916cd43dd8448eb211c80319c", ouder: "b7ad6b7169203331" },
      });
    // Just before and just after midnight in the Netherlands.
    await look("2026-11-09T22:59:59.999Z", [randomUUID()]);
    await look("2026-11-09T23:00:00.000Z", [randomUUID(), randomUUID()]);
    await look("2026-11-10T23:00:00.000Z", [randomUUID()]);
    const lines = await giveOut("2026-11-10", "2026-11-10");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      ...{ trace_id: "0af7651916cd43dd8448eb211c80319c", parent_span_id: "b7ad6b7169203331" },
      ...{ span_id: expect.stringMatching(/^[0-9a-f]{16}$/), name: "accounts-beheren" },
      ...{ start_time: Date.parse("2026-11-09T23:00:00Z"), status_code: 1 },
      end_time: Date.parse("2026-11-09T23:00:00Z"),
      attributes: {
        "dpl.core.processing_activity_id": "http://localhost/privacy#accounts-beheren",
        "dpl.core.data_subject_id": expect.stringMatching(/^[0-9a-f]{64}$/),
        "dpl.core.data_subject_id_type": "account",
      },
    });
    expect(await giveOut("2026-11-01", "2026-11-30")).toHaveLength(4);
  });

  it("is asked by days, and says how they are written", async () => {
    await expect(giveOut("gisteren", "")).rejects.toThrow(/eerste dag als 2026-11-01/);
  });
});
