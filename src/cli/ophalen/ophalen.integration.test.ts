import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readGrenzen } from "#sources/kaarten-bestand.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { listLeveringen } from "#storage/cijfers.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { pdokFeatures, zetCbs, zetPdok, zetWoningbouwkaart } from "#test/bronantwoorden.ts";
import { type Bronserver, startBronserver, status } from "#test/bronserver.ts";
import { describeDatabases } from "#test/database.ts";
import { runWoonregie } from "#test/run-cli.ts";

const GEMEENTEN = readMeegeleverd().gemeenten.list("2025-01-01");
const folder = mkdtempSync(join(tmpdir(), "woonregie-ophalen-"));
let server: Bronserver;
beforeAll(async () => {
  server = await startBronserver();
});
afterAll(async () => {
  await server.sluit();
  rmSync(folder, { recursive: true });
});

describeDatabases("woonregie ophalen", (database) => {
  const run = (db: Connection, line: string, env: Readonly<Record<string, string>> = {}) => {
    const pool = { connect: () => Promise.reject(new Error("not asked")), end: async () => {} };
    const both = { db: database.db(), eigenaar: database.eigenaar() };
    const opened = { ...both, pool, kind: "pglite", close: async () => {} } as const;
    return runWoonregie(line.split(" "), {
      env: { WOONREGIE_VAR: folder, WOONREGIE_PROEFBRON: server.origin, ...env },
      tableWidth: 160,
      openDatabase: async () => ({ ...opened, db: db as typeof opened.db }),
    });
  };
  const taskIn = (out: string) => /ongedaan ([0-9a-f-]{36})/.exec(out)?.[1] ?? "";

  it(
    "shows what is in a table, fetches from it, tells what changed and puts it back",
    database.alone(async (db) => {
      zetCbs(server, {
        rijen: GEMEENTEN.slice(1).map(({ code }) => ({
          ...{ gebied: code, periode: "2024JJ00", waarde: "100" },
        })),
        dimensies: { Gebruiksfunctie: [["A045364", "Woning"]] },
      });
      const table = await run(db, "ophalen cbs 81955NED");
      expect(table.out).toContain("M000001  Beginstand voorraad (aantal)");
      expect(table.out).toContain("Kies één onderdeel (--kies Gebruiksfunctie=…)");
      const line =
        "ophalen cbs 81955NED --maat M000001 --cijfer woningvoorraad --stand begin --periode 2024JJ00 --kies Gebruiksfunctie=A045364";
      const fetched = await run(db, line);
      expect(fetched.code).toBe(0);
      expect(fetched.out).toMatch(/Woningvoorraad +gemeente +1 januari 2024 +341 +0 +341 +0 +0 +0/);
      expect(fetched.out).toContain("Ontbreekt (Woningvoorraad, 1 januari 2024): Groningen.");
      const back = await run(db, `ophalen ongedaan ${taskIn(fetched.out)}`);
      expect(back.out).toContain("alles staat weer zoals het stond");
      expect(await listLeveringen(db)).toEqual([]);
      expect((await run(db, "ophalen")).out).toContain("ongedaan gemaakt");
    }),
  );

  it(
    "fetches plans, and lays their regions beside ours",
    database.alone(async (db) => {
      const common = { peilmoment: "2025-10-01", "Hard totaal": 1, "Zacht totaal": 2 };
      zetWoningbouwkaart(server, {
        gemeente: GEMEENTEN.map(({ code, naam }) => ({
          ...{ ...common, gemeente_code: code, gemeente_naam: naam, Netto: 3 },
          woondeal_regio: code === "GM0505" ? "Drechtsteden" : "Rest",
        })),
        woondeal: [{ ...common, woondeal_regio: "Drechtsteden", Netto: 4 }],
      });
      const { code, out } = await run(db, "ophalen woningbouwkaart");
      expect(code).toBe(0);
      expect(out).toMatch(/Plancapaciteit, netto +gemeente +1 oktober 2025, voorlopig +342/);
      expect(out).toContain("Drechtsteden: de gemeenten samen 3, de regio zelf 4");
      expect(out).toContain("noemt geen licentie");
    }),
  );

  it(
    "takes borders from the source and from a file, also where there is no network",
    database.alone(async (db) => {
      zetPdok(server, { gemeenten: GEMEENTEN, jaar: 2025 });
      const fetched = await run(db, "ophalen pdok --jaar 2025");
      expect(fetched.out).toContain("De grenzen van 342 gemeenten van 2025");
      expect(readGrenzen(join(folder, "kaarten"), 2025)).toMatchObject({ ok: true });
      const file = join(folder, "eigen.geojson");
      const features = pdokFeatures({ gemeenten: GEMEENTEN, jaar: 2024 });
      writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
      const off = { WOONREGIE_NETWERK: "nee" };
      const read = await run(db, `ophalen pdok --jaar 2024 --bestand ${file}`, off);
      expect(read.out).toContain("De grenzen van 342 gemeenten van 2024");
      const wrong = await run(db, `ophalen pdok --jaar 2023 --bestand ${file}`, off);
      expect(wrong.code).toBe(2);
      expect(wrong.err).toContain("de grenzen van 2024, en u gaf 2023 op");
      const refused = await run(db, "ophalen pdok --jaar 2025", off);
      expect(refused.err).toContain("WOONREGIE_NETWERK=nee");
    }),
  );

  it(
    "tells how to go on after a source that failed, and goes on",
    database.alone(async (db) => {
      server.zet("/cbs/85984NED", status(404));
      const failed = await run(db, "ophalen cbs 85984NED");
      expect(failed.code).toBe(2);
      expect(failed.err).toContain("kent dit niet (404)");
      const task = /verder ([0-9a-f-]{36})/.exec(failed.err)?.[1];
      zetCbs(server, { tabel: "85984NED", rijen: [] });
      const again = await run(db, `ophalen verder ${task}`);
      expect(again.out).toContain("Perioden (--periode)");
    }),
  );

  it.each([
    ["ophalen vlaanderen", "Kies cbs, pdok of woningbouwkaart"],
    ["ophalen pdok", "--jaar 2026"],
    ["ophalen pdok --jaar 2025 --bestand bestaat-niet.json", "is niet te lezen"],
    ["ophalen cbs", "de naam van een tabel"],
    ["ophalen cbs 85984NED --maat M1", "Zeg welk cijfer"],
    [
      "ophalen cbs 85984NED --maat M1 --cijfer x --periode 2024JJ00 --kies Soort",
      "mist een onderdeel",
    ],
    ["ophalen cbs 85984NED --maat M1 --cijfer x --periode 2024JJ00 --gebied wijk", "gebieden zijn"],
    ["ophalen verder overal", "geen kenmerk van een taak"],
  ])("says how to mend «%s»", async (line, tekst) => {
    const { code, err } = await run(database.db(), line);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(tekst);
  });
});
