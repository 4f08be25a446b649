import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { DocumentStatus } from "#domain/kop.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import {
  findDocument,
  listDocumenten,
  type NieuwDocument,
  storeDocument,
} from "#storage/kader.repository.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { describeDatabases } from "#test/database.ts";

// As people write: a byte order mark, two kinds of line ends, quotes, a trailing blank.
const TEKST = "\uFEFFid: proef # wat «wij» afspraken\r\ntitel: 'één'\n\n \n";

const PROEF: NieuwDocument = {
  id: "proef",
  versie: 1,
  soort: "verdeling",
  status: "concept",
  titel: "Een proef",
  herkomst: "eigen",
  tekst: TEKST,
};

const CHANGED = { ...PROEF, tekst: `${TEKST}# later\n`, titel: "Anders" };

describeDatabases("a document", ({ alone, aloneAsOwner }) => {
  it(
    "is kept in the writer's own bytes",
    alone(async (tx) => {
      expect(await storeDocument(tx, PROEF)).toBe("nieuw");
      const found = await findDocument(tx, "proef", 1);
      expect(found).toEqual({
        ...PROEF,
        sha256: createHash("sha256").update(Buffer.from(TEKST)).digest("hex"),
        bewaardOp: expect.stringMatching(/Z$/),
        wijzigbaar: true,
      });
    }),
  );

  it(
    "is found by version, and without one at its newest",
    alone(async (tx) => {
      for (const versie of [2, 10, 1]) await storeDocument(tx, { ...PROEF, versie });
      expect((await findDocument(tx, "proef"))?.versie).toBe(10);
      expect((await findDocument(tx, "proef", 2))?.versie).toBe(2);
      expect(await findDocument(tx, "proef", 3)).toBeUndefined();
      expect(await findDocument(tx, "iets-anders")).toBeUndefined();
      expect((await listDocumenten(tx)).map(({ versie }) => versie)).toEqual([1, 2, 10]);
    }),
  );

  it.each<DocumentStatus>(["voorbeeld", "concept"])("may still change while it is %s", (status) =>
    alone(async (tx) => {
      await storeDocument(tx, { ...PROEF, status });
      expect(await storeDocument(tx, { ...PROEF, status })).toBe("gelijk");
      expect(await storeDocument(tx, { ...CHANGED, status: "geldend" })).toBe("vervangen");
      expect(await findDocument(tx, "proef")).toMatchObject({ ...CHANGED, status: "geldend" });
    })(),
  );

  it.each<DocumentStatus>(["voorgenomen", "vastgesteld", "geldend", "vervallen"])(
    "never changes again once it is %s",
    (status) =>
      alone(async (tx) => {
        await storeDocument(tx, { ...PROEF, status });
        expect(await storeDocument(tx, { ...CHANGED, status: "concept" })).toBe("besloten");
        expect(await findDocument(tx, "proef")).toMatchObject({ ...PROEF, status });
      })(),
  );

  it(
    "never changes again once an outcome of it was frozen",
    alone(async (tx) => {
      await storeDocument(tx, PROEF);
      await insertBevriezing(tx, aBevriezing("bij proef"));
      expect(await storeDocument(tx, CHANGED)).toBe("bevroren");
      expect(await storeDocument(tx, { ...CHANGED, versie: 2 })).toBe("nieuw");
      expect(await findDocument(tx, "proef", 1)).toMatchObject(PROEF);
    }),
  );

  it(
    "of one's own does not take the place of one that ships",
    aloneAsOwner(async (tx) => {
      await storeDocument(tx, { ...PROEF, herkomst: "meegeleverd" });
      expect(await storeDocument(tx, CHANGED)).toBe("andere-herkomst");
      expect(await findDocument(tx, "proef")).toMatchObject({ titel: PROEF.titel });
    }),
  );

  it.each([
    ["decided", "update document set tekst = 'anders'", "is geldend en verandert niet"],
    ["decided", "delete from document", "is geldend en verandert niet"],
    ["frozen", "update document set tekst = 'anders'", "hoort bij een bewaarde uitkomst"],
    ["frozen", "delete from document", "hoort bij een bewaarde uitkomst"],
  ])("that is %s is guarded by the database too (%s)", (state, statement, message) =>
    alone(async (tx) => {
      await storeDocument(tx, { ...PROEF, status: state === "decided" ? "geldend" : "concept" });
      if (state === "frozen") await insertBevriezing(tx, aBevriezing("bij proef"));
      await expect(sql.raw(statement).execute(tx)).rejects.toThrow(message);
    })(),
  );
});

describeDatabases("a document of two writers", ({ db }) => {
  it("is stored once, and the other hears that it was there", async () => {
    const store = () => storeDocument(db(), { ...PROEF, status: "geldend" });
    const answers = await Promise.all([store(), store(), store(), store()]);
    expect(answers.toSorted()).toEqual(["gelijk", "gelijk", "gelijk", "nieuw"]);
  });
});
