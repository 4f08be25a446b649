import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import type { Organisatie, Rol } from "#domain/toegang.ts";
import { readGenodigde, readMandaat, readTerm } from "#services/toegang/beheer-invoer.ts";
import { mag } from "#services/toegang/mag.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { readWie } from "#services/toegang/wie.service.ts";
import { insertMandaat, listBestuursmandaten } from "#storage/mandaat.repository.ts";
import { insertOrganisatie } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Tables } from "#storage/schema.ts";
import {
  aToegang,
  type Browser,
  createAanmelddienst,
  createBrowser,
  ISSUER,
  signInWith,
} from "#test/aanmelddienst.ts";
import { createAccounts } from "#test/account.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { IN_DORDRECHT, ORGANISATIES } from "#test/toegang.ts";

const { dordrecht, zwijndrecht, loket, bureau } = ORGANISATIES;
const DAG = "2026-03-01";

type Tx = Transaction<Tables>;

/** Somebody who acts for a body since long ago, by the name that the provider has for them. */
async function someone(tx: Tx, sub: string, ...roles: readonly (readonly [Organisatie, Rol])[]) {
  const persoon = randomUUID();
  await insertPersoon(tx, { id: persoon, naam: sub, account: { issuer: ISSUER, sub } });
  for (const [organisatie, rol] of roles) {
    const mandaat = { id: randomUUID(), persoon, organisatie: organisatie.id, rol };
    await insertMandaat(tx, { ...mandaat, van: "2020-01-01" });
  }
  return persoon;
}

/** Dordrecht with a beheerder, Zwijndrecht with one, and a browser for each. */
async function open(tx: Tx) {
  for (const body of [dordrecht, zwijndrecht, loket]) await insertOrganisatie(tx, body);
  await someone(tx, "dora", [dordrecht, "beheerder"]);
  await someone(tx, "zwier", [zwijndrecht, "beheerder"]);
  const dienst = createAanmelddienst();
  const nu = () => new Date(`${DAG}T12:00:00Z`);
  const app = appOn(tx, { toegang: aToegang(tx, dienst, { nu }) });
  const as = async (sub: string, wie: object = {}): Promise<Browser> => {
    const browser = createBrowser(app);
    await signInWith(browser, dienst, { wie: { sub, name: sub, ...wie } });
    return browser;
  };
  return { as, dora: await as("dora"), zwier: await as("zwier") };
}

const AT = `/organisaties/${dordrecht.id}`;
const NIEUW = { naam: "Anna", email: "Anna@Voorbeeld.nl", rol: "ambtelijk", van: DAG };

async function mandateOf(tx: Tx, naam: string) {
  return tx
    .selectFrom("mandaat")
    .innerJoin("persoon", "persoon.id", "mandaat.persoon")
    .select(["mandaat.id", "mandaat.persoon", "mandaat.tot", "mandaat.beeindigd_op"])
    .where("persoon.naam", "=", naam)
    .executeTakeFirstOrThrow();
}

describeDatabases("a beheerder", ({ aloneAsOwner }) => {
  it(
    "asks somebody in, who then acts for the body from the day that was given",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      const invited = await dora.post(`${AT}/uitnodigen`, NIEUW);
      expect([invited.status, invited.location]).toEqual([303, `${AT}#uitnodigen`]);
      expect((await dora.get(AT)).text).toMatch(/Anna[\s\S]*nog niet aangemeld geweest/);
      const anna = await as("a-1", { email: "anna@voorbeeld.nl", email_verified: true });
      expect((await anna.get("/account")).text).toContain("gemeente Dordrecht");
      expect((await anna.get(AT)).text).not.toContain("Nodig uit");
    }),
  );

  it(
    "asks in by what the provider calls somebody, too",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      await dora.post(`${AT}/uitnodigen`, { ...NIEUW, email: "", sub: "b-2" });
      expect((await (await as("b-2")).get("/account")).text).toContain("gemeente Dordrecht");
    }),
  );

  it(
    "lets one officer act for several gemeenten, each by its own beheerder",
    aloneAsOwner(async (tx) => {
      const { as, dora, zwier } = await open(tx);
      await dora.post(`${AT}/uitnodigen`, NIEUW);
      await zwier.post(`/organisaties/${zwijndrecht.id}/uitnodigen`, NIEUW);
      expect(
        await tx.selectFrom("persoon").select("id").where("naam", "=", "Anna").execute(),
      ).toHaveLength(1);
      const anna = await as("a-1", { email: "anna@voorbeeld.nl", email_verified: true });
      expect((await anna.get("/account")).text).toMatch(
        /gemeente Dordrecht[\s\S]*gemeente Zwijndrecht/,
      );
    }),
  );

  it(
    "lets such an officer say for which they work, which changes nothing of what they may",
    aloneAsOwner(async (tx) => {
      const { as } = await open(tx);
      await someone(tx, "carl", [dordrecht, "ambtelijk"], [zwijndrecht, "ambtelijk"]);
      const carl = await as("carl");
      const works = async () =>
        /is van <strong>([^<]+)/.exec((await carl.get("/account")).text)?.[1];
      expect(await works()).toBe(dordrecht.naam);
      await carl.post("/account/namens", { organisatie: zwijndrecht.id });
      expect(await works()).toBe(zwijndrecht.naam);
      await carl.post("/account/namens", { organisatie: loket.id });
      expect(await works()).toBe(zwijndrecht.naam);
      carl.cookies.set("namens", loket.id);
      expect(await works()).toBe(dordrecht.naam);
      expect((await carl.get(`/organisaties/${loket.id}`)).status).toBe(404);
    }),
  );

  it(
    "ends a mandate at once: the next page that is asked for is refused",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      await someone(tx, "carl", [dordrecht, "ambtelijk"]);
      const carl = await as("carl");
      expect((await carl.get(AT)).status).toBe(200);
      const { id } = await mandateOf(tx, "carl");
      expect((await dora.post(`${AT}/mandaten/${id}/beeindigen`)).status).toBe(303);
      expect((await carl.get(AT)).status).toBe(404);
      expect((await dora.get(AT)).text).toMatch(/carl[\s\S]*beëindigd op/);
      expect((await dora.post(`${AT}/mandaten/${id}/beeindigen`)).status).toBe(404);
    }),
  );

  it(
    "gives a mandate for later: refused until its first day (F143)",
    aloneAsOwner(async (tx) => {
      const { dora } = await open(tx);
      const persoon = await someone(tx, "carl", [dordrecht, "ambtelijk"]);
      const vraag = { persoon, rol: "college", van: "2026-04-01", tot: "2026-12-31" };
      expect((await dora.post(`${AT}/mandaten`, vraag)).status).toBe(303);
      const over = { gebieden: IN_DORDRECHT };
      const ask = async (dag: string) =>
        mag(await readWie(tx, persoon, dag), "urgentieverklaring-afgeven", over, dag).mag;
      expect([await ask("2026-03-31"), await ask("2026-04-01")]).toEqual([false, true]);
      expect([await ask("2026-12-31"), await ask("2027-01-01")]).toEqual([true, false]);
    }),
  );

  it(
    "switches an account off: every session of it ends at once, and on again",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      const persoon = await someone(tx, "carl", [dordrecht, "ambtelijk"]);
      const [carl, elsewhere] = [await as("carl"), await as("carl")];
      expect((await dora.post(`${AT}/personen/${persoon}/uitschakelen`)).status).toBe(303);
      for (const browser of [carl, elsewhere])
        expect((await browser.get("/account")).status).toBe(303);
      await dora.post(`${AT}/personen/${persoon}/inschakelen`);
      expect((await carl.get("/account")).status).toBe(303);
      expect((await (await as("carl")).get("/account")).status).toBe(200);
    }),
  );

  it(
    "does not switch off who acts for others too, and leaves a beheerder",
    aloneAsOwner(async (tx) => {
      const { dora } = await open(tx);
      const both = await someone(tx, "carl", [dordrecht, "ambtelijk"], [zwijndrecht, "ambtelijk"]);
      const shared = await dora.post(`${AT}/personen/${both}/uitschakelen`);
      expect([shared.status, shared.text.includes("ook voor een andere organisatie")]).toEqual([
        422,
        true,
      ]);
      const { id, persoon } = await mandateOf(tx, "dora");
      for (const path of [`mandaten/${id}/beeindigen`, `personen/${persoon}/uitschakelen`]) {
        const last = await dora.post(`${AT}/${path}`);
        expect([last.status, last.text.includes("laatste beheerder")]).toEqual([422, true]);
      }
    }),
  );

  it(
    "of another body, an officer and the public find nothing there, with the same words",
    aloneAsOwner(async (tx) => {
      const { as, dora, zwier } = await open(tx);
      const persoon = await someone(tx, "carl", [dordrecht, "ambtelijk"]);
      const { id } = await mandateOf(tx, "carl");
      const carl = await as("carl");
      const unknown = `/organisaties/${randomUUID()}`;
      const words = (text: string) => text.replace(/\/organisaties\/[\w-]+/g, "");
      const nothing = words((await zwier.get(unknown)).text);
      expect(words((await zwier.get(AT)).text)).toBe(nothing);
      const daden = [
        "uitnodigen",
        "mandaten",
        `mandaten/${id}/beeindigen`,
        `personen/${persoon}/uitschakelen`,
        `personen/${persoon}/inschakelen`,
        "bestuursmandaten",
      ];
      for (const daad of [...daden, "kringen"]) {
        expect((await zwier.post(`${AT}/${daad}`, NIEUW)).status, daad).toBe(404);
      }
      for (const daad of daden)
        expect((await carl.post(`${AT}/${daad}`, NIEUW)).status, daad).toBe(404);
      const other = `/organisaties/${zwijndrecht.id}`;
      expect((await zwier.post(`${other}/mandaten/${id}/beeindigen`)).status).toBe(404);
      expect((await dora.get(AT)).text).not.toContain("beëindigd op");
    }),
  );

  it(
    "hears every mistake at once, and what was filled in stays",
    aloneAsOwner(async (tx) => {
      const { dora } = await open(tx);
      const wrong = { naam: "", email: "x", rol: "kernteam", van: "2026-02-01", tot: "2026-01-01" };
      const { status, text } = await dora.post(`${AT}/uitnodigen`, wrong);
      expect(status).toBe(422);
      for (const part of [
        "De naam ontbreekt",
        "e-mailadres is «x»",
        "rol is «kernteam»",
        "begint vandaag",
        "voor de eerste",
      ]) {
        expect(text).toContain(part);
      }
      expect(text).toContain('value="2026-02-01"');
    }),
  );
});

describeDatabases("a circle", ({ aloneAsOwner }) => {
  it(
    "is of the body that made it, and holds whoever acts for the bodies and the people in it",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      const carl = await someone(tx, "carl", [zwijndrecht, "ambtelijk"]);
      const doris = await someone(tx, "doris", [dordrecht, "ambtelijk"]);
      const officer = await as("doris");
      await officer.post(`${AT}/kringen`, { naam: "werkgroep urgentie" });
      const [kring] = await tx.selectFrom("kring").select("id").execute();
      const inCircle = async (persoon: string) => (await readWie(tx, persoon, DAG)).kringen;
      expect(await inCircle(doris)).toEqual([kring?.id]);
      expect(await inCircle(carl)).toEqual([]);
      const lid = { lid: `organisatie:${zwijndrecht.id}` };
      await dora.post(`${AT}/kringen/${kring?.id}/leden`, lid);
      expect(await inCircle(carl)).toEqual([kring?.id]);
      const row = await tx
        .selectFrom("kringlid")
        .select("id")
        .where("organisatie", "=", zwijndrecht.id)
        .executeTakeFirst();
      await dora.post(`${AT}/kringen/${kring?.id}/leden/${row?.id}/verwijderen`);
      expect(await inCircle(carl)).toEqual([]);
      await dora.post(`${AT}/kringen/${kring?.id}/leden`, { lid: `persoon:${doris}` });
      await dora.post(`${AT}/kringen/${kring?.id}/sluiten`);
      expect(await inCircle(doris)).toEqual([]);
      expect((await dora.get(AT)).text).not.toContain("werkgroep urgentie");
    }),
  );

  it(
    "takes in no stranger, has one name, and is no other body's to change",
    aloneAsOwner(async (tx) => {
      const { dora, zwier } = await open(tx);
      const carl = await someone(tx, "carl", [zwijndrecht, "ambtelijk"]);
      await dora.post(`${AT}/kringen`, { naam: "werkgroep" });
      expect((await dora.post(`${AT}/kringen`, { naam: " werkgroep " })).status).toBe(422);
      const [kring] = await tx.selectFrom("kring").select("id").execute();
      const leden = `${AT}/kringen/${kring?.id}/leden`;
      expect((await dora.post(leden, { lid: `persoon:${carl}` })).status).toBe(422);
      expect((await dora.post(leden, { lid: `organisatie:${randomUUID()}` })).status).toBe(422);
      const theirs = `/organisaties/${zwijndrecht.id}/kringen/${kring?.id}`;
      expect((await zwier.post(`${theirs}/leden`, { lid: `persoon:${carl}` })).status).toBe(404);
      expect((await zwier.post(`${theirs}/sluiten`)).status).toBe(404);
      expect((await readWie(tx, carl, DAG)).kringen).toEqual([]);
    }),
  );
});

describeDatabases("a college", ({ aloneAsOwner }) => {
  it(
    "lets a loket issue urgentieverklaringen from a day on, refused the day before (F143), and ends it",
    aloneAsOwner(async (tx) => {
      const { as, dora } = await open(tx);
      await someone(tx, "col", [dordrecht, "college"]);
      const worker = await someone(tx, "lo", [loket, "medewerker"]);
      const college = await as("col");
      const vraag = { aan: loket.id, stuk: "besluit 12", van: "2026-04-01" };
      expect((await dora.post(`${AT}/bestuursmandaten`, vraag)).status).toBe(404);
      expect((await college.post(`${AT}/bestuursmandaten`, vraag)).status).toBe(303);
      const ask = async (dag: string) => {
        const bestuursmandaten = await listBestuursmandaten(tx, [loket.id]);
        const over = { gebieden: IN_DORDRECHT, bestuursmandaten };
        return mag(await readWie(tx, worker, dag), "urgentieverklaring-afgeven", over, dag);
      };
      expect(await ask("2026-03-31")).toMatchObject({
        mag: false,
        waarom: expect.stringContaining("begint op 1 april 2026"),
      });
      expect((await ask("2026-04-01")).mag).toBe(true);
      const [given] = await listBestuursmandaten(tx, [loket.id]);
      await college.post(`${AT}/bestuursmandaten/${given?.id}/beeindigen`);
      expect((await ask("2026-04-01")).mag).toBe(false);
      const wrong = await college.post(`${AT}/bestuursmandaten`, {
        aan: zwijndrecht.id,
        van: "nu",
      });
      expect(wrong.status).toBe(422);
      for (const part of ["Kies een uitvoerder", "Noem het besluit", "eerste dag is «nu»"])
        expect(wrong.text).toContain(part);
    }),
  );
});

describeDatabases("what a beheerder does", ({ db, eigenaar }) => {
  it("is told in the history with who did it, though only the owner of the tables may write it", async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const beheerder = await signIn(dordrecht, "beheerder");
    await beheerder.browser.post(`${AT}/kringen`, { naam: "werkgroep urgentie" });
    await beheerder.browser.post(`${AT}/uitnodigen`, {
      ...NIEUW,
      van: dagVan(new Date()),
    });
    const lines = await eigenaar()
      .selectFrom("wijziging")
      .select(["tabel", "namens"])
      .where("persoon", "=", beheerder.persoon)
      .orderBy("nummer")
      .execute();
    expect(lines.map(({ tabel, namens }) => [tabel, namens])).toEqual(
      ["kring", "kringlid", "persoon", "mandaat"].map((tabel) => [tabel, dordrecht.id]),
    );
  });
});

describe("what a beheerder fills in", () => {
  it("begins today or later, ends after that, and not after the body itself", () => {
    expect(readTerm({ van: DAG }, DAG)).toEqual({ ok: true, waarde: { van: DAG } });
    expect(readTerm({ van: "2026-02-28" }, DAG).ok).toBe(false);
    expect(readTerm({ van: DAG, tot: "2026-02-30" }, DAG).ok).toBe(false);
    const vraag = { rol: "medewerker", van: DAG };
    expect(readMandaat(vraag, bureau, DAG)).toEqual({
      ok: true,
      waarde: { ...vraag, tot: bureau.tot },
    });
    expect(readMandaat({ ...vraag, tot: "2026-07-01" }, bureau, DAG).ok).toBe(false);
  });

  it("names somebody by one thing, and an address in small letters", () => {
    const naam = "Anna";
    expect(readGenodigde({ naam, email: " Anna@X.nl " })).toEqual({
      ok: true,
      waarde: { naam, email: "anna@x.nl" },
    });
    expect(readGenodigde({ naam, sub: "1" })).toEqual({ ok: true, waarde: { naam, sub: "1" } });
    expect(readGenodigde({ naam, sub: "1", email: "anna@x.nl" }).ok).toBe(false);
    expect(readGenodigde({ naam }).ok).toBe(false);
  });
});
