import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { beforeAll, expect, it } from "vitest";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { openSessie, toegangVan } from "#test/sessies.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";

const aText = (id: string, hoogstens: string, titel = "Naar inwoners") => `soort: verdeling
id: ${id} # van ons
titel: '${titel}'
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept

opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten # alle
    sleutel: { naar-rato-van: inwoners }
    voorwaarden:
      - { hoogstens: ${hoogstens} }
`;

describeDatabases("the history of a document", ({ db, eigenaar }) => {
  let app: Hono;
  let people: Bevolking;
  const cookies = new Map<unknown, string>();

  beforeAll(async () => {
    people = await plantBevolking(eigenaar(), { soort: "gemeente", rol: "ambtelijk" });
    app = appOn(db(), { toegang: toegangVan(eigenaar()) });
    for (const wie of [people.maker, people.collega, people.vreemde]) {
      cookies.set(wie, await openSessie(eigenaar(), wie));
    }
  });

  async function ask(wie: unknown, path: string, form?: Readonly<Record<string, string>>) {
    const answer = await app.request(path, {
      method: form ? "POST" : "GET",
      headers: {
        ...{ Cookie: cookies.get(wie) ?? "", Origin: "http://localhost" },
        ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function save(wie: unknown, tekst: string, van: number, reden = "", id?: string) {
    const path = id === undefined ? "/documenten/nieuw" : `/documenten/${id}/bewerken`;
    const sent = await ask(wie, path, { tekst, van: `${van}`, doen: "bewaar", reden });
    expect(sent.status, sent.text.match(/nagekeken.*/)?.[0] ?? "").toBe(303);
  }

  it("F027 keeps what it was readable: each version with when, who and why, and was–wordt in words", async () => {
    const id = `deal-${randomUUID()}`;
    await save(people.maker, aText(id, "300"), 0);
    await save(people.collega, aText(id, "250"), 1, "het overleg van mei", id);
    await save(people.maker, aText(id, "250", "Onze sleutel"), 2, "", id);
    const page = await ask(people.maker, `/documenten/${id}/geschiedenis?was=1&wordt=3`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Laatst bijgewerkt");
    expect(page.text).toContain("het overleg van mei");
    expect(page.text).toMatch(/Proef, Eerste/);
    expect(page.text).toMatch(
      /stappen 1, voorwaarden 1, hoogstens<\/th><td data-kop="was">300<\/td><td data-kop="wordt">250/,
    );
    expect(page.text).toMatch(
      /titel<\/th><td data-kop="was">Naar inwoners<\/td><td data-kop="wordt">Onze sleutel/,
    );
    expect(page.text).toContain("2 verschillen");
    for (const [versie, grens] of [
      [1, "300"],
      [2, "250"],
      [3, "250"],
    ] as const) {
      const old = await ask(people.maker, `/documenten/${id}/geschiedenis/${versie}`);
      expect(old.text, `${versie}`).toContain(`hoogstens: ${grens}`);
    }
    expect((await ask(people.maker, `/documenten/${id}/geschiedenis/4`)).status).toBe(404);
  });

  it("tells a reader of another body what and when, and not which person or why", async () => {
    const id = `deal-${randomUUID()}`;
    await save(people.maker, aText(id, "300"), 0, "nog geheim");
    await ask(people.maker, `/documenten/${id}/delen`, { zichtbaar: "regio" });
    const page = await ask(people.vreemde, `/documenten/${id}/geschiedenis`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<td data-kop="door">Eerste</td>`);
    expect(page.text).not.toContain("nog geheim");
    expect(page.text).not.toContain("Proef, Eerste");
    const own = await ask(people.collega, `/documenten/${id}/geschiedenis`);
    expect(own.text).toContain("nog geheim");
  });

  it("says of what was thrown away that it was, to its own body, and nothing of what stood in it", async () => {
    const id = `deal-${randomUUID()}`;
    await save(people.maker, aText(id, "300", "Stille titel"), 0);
    expect((await ask(people.maker, `/documenten/${id}/weg`, {})).status).toBe(303);
    const page = await ask(people.collega, `/documenten/${id}/geschiedenis`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("weggegooid; de inhoud is er niet meer");
    expect(page.text).not.toContain("Stille titel");
    expect((await ask(people.collega, `/documenten/${id}/geschiedenis/1`)).status).toBe(404);
    const foreign = await ask(people.vreemde, `/documenten/${id}/geschiedenis`);
    expect(foreign.status).toBe(404);
  });

  it("is there for what ships too, and by its old address", async () => {
    const page = await ask(undefined, "/documenten/sleutel-inwoners/geschiedenis");
    expect(page.text).toContain("komt mee met Woonregie");
    const id = `deal-${randomUUID()}`;
    await save(people.maker, aText(id, "300"), 0);
    const old = await app.request(`/documenten/${id}/versies?was=1&wordt=2`, {
      headers: { Cookie: cookies.get(people.maker) ?? "" },
    });
    expect([old.status, old.headers.get("Location")]).toEqual([
      301,
      `/documenten/${id}/geschiedenis?was=1&wordt=2`,
    ]);
  });
});
