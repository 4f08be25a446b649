import { expect, it } from "vitest";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { findWaarnemingen, listGebieden, listLeveringen } from "#storage/cijfers.repository.ts";
import { findDocument, storeDocument } from "#storage/kader.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { readInBasis } from "./basis-inlezen.service.ts";

const shipped = readMeegeleverd();

describeDatabases("reading in what ships", (database) => {
  it("brings every gebied, figure and document into the database", async () => {
    const db = database.eigenaar();
    const seen: string[] = [];
    const first = await readInBasis(db, shipped, (done, total) => seen.push(`${done}/${total}`));

    expect(first.geweigerd).toEqual([]);
    expect(first.leveringen).toBe(shipped.cijfers.leveringen().length);
    expect(first.documenten).toBe(shipped.documenten.bibliotheek.list().length);
    expect(seen[0]).toMatch(/^0\//);
    const total = 1 + first.leveringen + first.documenten;
    expect(seen.at(-1)).toBe(`${total}/${total}`);

    const gemeenten = await listGebieden(db, "gemeente");
    expect(gemeenten.filter(({ tot }) => tot === undefined).length).toBe(342);
    expect(gemeenten.find(({ code }) => code === "GM0457")?.tot).toBe("2022-03-23");
    const inwoners = await findWaarnemingen(db, {
      indicatoren: ["inwoners"],
      gebieden: ["GM0505"],
    });
    expect(inwoners).toHaveLength(shipped.cijfers.find("inwoners", "GM0505").length);
    const document = await findDocument(db, "drechtsteden");
    expect(document?.tekst).toBe(shipped.documenten.findBestand("drechtsteden")?.tekst());
  });

  it("leaves alone what did not change, and takes over what did", async () => {
    const db = database.eigenaar();
    await readInBasis(db, shipped);
    const before = await listLeveringen(db);
    const seen: number[] = [];
    const again = await readInBasis(db, shipped, (done) => seen.push(done));
    expect(again).toEqual({ gebieden: 0, leveringen: 0, documenten: 0, geweigerd: [] });
    expect(seen).toEqual([]);
    expect(await listLeveringen(db)).toEqual(before);

    const [one] = shipped.cijfers.leveringen();
    const changed = {
      ...shipped,
      cijfers: {
        ...shipped.cijfers,
        leveringen: () =>
          shipped.cijfers
            .leveringen()
            .map((item) => (item === one ? { ...item, toelichting: "gewijzigd" } : item)),
      },
    };
    expect(await readInBasis(db, changed)).toMatchObject({ leveringen: 1, documenten: 0 });
    const stored = await listLeveringen(db);
    expect(stored.filter(({ toelichting }) => toelichting === "gewijzigd")).toHaveLength(1);
  });

  it("does nothing twice where servers start at once", async () => {
    const db = database.eigenaar();
    await db.deleteFrom("levering").execute();
    const both = await Promise.all([readInBasis(db, shipped), readInBasis(db, shipped)]);
    const counts = both.map(({ leveringen }) => leveringen).sort((a, b) => a - b);
    expect(counts).toEqual([0, shipped.cijfers.leveringen().length]);
  });

  it("never takes the place of a document somebody made", async () => {
    const db = database.eigenaar();
    await readInBasis(db, shipped);
    await database.aloneAsOwner(async (tx) => {
      const tekst = "soort: indeling\n";
      const eigen = { id: "twente", versie: 1, soort: "indeling", status: "concept" } as const;
      await tx.deleteFrom("document").where("id", "=", "twente").execute();
      await storeDocument(tx, { ...eigen, titel: "Twente", herkomst: "eigen", tekst });
      const { geweigerd } = await readInBasis(tx, shipped);
      expect(geweigerd).toEqual([{ naam: "twente@1", reden: "andere-herkomst" }]);
      expect((await findDocument(tx, "twente"))?.tekst).toBe(tekst);
    })();
  });
});
