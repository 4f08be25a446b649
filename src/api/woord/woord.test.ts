import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { MENU, NASLAG } from "#api/page/menu.ts";
import { WOORDTEKSTEN } from "#api/woord/woorden.ts";
import { aSite } from "#test/api-proef.ts";

const app = createApp(aSite());

async function ask(path: string) {
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text() };
}

describe("the menu of seven words", () => {
  it("stands in this order on every page, each word leading to a page that is there", async () => {
    const head = /<header[\s\S]*<\/header>/;
    const { text } = await ask("/documenten/urgenten-bovengrens");
    const names = [...(head.exec(text)?.[0].matchAll(/<li><a href="([^"]+)"[^>]*>([^<]+)/g) ?? [])];
    expect(names.map(([, , naam]) => naam)).toEqual([
      ...["Regio-indeling", "Programmering", "Verdeling", "Zorg"],
      ...["Samenwerking", "Toezicht", "Transferpunt"],
    ]);
    expect(names.map(([, href]) => href)).toEqual(MENU.map(({ href }) => href));
    for (const { href, naam } of MENU) {
      const page = await ask(href);
      expect(page.status, href).toBe(200);
      expect(page.text, href).toContain(`<a href="${href}" aria-current="true">${naam}</a>`);
    }
  });

  it("leaves documents, gemeenten and figures within reach of every page", async () => {
    const { text } = await ask("/toezicht");
    for (const { href, naam } of NASLAG) {
      expect(text).toContain(`<a href="${href}">${naam}</a>`);
      expect((await ask(href)).text).toContain(`aria-current="true">${naam}</a>`);
    }
  });
});

describe("the page of a word", () => {
  it("leads only to what is there", () => {
    const hrefs = Object.values(WOORDTEKSTEN).flatMap(({ taken }) => taken.map(({ href }) => href));
    expect(hrefs.length).toBeGreaterThan(5);
    const there = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
    for (const href of hrefs) expect(there).toContain(href);
  });

  it("shows the agreements and rules that belong to it as sentences, and no others", async () => {
    const { text } = await ask("/toezicht");
    expect(text).toMatch(
      /Interventieladder taakstelling[\s\S]*Zo komt ingrijpen bij een achterstand/,
    );
    expect(text).toContain('href="/documenten/interventieladder@1/overnemen"');
    expect(text).not.toContain("Big Five");
    expect((await ask("/zorg")).text).toContain("Big Five");
  });

  it("says of a figure that nobody delivered that it is unknown, and which pieces the rules are from", async () => {
    const { text } = await ask("/zorg");
    expect(text).toMatch(
      /Nog niet geleverd: onbekend, en geen nul[\s\S]*\/indicatoren\/plekken-domus/,
    );
    expect(text).toContain("Waar dit vandaan komt");
    // Known of one household alone: nobody delivers it per gemeente.
    expect(text).not.toContain("/indicatoren/begin-detentie");
  });

  it("explains the words of the field that stand on it, and what each soort of document is", async () => {
    const { text } = await ask("/toezicht");
    expect(text).toMatch(
      /<dt>taakstelling<\/dt><dd>aantal vergunninghouders[^<]*<span[^>]*>\(bron: Huisvestingswet/,
    );
    expect(text).toContain("Een traject zegt welke stappen er zijn tot een besluit");
    expect(text).not.toContain("<dt>standplaats</dt>");
    for (const { href } of MENU) {
      expect((await ask(href)).text, href).toContain("Wat de woorden op deze pagina betekenen");
    }
  });

  it("leaves how a program carries out a rule to the page of that rule", async () => {
    expect((await ask("/toezicht")).text).not.toContain("woonregie traject");
    const { text } = await ask("/documenten/interventieladder");
    expect(text).toContain("<code>woonregie traject interventieladder</code>");
  });

  it("says in one sentence what cannot be done here yet", async () => {
    for (const { nogNiet } of Object.values(WOORDTEKSTEN)) {
      expect(nogNiet).toMatch(/nog niet[^.]*\.$/);
    }
    expect((await ask("/transferpunt")).text).toContain("geen gegevens over personen");
  });
});
