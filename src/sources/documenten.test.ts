import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Kennis } from "#contract/kader/kennis.ts";
import { readDocumenten } from "./documenten.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function documentenIn(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "woonregie-kaders-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, "kaders", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const documenten = readDocumenten(root, () => kennis);
  const kennis: Kennis = { bibliotheek: documenten.bibliotheek };
  return documenten;
}

const kop = (id: string, extra = "") =>
  `soort: indicator\nid: ${id}\ntitel: T\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\neenheid: x\nniveau: [gemeente]\nmeetmoment: periode\n${extra}`;

describe("documents in a folder", () => {
  it("are left out where they are wrong, and the fault is told with its place", () => {
    const { bibliotheek, fouten } = documentenIn({
      "a/goed.yaml": kop("goed"),
      "a/fout.yaml": kop("fout", "eenheeid: y\n"),
    });
    expect(bibliotheek.list().map(({ id }) => id)).toEqual(["goed"]);
    expect(bibliotheek.find("fout")).toBeUndefined();
    expect(fouten()).toMatchObject([{ bestand: "kaders/a/fout.yaml", regel: 10 }]);
  });

  it("give the newest version by id, and each version by its name", () => {
    const { bibliotheek } = documentenIn({
      "nieuw/deel.yaml": kop("deel", "versie: 2\n"),
      "oud/deel.yaml": kop("deel"),
    });
    expect(bibliotheek.find("deel")?.versie).toBe(2);
    expect(bibliotheek.find("deel@1")?.versie).toBe(1);
    expect(bibliotheek.find("deel@3")).toBeUndefined();
  });

  it("that lead back to each other are refused, and reading them ends", () => {
    const { fouten } = documentenIn({
      "een.yaml": kop("een", "formule: twee + 1\n"),
      "twee.yaml": kop("twee", "formule: een + 1\n"),
    });
    expect(
      fouten()
        .map(({ tekst }) => tekst)
        .join(),
    ).toContain("terug naar zichzelf");
  });
});
