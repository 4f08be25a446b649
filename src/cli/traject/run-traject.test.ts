import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runWoonregie as run } from "#test/run-cli.ts";

// The first run loads the library.
vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-traject-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const KOPPELING = [
  "traject",
  "koppeling-vergunninghouder",
  "--gebeurtenis",
  "stap=koppeling, stuk=koppeling, op=2026-01-05",
];

describe("woonregie traject", () => {
  it("F179 says how many days late a home was found", async () => {
    const { out, code } = await run([
      ...KOPPELING,
      "--gebeurtenis",
      "stap=huisvesting, stuk=plek, op=2026-03-17",
      "--op",
      "2026-04-01",
    ]);
    expect(out).toContain("«De gemeente vindt een plek» (1 dag; uiterlijk 16 maart 2026)");
    expect(out).toMatch(/Staat bij +klaar/);
    expect(code).toBe(1);
  });

  it("says what the law still asks, and who is to move", async () => {
    const { out, code } = await run([...KOPPELING, "--op", "2026-02-01"]);
    expect(out).toMatch(/Aan zet +gemeente/);
    expect(out).toMatch(/De wet eist +plek/);
    expect(out).toMatch(/Kan nu +«klaar», zodra er is wat de wet eist/);
    expect(code).toBe(1);
  });

  it("F225 names an event that does not count, and goes on without it", async () => {
    const { out } = await run([
      "traject",
      "mra-indeling",
      "--gebeurtenis",
      "stap=besluit-woningbouwregio, orgaan=gs, provincie=PV27 Noord-Holland, op=2026-03-10",
      "--op",
      "2026-04-01",
    ]);
    expect(out).toContain("Telt niet: «besluit-woningbouwregio, gs, PV27");
    expect(out).toContain("bevoegd is PS, niet GS");
    expect(out).toMatch(/Staat bij +De provincies interviewen/);
  });

  it("reads events from a file, and draws them as a picture", async () => {
    const events = join(folder, "gebeurd.yaml");
    const picture = join(folder, "traject.svg");
    writeFileSync(
      events,
      "gebeurtenissen:\n  - { stap: koppeling, stuk: koppeling, op: 2026-01-05 }\n",
    );
    const { err } = await run([
      "traject",
      "koppeling-vergunninghouder",
      "--gebeurtenissen",
      events,
      "--op",
      "2026-02-01",
      "--teken",
      picture,
    ]);
    expect(err).toContain("De tekening staat in");
    expect(readFileSync(picture, "utf8")).toContain("nu, sinds 5 januari 2026");
  });

  it("gives the whole state as JSON", async () => {
    const { out } = await run([...KOPPELING, "--op", "2026-02-01", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      soort: "trajectstand",
      stand: { stap: "huisvesting", status: "geblokkeerd" },
    });
  });

  it.each([
    [["traject"], "Welk document?"],
    [["traject", "sleutel-inwoners"], "is een verdeling; hier kan alleen een traject staan"],
    [["traject", "mra-indeling", "--op", "2026"], "Dit is geen dag"],
    [["traject", "mra-indeling", "--termijnenwet", "soms"], "Schrijf ja of nee"],
    [["traject", "mra-indeling", "--gebeurtenis", "stap=pho, stukk=x"], "Bedoelt u «stuk»?"],
    [["traject", "mra-indeling", "--teken", "plaatje.png"], "De tekening is een svg"],
    [["traject", "mra-indeling", "--vul", "inwerkingtredin=2026-07-01"], "Bedoelt u"],
  ])("tells what is asked wrongly: %j", async (args, text) => {
    const { err, code } = await run(args);
    expect(err).toContain(text);
    expect(code).toBe(2);
  });
});
