import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Connection } from "#storage/transaction.ts";
import { describeDatabases } from "#test/database.ts";
import { runWoonregie } from "#test/run-cli.ts";
import { partsOf } from "#test/zip-delen.ts";

const folder = mkdtempSync(join(tmpdir(), "woonregie-waswordt-"));
afterAll(() => rmSync(folder, { recursive: true }));

const VRAAG = "verdeel sleutel-inwoners --regio drechtsteden --op 2026-01-01 --bevries";

describeDatabases("woonregie exporteer --als was-wordt.docx", (database) => {
  const run = (db: Connection, line: string, ...more: readonly string[]) => {
    const pool = { connect: () => Promise.reject(new Error("not asked")), end: async () => {} };
    const both = { db: database.db(), eigenaar: database.eigenaar() };
    const opened = { ...both, pool, kind: "pglite", close: async () => {} } as const;
    return runWoonregie([...line.split(" "), ...more], {
      openDatabase: async () => ({ ...opened, db: db as typeof opened.db }),
    });
  };

  it(
    "lays two frozen outcomes beside each other, found by the beginning of their kenmerk",
    database.alone(async (db) => {
      const freeze = async (urgenten: number) => {
        const said = ["--verklaring", "proef", "--cijfer", `urgenten=${urgenten}`];
        const { out } = await run(db, VRAAG, ...said);
        return /^Bevroren: ([0-9a-f]{64})$/m.exec(out)?.[1]?.slice(0, 12) ?? "";
      };
      const [was, wordt] = [await freeze(100), await freeze(200)];
      const naar = mkdtempSync(join(folder, "uit-"));
      const line = `exporteer --was ${was} --wordt ${wordt} --als was-wordt.docx --naar`;
      expect((await run(db, line, naar)).code).toBe(0);
      const [name = ""] = readdirSync(naar);
      expect(name).toBe("woonregie-drechtsteden-urgenten-2026-01-01-was-wordt.docx");
      const body = (await partsOf(readFileSync(join(naar, name)))).get("word/document.xml") ?? "";
      const text = body.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
      expect(text).toMatch(/Dordrecht 41 82 \+41/);
      expect(text).toContain(`woonregie herbereken ${wordt}`);
      const unknown = await run(db, "exporteer --als was-wordt.pdf --was 0000 --wordt 1111");
      expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("kenmerk 0000")]);
    }),
  );
});
