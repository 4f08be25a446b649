import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";

const app = createApp(aSite());

const CSP = "Content-Security-Policy";

async function ask(path: string) {
  const answer = await app.request(path);
  return { status: answer.status, csp: answer.headers.get(CSP) ?? "", text: await answer.text() };
}

describe("the page with the editor", () => {
  it("may make styles under a word of its own, another in each answer; no other page may", async () => {
    const [first, second, other] = await Promise.all([
      ask("/documenten/nieuw"),
      ask("/documenten/nieuw"),
      ask("/documenten"),
    ]);
    const word = /style-src 'self' 'nonce-([^']{24,})'/.exec(first.csp)?.[1];
    expect(first.text).toContain(`nonce="${word}"`);
    expect(second.csp).not.toBe(first.csp);
    expect(other.csp).toContain("style-src 'self';");
    expect(first.csp).toContain("script-src 'self';");
    expect(first.csp).not.toContain("unsafe");
  });

  it("holds the text in a form that works without JavaScript, to the last sign", async () => {
    const { text } = await ask("/documenten/nieuw?soort=toets");
    const [, held = ""] = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(text) ?? [];
    expect(held).toContain("soort: toets\nid: mijn-toets\n");
    expect(held.endsWith("minstens: 30 %\n")).toBe(true);
  });

  it("looks at a text that is sent to it, and gives it back as it was written", async () => {
    const form = new URLSearchParams({
      tekst: "soort: toets\r\nid: x\r\n<b>&",
      van: "0",
      regeleinde: "lf",
      doen: "controleer",
    });
    const answer = await app.request("/documenten/nieuw", {
      method: "POST",
      body: form,
      headers: { Origin: "http://localhost" },
    });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain("soort: toets\nid: x\n&lt;b&gt;&amp;</textarea>");
    expect(text).toMatch(/Regel 3, teken \d+/);
  });

  it("says that nothing can be kept where the server takes nothing in, and keeps nothing", async () => {
    const closed = createApp(aSite({ invoer: false }));
    const shown = await (await closed.request("/documenten/nieuw")).text();
    expect(shown).toContain("Bewaren kunt u hier niet");
    expect(shown).not.toContain('value="bewaar"');
    for (const path of ["/documenten/inlezen", "/documenten/mijn/weg"]) {
      expect((await closed.request(path)).status).toBe(403);
    }
  });
});

describe("looking for documents", () => {
  const count = async (query: string) => {
    const { text } = await ask(`/documenten?${query}`);
    return Number(/role="status">(\d+) document/.exec(text)?.[1]);
  };

  it("finds those with every word, of one soort, onderwerp and spoor, and from where", async () => {
    const all = await count("");
    expect(all).toBeGreaterThan(300);
    expect(await count("van=bibliotheek")).toBe(all);
    const both = await count("zoek=inwoners+sociale&soort=verdeling&spoor=2");
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(await count("soort=verdeling&spoor=2"));
    expect((await ask("/documenten?zoek=bestaat-niet-zo")).text).toContain(
      "Geen document past hierbij",
    );
  });
});
