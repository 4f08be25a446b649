import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { expect, it } from "vitest";
import { OPENBAAR } from "#domain/toegang.ts";
import { insertKring, insertKringlid } from "#storage/kring.repository.ts";
import {
  insertBestuursmandaat,
  insertMandaat,
  listBestuursmandaten,
} from "#storage/mandaat.repository.ts";
import { insertOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Tables } from "#storage/schema.ts";
import { insertSessie } from "#storage/sessie.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";
import { type Aanbiederinstelling, createAanbieder } from "./aanbieder.ts";
import { hashGeheim } from "./hash-geheim.ts";
import { readAangemeld, readWie } from "./wie.service.ts";

const NU = new Date("2026-03-01T12:00:00Z");
const UUR = 3_600_000;
const { dordrecht, zwijndrecht, loket } = ORGANISATIES;

const NERGENS: Aanbiederinstelling = {
  ...{ issuer: "https://idp.example", clientId: "proef", acr: [], vertrouwEmail: false },
  ...{ terugadres: "https://hier.example", bewijs: { soort: "geheim", geheim: "x" } },
};

type Tx = Transaction<Tables>;

/** An officer of Dordrecht, who will be one of Zwijndrecht. */
async function anOfficer(tx: Tx): Promise<string> {
  const persoon = randomUUID();
  for (const body of [dordrecht, zwijndrecht, loket]) await insertOrganisatie(tx, body);
  await insertPersoon(tx, {
    id: persoon,
    naam: "Proef",
    account: { issuer: "https://idp.example", sub: persoon },
  });
  const base = { persoon, rol: "ambtelijk" } as const;
  await insertMandaat(tx, {
    ...{ ...base, id: randomUUID(), organisatie: dordrecht.id },
    ...{ van: "2026-01-01", tot: "2026-12-31" },
  });
  await insertMandaat(tx, {
    ...{ ...base, id: randomUUID(), organisatie: zwijndrecht.id, van: "2026-04-01" },
  });
  return persoon;
}

async function signIn(tx: Tx, persoon: string): Promise<string> {
  const geheim = randomUUID();
  await insertSessie(tx, {
    ...{ id: randomUUID(), sha256: hashGeheim(geheim), persoon, apparaat: "proef" },
    ...{ gemaaktOp: NU, verlooptOp: new Date(NU.getTime() + 8 * UUR) },
  });
  return geheim;
}

function at(tx: Tx, hours: number) {
  const aanbieder = createAanbieder(NERGENS);
  return { db: tx, aanbieder, nu: () => new Date(NU.getTime() + hours * UUR), rust: UUR };
}

describeDatabases("who asks", ({ aloneAsOwner }) => {
  it(
    "is the person of the session, with what they may act for that day",
    aloneAsOwner(async (tx) => {
      const persoon = await anOfficer(tx);
      const { wie, sessie } = await readAangemeld(at(tx, 0), await signIn(tx, persoon));
      expect(sessie).toBeDefined();
      expect(wie).toMatchObject({
        ...{ persoon, naam: "Proef", kringen: [] },
        namens: [{ organisatie: dordrecht, rol: "ambtelijk", van: "2026-01-01" }],
        nietVandaag: [{ organisatie: zwijndrecht, van: "2026-04-01" }],
      });
    }),
  );

  it(
    "F143 acts for a body from the first day of the mandate, and not the day before",
    aloneAsOwner(async (tx) => {
      const persoon = await anOfficer(tx);
      const bodies = async (dag: string) =>
        (await readWie(tx, persoon, dag)).namens.map(({ organisatie }) => organisatie.naam);
      expect(await bodies("2025-12-31")).toEqual([]);
      expect(await bodies("2026-03-31")).toEqual([dordrecht.naam]);
      expect(await bodies("2026-04-01")).toEqual([dordrecht.naam, zwijndrecht.naam]);
      expect(await bodies("2027-01-01")).toEqual([zwijndrecht.naam]);
    }),
  );

  it(
    "is in a circle of the own body as long as they act for it, and in one of another never",
    aloneAsOwner(async (tx) => {
      const persoon = await anOfficer(tx);
      const [own, other, shared] = [randomUUID(), randomUUID(), randomUUID()];
      for (const [id, organisatie] of [
        [own, dordrecht.id],
        [other, loket.id],
        [shared, loket.id],
      ] as const) {
        await insertKring(tx, { id, naam: "kring", organisatie, door: persoon });
      }
      for (const kring of [own, other]) {
        await insertKringlid(tx, { id: randomUUID(), kring, persoon, door: persoon });
      }
      const lid = { id: randomUUID(), kring: shared, organisatie: zwijndrecht.id, door: persoon };
      await insertKringlid(tx, lid);
      const kringen = async (dag: string) => (await readWie(tx, persoon, dag)).kringen;
      expect(await kringen("2026-03-31")).toEqual([own]);
      expect(await kringen("2026-04-01")).toEqual([own, shared].toSorted());
      expect(await kringen("2027-01-01")).toEqual([shared]);
    }),
  );

  it(
    "is the public with another secret, after a rest and after the longest stay",
    aloneAsOwner(async (tx) => {
      const geheim = await signIn(tx, await anOfficer(tx));
      expect(await readAangemeld(at(tx, 0), "iets anders")).toEqual({ wie: OPENBAAR });
      expect((await readAangemeld(at(tx, 0.9), geheim)).wie.naam).toBe("Proef");
      // Used at 0.9, so still awake at 1.8 and asleep at 2.9.
      expect((await readAangemeld(at(tx, 1.8), geheim)).wie.naam).toBe("Proef");
      expect(await readAangemeld(at(tx, 2.9), geheim)).toEqual({ wie: OPENBAAR });
      const awake = { ...at(tx, 8), rust: 100 * UUR };
      expect(await readAangemeld(awake, geheim)).toEqual({ wie: OPENBAAR });
    }),
  );

  it(
    "is the public to a server with another provider: an account of a demo is nobody elsewhere",
    aloneAsOwner(async (tx) => {
      const geheim = await signIn(tx, await anOfficer(tx));
      const aanbieder = createAanbieder({ ...NERGENS, issuer: "https://elders.example" });
      expect(await readAangemeld({ ...at(tx, 0), aanbieder }, geheim)).toEqual({ wie: OPENBAAR });
    }),
  );

  it(
    "is the public once the person is switched off",
    aloneAsOwner(async (tx) => {
      const persoon = await anOfficer(tx);
      const geheim = await signIn(tx, persoon);
      await tx
        .updateTable("persoon")
        .set({ uitgeschakeld_op: NU })
        .where("id", "=", persoon)
        .execute();
      expect(await readAangemeld(at(tx, 0), geheim)).toEqual({ wie: OPENBAAR });
      expect(await readWie(tx, persoon, "2026-03-01")).toEqual(OPENBAAR);
    }),
  );

  it(
    "F143 finds the power of a gemeente with the loket that may use it, with its days",
    aloneAsOwner(async (tx) => {
      await anOfficer(tx);
      const given = { id: randomUUID(), over: "urgentieverklaring", aan: loket.id };
      const term = { van: "2026-01-01", stuk: "besluit 12" };
      await insertBestuursmandaat(tx, { ...given, ...term, gever: dordrecht.id });
      expect(await listBestuursmandaten(tx, [loket.id])).toEqual([
        { ...given, ...term, gever: dordrecht },
      ]);
      expect(await listBestuursmandaten(tx, [])).toEqual([]);
    }),
  );

  it(
    "keeps one body per gemeente, however often it is added",
    aloneAsOwner(async (tx) => {
      await insertOrganisatie(tx, dordrecht);
      await insertOrganisatie(tx, { ...dordrecht, id: randomUUID(), naam: "nog een" });
      expect((await listOrganisaties(tx)).map(({ naam }) => naam)).toEqual([dordrecht.naam]);
    }),
  );

  it.each(["update mandaat set tot = '2030-01-01'", "delete from mandaat"])(
    "cannot have a mandate rewritten: %s",
    async (statement) => {
      await aloneAsOwner(async (tx) => {
        await anOfficer(tx);
        const { sql } = await import("kysely");
        await expect(sql.raw(statement).execute(tx)).rejects.toThrow("verandert nooit");
      })();
    },
  );
});
