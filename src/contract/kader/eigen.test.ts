import { describe, expect, it } from "vitest";
import { loadEigen, withVersie } from "./eigen.ts";

const TEXT =
  "soort: toets\nid: mijn-toets\ntitel: T\nonderwerp: algemeen\nbron: b\nstatus: concept\nniveau: [plan]\neisen: { a: { aanwezig: [x] } }\n";

function faults(text: string, own: { id?: string; soort?: string } = {}): readonly string[] {
  const isMeegeleverd = (id: string) => id === "sleutel-inwoners";
  const read = loadEigen(text, {}, { ...own, isMeegeleverd });
  return read.ok ? [] : read.fouten.map(({ regel, kolom, tekst }) => `${regel}:${kolom} ${tekst}`);
}

describe("an own document", () => {
  it("is a voorbeeld or a concept, also where it says nothing", () => {
    expect(faults(TEXT)).toEqual([]);
    expect(faults(TEXT.replace("concept", "voorbeeld"))).toEqual([]);
    expect(faults(TEXT.replace("status: concept\n", ""))).toEqual([]);
  });

  it("is never more than that, whatever decision it names", () => {
    const decided = TEXT.replace(
      "concept",
      "vastgesteld\nbesluit: { orgaan: raad, datum: 2026-01-01, stuk: s }\ngeldig-van: 2026-01-01",
    );
    expect(faults(decided)).toEqual([expect.stringMatching(/^6:9 .*geen «vastgesteld»/)]);
  });

  it.each([
    [
      "one that ships",
      "sleutel-inwoners",
      /komt. Kies een eigen id, bijvoorbeeld «sleutel-inwoners-eigen»/,
    ],
    ["a page", "nieuw", /de naam van een pagina/],
  ])("does not take the name of %s", (_, id, message) => {
    expect(faults(TEXT.replace("mijn-toets", id))).toEqual([expect.stringMatching(message)]);
  });

  it("stays the document that it was", () => {
    expect(faults(TEXT, { id: "mijn-toets", soort: "toets" })).toEqual([]);
    expect(faults(TEXT, { id: "een-ander" })[0]).toMatch(/^2:5 Dit is «een-ander»/);
    expect(faults(TEXT, { soort: "verdeling" })[0]).toMatch(/^1:8 .* tot nu toe een verdeling/);
  });

  it("tells this together with what the language finds", () => {
    const both = faults(TEXT.replace("concept", "geldend").replace("niveau", "nivo"));
    expect(both.length).toBeGreaterThan(2);
    expect(both.map((line) => Number(line.split(":")[0]))).toEqual(
      both.map((line) => Number(line.split(":")[0])).toSorted((a, b) => a - b),
    );
  });

  it("says its version where it is not the first, and changes nothing else", () => {
    expect(withVersie(TEXT, 1)).toBe(TEXT);
    const second = withVersie(TEXT, 2);
    expect(second).toBe(TEXT.replace("mijn-toets\n", "mijn-toets\nversie: 2\n"));
    expect(withVersie(second, 3)).toBe(second.replace("versie: 2", "versie: 3"));
    expect(withVersie("soort: [", 2)).toBe("soort: [");
  });
});

describe("a hostile text", () => {
  it.each([
    ["an anchor", "titel: &a T", /anker/],
    ["an alias", "titel: *a", /verwijzing met «\*»/],
    ["a tag", "titel: !!js/function T", /label met «!»/],
    [
      "a key of the prototype",
      "titel: T\n__proto__: { status: geldend }",
      /Onbekende sleutel «__proto__»/,
    ],
    ["a name read from right to left", "titel: T\u202Eneggiz", /U\+202E/],
    ["a letter of no width", "titel: T\u200Bx", /U\+200B/],
    ["a sign that is none", "titel: T\u0007", /U\+0007/],
  ])("with %s is refused with its place", (_, line, message) => {
    const found = faults(TEXT.replace("titel: T", line));
    expect(found).toContainEqual(expect.stringMatching(message));
    expect(found.every((fout) => /^[34]:\d+ /.test(fout))).toBe(true);
  });

  it("of a million signs is refused before it is read", () => {
    expect(faults(`${TEXT}# ${"x".repeat(1_000_000)}`)[0]).toContain("groter dan 1 MB");
  });
});
