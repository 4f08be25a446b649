import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import type { Duur } from "#domain/peildatum.ts";
import { NIET_INGEVULD, readUitgever } from "#services/opendata/uitgever.ts";
import { aSite } from "#test/api-proef.ts";
import { inzageVan, toegangVan } from "#test/sessies.ts";

const DAY_MS = 86_400_000;

function filledIn(env: Readonly<Record<string, string>>) {
  const read = readUitgever(env);
  if (!read.ok) throw new Error(read.fouten.join("\n"));
  return read.uitgever;
}

const ask = (path: string, uitgever = NIET_INGEVULD) =>
  createApp(aSite({ uitgever })).request(path);

describe("where to tell of a leak", () => {
  const uitgever = filledIn({
    WOONREGIE_BEVEILIGING_CONTACT: "lek@voorbeeld.nl",
    WOONREGIE_BEVEILIGING_BELEID: "https://voorbeeld.nl/lek-melden",
    WOONREGIE_ADRES: "https://wonen.voorbeeld.nl",
  });

  it("is told as RFC 9116 asks, and is never out of date", async () => {
    const answer = await ask("/.well-known/security.txt", uitgever);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    const fields = new Map(
      (await answer.text())
        .trimEnd()
        .split("\n")
        .map((line) => {
          const [, name = "", value = ""] = /^([A-Za-z-]+): (.+)$/.exec(line) ?? [];
          return [name, value];
        }),
    );
    expect(Object.fromEntries(fields)).toMatchObject({
      Contact: "mailto:lek@voorbeeld.nl",
      "Preferred-Languages": "nl, en",
      Canonical: "https://wonen.voorbeeld.nl/.well-known/security.txt",
      Policy: "https://voorbeeld.nl/lek-melden",
    });
    const expires = Date.parse(fields.get("Expires") ?? "");
    expect(expires).toBeGreaterThan(Date.now() + 100 * DAY_MS);
    expect(expires).toBeLessThan(Date.now() + 365 * DAY_MS);
  });

  it("is found at the old address too", async () => {
    const answer = await ask("/security.txt", uitgever);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      308,
      "/.well-known/security.txt",
    ]);
  });

  it("is nowhere where nobody filled it in: nobody is made up", async () => {
    const answer = await ask("/.well-known/security.txt");
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("Contact:");
  });

  it.each([
    "geen adres",
    "http://voorbeeld.nl",
    "https://voorbeeld.nl/\nPolicy: x",
    "a@b.nl\nX: y",
  ])("takes only an address that can be followed, in one line: %j", (contact) => {
    expect(readUitgever({ WOONREGIE_BEVEILIGING_CONTACT: contact })).toMatchObject({ ok: false });
  });
});

describe("what is owed to everybody", () => {
  it("is linked from the foot of every page", async () => {
    const page = await (await ask("/regios")).text();
    const foot = page.slice(page.indexOf("<footer"));
    for (const path of ["/toegankelijkheid", "/privacy"]) {
      expect(foot).toContain(`href="${path}"`);
      expect((await ask(path)).status).toBe(200);
    }
  });

  it("claims no more than was tested", async () => {
    const page = await (await ask("/toegankelijkheid")).text();
    expect(page).toContain("eerste maatregelen genomen (C)");
    expect(page).toContain("geen volledig onderzoek");
    expect(page).toContain("Niet ingevuld.");
  });

  it("names who runs it where that was filled in", async () => {
    const uitgever = filledIn({
      WOONREGIE_UITGEVER: "Regio Voorbeeld",
      WOONREGIE_CONTACT_EMAIL: "wonen@voorbeeld.nl",
    });
    const page = await (await ask("/privacy", uitgever)).text();
    expect(page).toContain("Regio Voorbeeld");
    expect(page).toContain('href="mailto:wonen@voorbeeld.nl"');
  });

  it("tells of accounts only where there are any", async () => {
    const without = await (await ask("/privacy")).text();
    expect(without).toContain("er zijn geen accounts");
    expect(without).not.toContain("e-mailadres, zoals uw organisatie");
  });

  it("says how long lines of the access log stay, or that nobody chose that", async () => {
    const withAccounts = async (bewaren?: Duur) => {
      const inzage = { ...inzageVan(aSite().db), ...(bewaren ? { bewaren } : {}) };
      const toegang = { ...toegangVan(aSite().db), inzage };
      return (await createApp(aSite({ toegang })).request("/privacy")).text();
    };
    expect(await withAccounts({ aantal: 3, maat: "jaar" })).toContain("3 jaar. Een regel wordt");
    expect(await withAccounts()).toContain("koos geen termijn");
  });
});
