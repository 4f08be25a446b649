import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Organisatie, Wie } from "#domain/toegang.ts";
import { bezorgRonde } from "#services/webhook/bezorgen.service.ts";
import type { Webhooknet } from "#services/webhook/webhooks.service.ts";
import { createZender } from "#sources/webhook/zender.ts";
import { asWie } from "#storage/als-wie.ts";
import { insertRonde } from "#storage/correctie.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { type Account, createAccounts } from "#test/account.ts";
import { type Bronserver, omDeBeurt, startBronserver, status } from "#test/bronserver.ts";
import { describeDatabases } from "#test/database.ts";
import { aMandaat, ORGANISATIES } from "#test/toegang.ts";

const { dordrecht, zwijndrecht } = ORGANISATIES;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const GEHEIM = /whsec_[A-Za-z0-9+/]+=*/;

type Ontvangen = {
  readonly koppen: Readonly<Record<string, string>>;
  readonly tekst: string;
};

let server: Bronserver;
let got: Ontvangen[] = [];
let codes: number[] = [];
beforeAll(async () => {
  server = await startBronserver();
  server.zet("/haak", (request, response, url) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const koppen = request.headers as Record<string, string>;
      got.push({ koppen, tekst: Buffer.concat(chunks).toString("utf8") });
      omDeBeurt(status(codes.shift() ?? 204))(request, response, url);
    });
  });
});
afterAll(() => server.sluit());

/** As the real one, with a server on this machine in the place of the internet. */
const net = (): Webhooknet => ({ hosts: new Set(["zaken.voorbeeld.nl"]), proef: server.origin });

function signatureOf({ koppen, tekst }: Ontvangen, geheim: string): string {
  const key = Buffer.from(geheim.slice("whsec_".length), "base64");
  const signed = `${koppen["webhook-id"]}.${koppen["webhook-timestamp"]}.${tekst}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

describeDatabases("webhooks", ({ db, eigenaar }) => {
  let beheerder: Account;
  let ander: Account;
  let ambtenaar: Account;
  beforeAll(async () => {
    const { signIn } = createAccounts(db(), eigenaar(), { webhooks: net() });
    beheerder = await signIn(dordrecht, "beheerder");
    ander = await signIn(zwijndrecht, "beheerder");
    ambtenaar = await signIn(dordrecht, "ambtelijk");
  });
  beforeEach(async () => {
    await sql`update webhook set uit_op = now(), uit_reden = 'proef' where uit_op is null`.execute(
      eigenaar(),
    );
    [got, codes] = [[], []];
  });

  const make = async (own: Readonly<Record<string, string>> = {}, who = beheerder) => {
    const organisatie = dordrecht.id;
    const fields = { organisatie, adres: `${server.origin}/haak`, soort: "document.gewijzigd" };
    const page = await who.browser.post("/webhooks", { ...fields, ...own });
    return { ...page, geheim: GEHEIM.exec(page.text)?.[0] ?? "" };
  };
  const ids = async () => {
    const rows = eigenaar().selectFrom("webhook").select("id").where("uit_op", "is", null);
    return (await rows.execute()).map(({ id }) => id);
  };
  const berichten = async () =>
    eigenaar()
      .selectFrom("webhook_bericht")
      .innerJoin("webhook", "webhook.id", "webhook_bericht.webhook")
      .selectAll("webhook_bericht")
      .where("webhook.uit_op", "is", null)
      .execute();
  /** Somebody of a body keeps a document of it. */
  const write = async (body: Organisatie, zichtbaarheid = "organisatie") => {
    const { persoon } = body === dordrecht ? beheerder : ander;
    const wie: Wie = { persoon, naam: "Proef", namens: [aMandaat(body, "beheerder")], kringen: [] };
    const id = `proef-${randomUUID()}`;
    await asWie(db(), wie, async (tx) => {
      await storeDocument(tx, {
        ...{ id, versie: 1, soort: "verdeling", status: "concept", titel: "Geheim plan" },
        ...{ herkomst: "eigen", tekst: "id: geheim-plan\n" },
      });
      await tx.updateTable("document").set({ zichtbaarheid }).where("id", "=", id).execute();
    });
    return id;
  };
  const bezorg = (later = 0) =>
    bezorgRonde({
      ...{ db: eigenaar(), zend: createZender(net()) },
      nu: () => new Date(Date.now() + later),
    });

  it("send exactly what happened, signed, with nothing of what stands there", async () => {
    await write(dordrecht);
    const { status: made, geheim } = await make();
    expect(made).toBe(201);
    const [document] = [await write(dordrecht), await write(zwijndrecht)];
    await bezorg();
    expect(got.map(({ tekst }) => JSON.parse(tekst))).toEqual([
      {
        id: got[0]?.koppen["webhook-id"],
        soort: "document.gewijzigd",
        op: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        adres: `/documenten/${document}`,
      },
    ]);
    for (const one of got) expect(one.koppen["webhook-signature"]).toBe(signatureOf(one, geheim));
    await bezorg();
    expect(got).toHaveLength(1);
    expect((await beheerder.browser.get("/webhooks")).text).toContain("aangekomen, 1 keer");
  });

  it("that were switched off ask for attention until there is another for that host", async () => {
    const told = /is uitgezet: er kwam niets aan/;
    await make();
    expect((await beheerder.browser.get("/")).text).not.toMatch(told);
    await sql`update webhook set uit_op = now(), uit_reden = 'proef' where uit_op is null`.execute(
      eigenaar(),
    );
    expect((await beheerder.browser.get("/")).text).toMatch(told);
    await make();
    expect((await beheerder.browser.get("/")).text).not.toMatch(told);
  });

  it("send that a body of government adopted something, and that it ended", async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const raad = await signIn(dordrecht, "raad");
    await make({ soort: "vaststelling.gemaakt" });
    await make({ soort: "vaststelling.ingetrokken" });
    const begun = await raad.api("POST", "/versiereeksen");
    const adres =
      "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open";
    const kept = await raad.api("POST", `/versiereeksen/${begun.json.reeks}/versies`, {
      ...{ naam: "na het overleg", adres },
      bronnen: { mutatiegraad: "corporaties", urgenten: "raming" },
    });
    const stuk = { titel: "Raadsbesluit", kenmerk: "RV-1", link: "https://dordrecht.example/rv" };
    const made = await raad.api("POST", "/vaststellingen", {
      ...{ versie: kept.json.versie, over: "huisvestingsverordening" },
      ...{ datum: "2026-03-03", stuk },
    });
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    const { id: vaststelling } = made.json;
    const ended = await raad.api("POST", `/vaststellingen/${vaststelling}/intrekkingen`, {
      ...{ datum: "2026-04-03", stuk },
    });
    expect(ended.status, JSON.stringify(ended.json)).toBe(201);
    await bezorg();
    const told = got.map(({ tekst }) => JSON.parse(tekst));
    expect(told.map(({ soort, adres: at }) => [soort, at]).toSorted()).toEqual([
      ["vaststelling.gemaakt", `/vaststellingen/${vaststelling}`],
      ["vaststelling.ingetrokken", `/vaststellingen/${vaststelling}`],
    ]);
    expect(JSON.stringify(told)).not.toContain("Raadsbesluit");
  });

  it("send only the events that were chosen, and nothing that is only of its maker", async () => {
    await make({ soort: "correctieronde.begonnen" });
    await write(dordrecht);
    const { persoon } = beheerder;
    const namens = [aMandaat(dordrecht, "beheerder")];
    const ronde = randomUUID();
    await asWie(db(), { persoon, naam: "Proef", namens, kringen: [] }, (tx) =>
      insertRonde(tx, { id: ronde, naam: "Geheim", regio: "drechtsteden", op: "2026-01-01" }),
    );
    await make();
    await write(dordrecht, "prive");
    await bezorg();
    expect(got.map(({ tekst }) => JSON.parse(tekst).adres)).toEqual([
      `/verdeling/correcties/${ronde}`,
    ]);
    expect(JSON.stringify(got)).not.toContain("Geheim");
  });

  it("send once where two servers do it at the same moment", async () => {
    await make();
    const made = [await write(dordrecht), await write(dordrecht), await write(dordrecht)];
    await Promise.all([bezorg(), bezorg()]);
    await bezorg();
    const told = got.map(({ tekst }) => JSON.parse(tekst).adres);
    expect(told.toSorted()).toEqual(made.map((id) => `/documenten/${id}`).toSorted());
    expect(new Set(got.map(({ koppen }) => koppen["webhook-id"])).size).toBe(3);
  });

  it("are tried again later each time, given up, and sent again when somebody asks", async () => {
    await make();
    await write(dordrecht);
    codes = Array.from({ length: 6 }, () => 500);
    await bezorg();
    await bezorg();
    expect(got).toHaveLength(1);
    expect((await beheerder.browser.get("/webhooks")).text).toContain("antwoordde met 500");
    let later = 0;
    for (const minutes of [1, 5, 30, 120, 720]) {
      later += (minutes + 1) * MINUTE_MS;
      await bezorg(later);
    }
    expect(got).toHaveLength(6);
    expect(new Set(got.map(({ koppen }) => koppen["webhook-id"])).size).toBe(1);
    const [bericht] = await berichten();
    expect(bericht).toMatchObject({ uitkomst: "opgegeven", pogingen: 6, status: 500 });
    await bezorg(later + DAY_MS);
    expect(got).toHaveLength(6);

    const again = `/webhooks/berichten/${bericht?.id}/opnieuw`;
    expect((await ander.browser.post(again)).status).toBe(404);
    expect((await beheerder.browser.post(again)).status).toBe(303);
    await bezorg();
    expect(got).toHaveLength(7);
    expect(got[6]?.tekst).toBe(got[0]?.tekst);
  });

  it("are sent again where the server that had one is gone", async () => {
    await make();
    await write(dordrecht);
    const never = bezorgRonde({
      ...{ db: eigenaar(), zend: () => Promise.reject(new Error("weg")), nu: () => new Date() },
    });
    await expect(never).rejects.toThrow("weg");
    await bezorg();
    expect(got).toEqual([]);
    await bezorg(2 * MINUTE_MS);
    expect(got).toHaveLength(1);
  });

  it("are switched off by the server where nothing arrives for a week, and say so", async () => {
    await make();
    await write(dordrecht);
    codes = [500, 500];
    await bezorg();
    expect(await ids()).toHaveLength(1);
    await bezorg(8 * DAY_MS);
    expect(await ids()).toEqual([]);
    const { text } = await beheerder.browser.get("/webhooks");
    expect(text).toContain("In 7 dagen kwam geen bericht aan.");
    const told = /is uitgezet: er kwam niets aan/;
    // Who looks after the body sees it on the first page, and nobody else.
    expect((await beheerder.browser.get("/")).text).toMatch(told);
    expect((await ambtenaar.browser.get("/")).text).not.toMatch(told);
    expect((await ander.browser.get("/")).text).not.toMatch(told);
  });

  it("are switched off after twenty messages that were given up, but not where one arrived", async () => {
    for (const arrived of [true, false]) {
      await make();
      const [id = ""] = await ids();
      const plant = (uitkomst: string, minutes: number, times: number) =>
        sql`insert into webhook_bericht (id, webhook, soort, bericht, gemaakt_op, uitkomst,
            pogingen, volgende_op, klaar_op)
          select gen_random_uuid(), ${id}, 'webhook.proef', '{}', now(), ${uitkomst}, 6, now(),
            now() - make_interval(mins => ${minutes}) from generate_series(1, ${times}::int)`.execute(
          eigenaar(),
        );
      await plant("opgegeven", 10, 20);
      if (arrived) await plant("gelukt", 5, 1);
      codes = [500];
      await beheerder.browser.post(`/webhooks/${id}/proef`);
      await bezorg(1000);
      expect(await ids()).toEqual(arrived ? [id] : []);
      await beheerder.browser.post(`/webhooks/${id}/uitzetten`);
    }
    const { text } = await beheerder.browser.get("/webhooks");
    expect(text).toContain("20 berichten na elkaar kwamen niet aan.");
  });

  it("stay silent after they are switched off, and come on no more", async () => {
    await make();
    const [id = ""] = await ids();
    await write(dordrecht);
    expect((await beheerder.browser.post(`/webhooks/${id}/uitzetten`)).status).toBe(303);
    await bezorg();
    expect(got).toEqual([]);
    expect((await beheerder.browser.post(`/webhooks/${id}/proef`)).status).toBe(404);
    expect((await beheerder.browser.post(`/webhooks/${id}/geheim`)).status).toBe(404);
    const on = sql`update webhook set uit_op = null, uit_reden = null where id = ${id}`;
    await expect(on.execute(eigenaar())).rejects.toThrow("verandert niet");
    const gone = sql`delete from webhook where id = ${id}`;
    await expect(gone.execute(eigenaar())).rejects.toThrow("verandert niet");
  });

  it("can be tried, and sign with a new secret once it was replaced", async () => {
    const { geheim: first } = await make();
    const [id = ""] = await ids();
    const replaced = await beheerder.browser.post(`/webhooks/${id}/geheim`);
    const geheim = GEHEIM.exec(replaced.text)?.[0] ?? "";
    expect(geheim).not.toBe(first);
    expect((await beheerder.browser.post(`/webhooks/${id}/proef`)).status).toBe(303);
    await bezorg();
    expect(got.map(({ tekst }) => JSON.parse(tekst))).toMatchObject([
      { soort: "webhook.proef", adres: "/webhooks" },
    ]);
    for (const one of got) expect(one.koppen["webhook-signature"]).toBe(signatureOf(one, geheim));
    const page = await beheerder.browser.get("/webhooks");
    expect(page.text).toContain("een proef");
    expect(page.text).not.toMatch(GEHEIM);
  });

  it("are made, seen and changed only by who looks after the body", async () => {
    await make();
    const [id = ""] = await ids();
    for (const who of [ambtenaar, ander]) {
      expect((await make({}, who)).geheim).toBe("");
      for (const what of ["uitzetten", "proef", "geheim"]) {
        expect((await who.browser.post(`/webhooks/${id}/${what}`)).status).toBe(404);
        expect((await who.browser.post(`/webhooks/${randomUUID()}/${what}`)).status).toBe(404);
      }
    }
    expect((await ambtenaar.browser.get("/webhooks")).status).toBe(404);
    expect((await ander.browser.get("/webhooks")).text).not.toContain("/haak");
    expect(await ids()).toEqual([id]);
  });

  it("show what signs to nobody, and nothing at all to another body, by the database", async () => {
    await make();
    const wie = (body: Organisatie, { persoon }: Account): Wie => ({
      ...{ persoon, naam: "Proef", namens: [aMandaat(body, "beheerder")], kringen: [] },
    });
    const asked = (who: Wie, statement: ReturnType<typeof sql>) =>
      asWie(db(), who, async (tx) => (await statement.execute(tx)).rows);
    const own = wie(dordrecht, beheerder);
    for (const table of ["webhook", "webhook_bericht"]) {
      const rows = asked(wie(zwijndrecht, ander), sql`select * from ${sql.table(table)}`);
      expect(await rows).toEqual([]);
    }
    await expect(asked(own, sql`select * from webhook_geheim`)).rejects.toThrow(
      "permission denied",
    );
    const elsewhere = sql`update webhook set adres = 'https://kwaad.nl/'`;
    await expect(asked(own, elsewhere)).rejects.toThrow("permission denied");
    const made = sql`insert into webhook_bericht
      (id, webhook, wijziging, soort, bericht, gemaakt_op, volgende_op)
      select gen_random_uuid(), id, 1, 'document.gewijzigd', '{}', now(), now() from webhook`;
    await expect(asked(own, made)).rejects.toMatchObject({ code: "42501" });
  });

  it("are asked for with every mistake told at once, and go to no host that is not named", async () => {
    const { status: code, text } = await make({ adres: "https://ander.nl/x", soort: "alles" });
    expect(code).toBe(400);
    expect(text).toContain("bij een van deze servers: zaken.voorbeeld.nl.");
    expect(text).toContain("kies ten minste één gebeurtenis");
    expect(text).toContain('value="https://ander.nl/x"');
    expect(await ids()).toEqual([]);
  });

  it("cannot be made where nobody named a host, and the page says who can", async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const { browser } = await signIn(dordrecht, "beheerder");
    const { text } = await browser.get("/webhooks");
    expect(text).toContain("WOONREGIE_WEBHOOK_HOSTS");
    expect(text).not.toContain("Maak de webhook");
    const sent = { organisatie: dordrecht.id, adres: "https://zaken.voorbeeld.nl/" };
    const made = await browser.post("/webhooks", { ...sent, soort: "document.gewijzigd" });
    expect(made.status).toBe(400);
    expect(made.text).toContain("Webhooks staan uit op deze server.");
  });

  it("are in the change log with their host, and without the address that may hold a secret", async () => {
    await make();
    const [id = ""] = await ids();
    const rows = await eigenaar()
      .selectFrom("wijziging")
      .select(["nieuw", "eigenaar"])
      .where("tabel", "=", "webhook")
      .where("sleutel", "=", id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.eigenaar).toBe(dordrecht.id);
    expect(rows[0]?.nieuw).toContain(new URL(server.origin).host);
    expect(rows[0]?.nieuw).not.toContain("/haak");
  });
});
