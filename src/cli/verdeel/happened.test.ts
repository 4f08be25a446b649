import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runWoonregie as run } from "#test/run-cli.ts";

// The first command loads what it needs.
vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-gebeurd-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function own(id: string, rest: string): string {
  const path = join(folder, `${id}.yaml`);
  const head =
    "titel: Proef\nonderwerp: aandachtsgroepen\nspoor: 1\nbron: eigen proef\nstatus: voorbeeld\n";
  writeFileSync(path, `soort: verdeling\nid: ${id}\n${head}${rest}`);
  return path;
}

const verdeel = (document: string, ...rest: readonly string[]) =>
  run(["verdeel", document, "--regio", "drechtsteden", "--op", "2026-01-01", ...rest]);

const maximum = () =>
  own(
    "proef-maximum",
    "opgave: { aantal: 70, eenheid: woningen, als: maximum }\nstappen: [{ over: gemeenten, sleutel: gelijk }]\n",
  );
const ruil = () =>
  own(
    "proef-ruil",
    "opgave: { aantal: 70, eenheid: woningen }\nstappen: [{ over: gemeenten, sleutel: gelijk }, { ruil: { besluit-van: college } }]\n",
  );

describe("what happened so far", () => {
  it("leaves room under a maximum, and refuses an offer past it", async () => {
    const room = await verdeel(maximum(), "--al-toegewezen", "60");
    expect(room.out).toMatch(/Nog ruimte\s+10/);
    expect(room.out).toContain("--al-toegewezen 60 --uitleg");
    const refused = await verdeel(maximum(), "--al-toegewezen", "60", "--aanbod", "11");
    expect(refused.out).toContain("Geweigerd.");
    expect(refused.out).toContain("Er is nog ruimte voor 10");
  });

  it("is a shift between two gemeenten, by name", async () => {
    const { out, code } = await verdeel(ruil(), "--ruil", "Dordrecht>Sliedrecht=4", "--csv");
    expect(code).toBe(0);
    expect(out).toMatch(/^GM0505;Dordrecht;.*;6;/m);
    expect(out).toMatch(/^GM0610;Sliedrecht;.*;14;/m);
  });

  it("is refused where the document does not look at it, all at once", async () => {
    const { err, code } = await verdeel(ruil(), "--aanbod", "veel", "--ruil", "Dordrecht=4");
    expect(code).toBe(2);
    expect(err).toContain("«proef-ruil» heeft geen maximum");
    expect(err).toContain("«veel» is geen getal");
    expect(err).toContain("Schrijf «van>naar=aantal»");
    const none = await verdeel(maximum(), "--ruil", "Dordrecht>Sliedrecht=4");
    expect(none.err).toContain("«proef-maximum» heeft geen stap met «ruil»");
  });
});

describe("a parameter of a document laid beside", () => {
  it("is told to be filled in there", async () => {
    const beside = own(
      "proef-naast",
      "parameters: { deel: { eenheid: deel, zekerheid: onzeker } }\nopgave: { aantal: deel van inwoners, eenheid: woningen }\nstappen: [{ over: gemeenten, sleutel: gelijk }]\n",
    );
    const { err } = await verdeel(maximum(), "--naast", beside, "--vul", "deel=3%");
    expect(err).toContain("«deel» hoort bij «proef-naast»");
    expect(err).toContain("Reken «proef-naast» als eerste");
  });
});
