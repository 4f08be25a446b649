import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { runControleer } from "#cli/beheer/controleer.ts";
import type { Surroundings } from "#cli/surroundings.ts";
import { findOpgeruimd, removeInzagen } from "#storage/inzage.repository.ts";
import { checkInzageketen, checkKeten } from "#storage/keten.ts";
import { describeDatabases } from "#test/database.ts";
import { inzageVan } from "#test/sessies.ts";
import { logInzage } from "./inzage.ts";
import { ruimInzageOp } from "./inzage-opruimen.ts";

describeDatabases("lines of the access log", ({ db, eigenaar }) => {
  const look = (moment: string, aantal = 1) => {
    const at = new Date(moment);
    const betrokkenen = Array.from({ length: aantal }, () => randomUUID());
    return logInzage(inzageVan(eigenaar()), {
      ...{ verwerking: "accounts-beheren", betrokkenen, begin: at, eind: at },
      verzoek: { traceId: "0af7651916cd43dd8448eb211c80319c", ouder: "b7ad6b7169203331" },
    });
  };
  const left = async () =>
    (await eigenaar().selectFrom("inzage").select("begin_ms").orderBy("nummer").execute()).map(
      ({ begin_ms }) => new Date(Number(begin_ms)).toISOString(),
    );
  const LATER = new Date("2026-11-30T12:00:00Z");
  const JAAR = { aantal: 3, maat: "jaar" } as const;

  it("go when their time is over by the calendar here, and the rest of the chain still is whole", async () => {
    await look("2023-05-01T10:00:00Z", 2);
    // Just before and just after midnight in the Netherlands.
    await look("2023-11-29T22:59:59.999Z");
    await look("2023-11-29T23:00:00.000Z");
    await look("2026-11-30T10:00:00Z");
    expect(await ruimInzageOp(eigenaar(), JAAR, LATER)).toMatchObject({
      ...{ regels: 3, tot: "2023-11-29" },
    });
    expect(await left()).toEqual(["2023-11-29T23:00:00.000Z", "2026-11-30T10:00:00.000Z"]);
    expect(await checkInzageketen(eigenaar())).toMatchObject({ aantal: 2, fout: [] });
    // Nothing more to take away: nothing is written down again.
    expect(await ruimInzageOp(eigenaar(), JAAR, LATER)).toBeUndefined();
    expect(await findOpgeruimd(eigenaar())).toMatchObject({ regels: 3, tot: "2023-11-29" });
  });

  it("leave in the change log that they went: how many, and up to which day", async () => {
    const lines = await eigenaar()
      .selectFrom("wijziging")
      .select(["soort", "nieuw"])
      .where("tabel", "=", "inzage_opgeruimd")
      .execute();
    expect(lines.map(({ soort, nieuw }) => [soort, JSON.parse(nieuw ?? "{}")])).toEqual([
      ["gemaakt", { tot: "2023-11-29", laatste: 3, regels: 3, hash: expect.any(String) }],
    ]);
    expect((await checkKeten(eigenaar())).fout).toEqual([]);
    const said: string[] = [];
    await runControleer({
      openDatabase: async () => ({ eigenaar: eigenaar(), close: async () => {} }),
      write: (text: string) => said.push(text),
      warn: (text: string) => said.push(text),
    } as unknown as Surroundings);
    expect(said.join("")).toMatch(
      /Van het logboek van inzage zijn 3 regels opgeruimd, tot en met 29 november 2023; voor het laatst op/,
    );
    expect(said.join("")).toContain("Alles past bij zijn kenmerk.");
  });

  it("stay where one before them is newer: only the beginning of the chain goes", async () => {
    await look("2020-01-01T10:00:00Z");
    expect(await removeInzagen(eigenaar(), "2023-01-01")).toBeUndefined();
    expect(await left()).toHaveLength(3);
  });

  it("go in no other way: not by the app, and not by the owner without a word", async () => {
    const remove = sql`delete from inzage where nummer = 4`;
    await expect(remove.execute(db())).rejects.toThrow("permission denied");
    await expect(remove.execute(eigenaar())).rejects.toThrow("pas weg als dat is opgeschreven");
    const told = (regels: number) => sql`insert into inzage_opgeruimd (tot, laatste, hash, regels)
      select '2023-11-29', nummer, hash, ${regels} from inzage where nummer = 4`;
    await expect(told(1).execute(db())).rejects.toThrow("permission denied");
    // The line began on the day after: what is written down must be so.
    await expect(told(1).execute(eigenaar())).rejects.toThrow("past niet bij het logboek");
    const change = sql`update inzage_opgeruimd set regels = 1`.execute(eigenaar());
    await expect(change).rejects.toThrow();
  });

  it("are missed where one goes that nobody wrote down", async () => {
    await sql`alter table inzage disable trigger inzage_gaat_niet_stil`.execute(eigenaar());
    await sql`delete from inzage where nummer = 4`.execute(eigenaar());
    await sql`alter table inzage enable trigger inzage_gaat_niet_stil`.execute(eigenaar());
    expect((await checkInzageketen(eigenaar())).fout).toEqual(["inzage 4 ontbreekt"]);
  });

  it("can all go, after which the next follows on what is gone", async () => {
    expect(await removeInzagen(eigenaar(), "2026-12-31")).toMatchObject({ regels: 2 });
    expect(await left()).toEqual([]);
    expect((await checkInzageketen(eigenaar())).fout).toEqual([]);
    await look("2027-01-01T10:00:00Z");
    expect(await checkInzageketen(eigenaar())).toMatchObject({ aantal: 1, fout: [] });
  });
});
