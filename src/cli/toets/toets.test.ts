import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runWoonregie } from "#test/run-cli.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "woonregie-toets-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const toets = (document: string, ...rest: readonly string[]) =>
  runWoonregie(["toets", document, "--op", "2030-01-01", ...rest]);

const figures = (...pairs: readonly string[]) => pairs.flatMap((pair) => ["--cijfer", pair]);

const GEMEENTE = [
  "--regio",
  "drechtsteden",
  "--vul",
  "start-overgang=2027-01-01",
  ...figures(
    "daeb-woningen@Dordrecht=18000",
    "woningen@Dordrecht=1000",
    "woningen.middenhuur@Dordrecht=250",
    "woningen.betaalbare-koop@Dordrecht=149",
  ),
];

describe("woonregie toets", () => {
  it("F004 F010 gives every gemeente its verdict, by name, with what is short and how long is left", async () => {
    const { lines, out, code } = await toets(
      "wvrv-gemeente",
      ...GEMEENTE,
      "--vul",
      "drempel-daeb-aandeel=27%",
    );
    expect(code).toBe(1);
    const row = (name: string) => lines.find((line) => line.startsWith(`  ${name}`)) ?? "";
    expect(row("Dordrecht").replace(/ +/g, " ")).toContain(
      "Dordrecht ingroeipad 39,9% (399 van 1.000) 1",
    );
    expect(row("Papendrecht")).toContain("onvolledig");
    const names = lines
      .filter((line) => /ingroeipad|onvolledig/.test(line))
      .map((line) => line.trim().split("  ")[0]);
    expect(names.slice(0, 7)).toEqual(
      names.slice(0, 7).toSorted((a = "", b = "") => a.localeCompare(b, "nl")),
    );
    expect(out).toContain("nog 7 jaar");
    expect(out.replace(/\s+/g, " ")).toContain("--cijfer daeb-woningen@Alblasserdam=…");
  });

  it("F004 names the threshold that nobody has set, and how to try one", async () => {
    const { out } = await toets("wvrv-gemeente", ...GEMEENTE);
    expect(out).toMatch(/Dordrecht +onbepaald/);
    expect(out.replace(/\s+/g, " ")).toContain("--vul drempel-daeb-aandeel=…");
  });

  it.each([
    ["vhp-provincie", "Zuid-Holland", "uiterste-dag-vhp-provincie", "2027-06-30", "voldoet"],
    ["vhp-provincie", "Zuid-Holland", "uiterste-dag-vhp-provincie", "2027-07-02", "voldoet-niet"],
    ["vhp-rijk", "nederland", "uiterste-dag-vhp-rijk", "2027-07-01", "voldoet"],
  ])(
    "takes a day of the whole: %s of %s, %s, on %s is %s",
    async (document, regio, term, day, oordeel) => {
      const { out } = await toets(
        document,
        ...["--regio", regio, "--vul", `${term}=2027-07-01`, "--csv"],
        ...figures(`vhp-vastgesteld-op=${day}`),
      );
      expect(out.split("\n")[1]).toContain(`;op-tijd;;${oordeel};`);
    },
  );

  it("F177 needs no region for what is asked of the country, and reads the latest of two reports", async () => {
    const student = (op: string) =>
      runWoonregie([
        ...["toets", "actieplan-studentenhuisvesting", "--op", op, "--json"],
        ...["--vul", "looptijd=2022-01-01/2030-12-31"],
        ...figures(
          "studentenwoningen.realisatie=60000",
          "jaarrapport-studenten@@2026-02-01=2026-02-01",
          "jaarrapport-studenten@@2026-09-01=2026-09-01",
        ),
      ]);
    const reportOf = async (op: string) => {
      const used: readonly { indicator: string; moment?: string }[] = JSON.parse(
        (await student(op)).out,
      ).uitkomst.gebruikt;
      return used.find(({ indicator }) => indicator === "jaarrapport-studenten")?.moment;
    };
    expect(await reportOf("2026-12-31")).toBe("2026-09-01");
    expect(await reportOf("2026-06-01")).toBe("2026-02-01");
  });

  it("F003 gives no verdict on a plan, and takes no figure of a region for that of a plan", async () => {
    const own = figures("woningen.sociale-huur@oost=0");
    const { out, code } = await toets(
      "wvrv-regio",
      "--regio",
      "drechtsteden",
      "--niveau",
      "plan",
      ...own,
    );
    expect(out).toContain("niet van toepassing");
    expect(out).toContain("de norm geldt niet op projectniveau");
    expect(out).toMatch(/sociaal, realisatie .* 0 van onbekend/);
    expect(code).toBe(0);
  });

  it("F160 keeps an explanation beside the verdict, of whom it is", async () => {
    const plan = figures(
      "woningen@oost=100",
      "woningen.nultreden@oost=29",
      "woningen@west=100",
      "woningen.nultreden@west=29",
    );
    const { out } = await toets(
      "west-friesland-checklist",
      ...plan,
      "--leg-uit",
      "nultreden@oost=te steil",
    );
    expect(out).toMatch(/oost +afgeweken met uitleg/);
    expect(out).toMatch(/west +uitleg ontbreekt/);
    expect(out).toContain("uitleg: te steil (oost: nultreden)");
  });

  it("F009 takes a decision for one gemeente, and refuses one of a body that may not", async () => {
    const asked = [...GEMEENTE, "--vul", "drempel-daeb-aandeel=27%"];
    const besluit = (orgaan: string) =>
      `{ ontheffing: achterblijvend-segment, orgaan: ${orgaan}, gemeente: Dordrecht, bovengrens: 1, ondergrens: 39 %, termijn: 2031-01-01 }`;
    const met = await toets("wvrv-gemeente", ...asked, "--besluit", besluit("gs"));
    expect(met.out).toMatch(/Dordrecht +voldoet +39,9%/);
    expect(met.out).toContain("bij de ontheffing ontbreekt: motivering");
    expect(met.out).toContain("de ontheffing geldt tot en met 1 januari 2031");
    const refused = await toets("wvrv-gemeente", ...asked, "--besluit", besluit("raad"));
    expect(refused.out).toContain("bevoegd is gs of minister, niet raad");
    expect(refused.out).toMatch(/Dordrecht +ingroeipad/);
  });

  it("F008 lays a stricter document beside the norm, with both verdicts", async () => {
    const path = join(folder, "provincie.yaml");
    writeFileSync(
      path,
      `soort: toets
id: provincie
titel: Een provincie vraagt meer
onderwerp: betaalbaarheid
orgaan: ps
bron: eigen proef
status: voorbeeld
aanvulling-op: wvrv-regio@1
eisen: { sociaal: { aandeel: woningen.sociale-huur, van: woningen, minstens: 35 % } }
niveau: [regio]
`,
    );
    const own = figures("woningen=1000", "woningen.sociale-huur=320");
    const { out, code } = await toets(path, "--regio", "drechtsteden", ...own);
    expect(code).toBe(1);
    expect(out).toMatch(/Botsing: .*beslissen mensen/);
    expect(out).toContain("wvrv-regio@1#sociaal");
    expect(out.replace(/\s+/g, " ")).toContain(
      "minstens 35% (voorbeeld; eigen proef, beleid). Oordeel: voldoet niet.",
    );
    expect(out.replace(/\s+/g, " ")).toContain("wvrv-regio@1, minister: minstens 30%");
  });

  it("F070 F175 asks for a closer look where something of a person is not known", async () => {
    const { out } = await toets("nijmegen-reisurgentie", ...figures("reistijd=121"));
    expect(out).toMatch(/reistijd +voldoet/);
    expect(out).toMatch(/periode +nader onderzoek/);
    expect(out).toContain("--cijfer toewijzingsdag=…");
  });

  it("F226 accounts for a verdict crosswise, down to the figure with its source", async () => {
    const own = figures("woningen=1000", "betaalbare-woningen=666", "woningen.sociale-huur=300");
    const { out } = await toets(
      "wvrv-regio",
      "--regio",
      "drechtsteden",
      "--fase",
      "programmering",
      "--vul",
      "meetperiode=2026",
      ...own,
      "--uitleg",
    );
    expect(out).toContain("kruislings: 666 × 3 = 1.998 is minder dan 1.000 × 2 = 2.000");
    expect(out).toContain("erbij, zodat het wel klopt: 1 betaalbare-woningen");
    expect(out).toContain("Besluit versterking regie volkshuisvesting");
    expect(out).toContain("aanname, door u ingevuld");
  });

  it("gives a program the exact outcome, and a spreadsheet a row per eis", async () => {
    const own = figures("woningen=1000", "betaalbare-woningen=666", "woningen.sociale-huur=300");
    const asked = [
      "--regio",
      "drechtsteden",
      "--fase",
      "programmering",
      "--vul",
      "meetperiode=2026",
      ...own,
    ];
    const json = JSON.parse((await toets("wvrv-regio", ...asked, "--json", "--uitleg")).out) as {
      readonly soort: string;
      readonly verantwoording: readonly unknown[];
      readonly uitkomst: {
        readonly eenheden: readonly { readonly oordelen: readonly unknown[] }[];
      };
    };
    expect([json.soort, json.verantwoording.length]).toEqual(["toetsuitkomst", 1]);
    expect(json.uitkomst.eenheden[0]?.oordelen[0]).toMatchObject({
      eis: "betaalbaar",
      oordeel: "voldoet-niet",
      gat: { aantal: "1", richting: "erbij" },
    });
    const csv = (await toets("wvrv-regio", ...asked, "--csv")).out;
    expect(csv).toContain(
      "betaalbaar;programmering;voldoet-niet;betaalbare-woningen;666;1000;66,6;",
    );
  });

  it("says everything that is wrong with the question at once", async () => {
    const { err, code } = await toets(
      "wvrv-regio",
      "--regio",
      "drechtsteden",
      "--niveau",
      "gemente",
      "--leg-uit",
      "sociaall=omdat",
      "--vul",
      "meetperiod=2026",
    );
    expect(code).toBe(2);
    expect(err).toContain("«gemente» is geen niveau. Bedoelt u «gemeente»?");
    expect(err).toContain("Dit document heeft geen eis «sociaall». Bedoelt u «sociaal»?");
    expect(err).toContain(
      "«meetperiod» kan in dit document niet worden ingevuld. Bedoelt u «meetperiode»?",
    );
  });

  it.each([
    [["toets"], "Welk document?"],
    [["toets", "sleutel-inwoners"], "hier kan alleen een toets staan"],
    [["toets", "wvrv-regio"], "Voor welke regio?"],
    [
      ["toets", "wvrv-regio", "--regio", "drechtsteden", "--niveau", "provincie"],
      "is geen provincie",
    ],
    [
      ["toets", "wvrv-regio", "--regio", "drechtsteden", "--fase", "bouw"],
      "Kies programmering of realisatie",
    ],
    [["toets", "wvrv-regio", "--regio", "drechtsteden", "--csv", "--uitleg"], "past niet in csv"],
    [
      ["toets", "wvrv-gemeente", "--regio", "drechtsteden", "--uitleg", "Breda"],
      "Daarover is hier geen oordeel",
    ],
    [
      ["toets", "wvrv-gemeente", "--regio", "drechtsteden", "--besluit", "{ orgaan: gs }"],
      "Zeg van welke eis",
    ],
  ])("refuses %j and says how to ask", async (line, text) => {
    const { err, code } = await runWoonregie(line);
    expect([code, err.includes(text)]).toEqual([2, true]);
  });
});
