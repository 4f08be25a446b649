import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { loadEigen } from "#contract/kader/eigen.ts";
import { SOORTEN } from "#domain/kop.ts";
import { basis } from "#test/basis.ts";
import { openParameters, takeOver } from "./overnemen.ts";
import { SJABLONEN } from "./sjablonen.ts";
import { toTar } from "./tar.ts";

const read = (tekst: string) =>
  loadEigen(tekst, basis.kennis, {
    isMeegeleverd: (id) => basis.bibliotheek.find(id) !== undefined,
  });

describe("a document that is taken over for a region", () => {
  it("is a voorbeeld of one's own that says where it came from, whatever it was", () => {
    const wrong: string[] = [];
    for (const document of basis.bibliotheek.list().filter((_, index) => index % 6 === 0)) {
      const { id, versie } = document;
      const tekst = basis.tekstVan(`${id}@${versie}`) ?? "";
      const own = takeOver(tekst, document, { id: "van-ons", parameters: new Map() });
      const found = read(own);
      if (!found.ok) wrong.push(`${id}: ${found.fouten[0]?.tekst}`);
      else {
        expect(found.document).toMatchObject({ id: "van-ons", versie: 1, status: "voorbeeld" });
        expect(found.document.toelichting).toContain(`Overgenomen van ${id}@${versie}`);
        expect(found.document.besluit).toBeUndefined();
        expect(found.document.bron).toEqual(document.bron);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("holds its region and what was filled in, as an aanname, and keeps every comment", () => {
    const document = basis.bibliotheek.find("holland-rijnland-standplaatsen");
    if (!document) throw new Error("it does not ship any more");
    expect(openParameters(document)).toContain("grensjaar");
    const tekst = basis.tekstVan(document.id) ?? "";
    const own = takeOver(tekst, document, {
      id: "van-ons",
      regio: "drechtsteden",
      regiotitel: "Drechtsteden",
      parameters: new Map([["grensjaar", "beide"]]),
    });
    const found = read(own);
    if (!found.ok) throw new Error(found.fouten[0]?.tekst);
    expect(found.document.gebied).toBe("drechtsteden");
    expect(found.document.titel).toBe(`${document.titel} (Drechtsteden)`);
    expect(found.document.parameters.grensjaar).toMatchObject({
      zekerheid: "aanname",
      waarde: { woord: "beide" },
    });
    for (const [comment] of tekst.matchAll(/ # .*/g)) expect(own).toContain(comment);
  });
});

describe("a text to begin with", () => {
  it.each(SOORTEN)("can be read as a %s, so that nobody begins with mistakes", (soort) => {
    const found = read(SJABLONEN[soort]);
    expect(found.ok ? [] : found.fouten).toEqual([]);
  });
});

describe("documents in one file", () => {
  it("come out of it again as they went in", () => {
    const files = [
      { naam: "eigen/een.yaml", tekst: "titel: één\n" },
      { naam: "eigen/versies/een@1.yaml", tekst: "x".repeat(1024) },
    ];
    const listed = execFileSync("tar", ["-tf", "-"], { input: toTar(files) });
    expect(listed.toString().trim().split("\n")).toEqual(files.map(({ naam }) => naam));
    const content = execFileSync("tar", ["-xOf", "-"], { input: toTar(files) });
    expect(content.toString()).toBe(files.map(({ tekst }) => tekst).join(""));
  });
});
