import { describe, expect, it } from "vitest";
import { SJABLONEN } from "#services/kader/sjablonen.ts";
import type { Json } from "#test/api.ts";
import { asProgram } from "#test/api-proef.ts";

const ask = asProgram();

async function toets(json: object): Promise<{ status: number; body: Json }> {
  const answer = await ask("/v1/toetsen", { json });
  return { status: answer.status, body: await answer.json() };
}

describe("a toets that a program asks", () => {
  it("gives a verdict for every gemeente, and says what nobody delivered", async () => {
    const { status, body } = await toets({ tekst: SJABLONEN.toets, regio: "drechtsteden" });
    expect(status).toBe(200);
    expect(body.eenheden).toHaveLength(7);
    for (const { oordelen } of body.eenheden) {
      expect(oordelen).toEqual([
        expect.objectContaining({
          eis: "genoeg-sociale-huur",
          oordeel: expect.stringMatching(/^(voldoet|voldoet-niet|onvolledig)$/),
        }),
      ]);
    }
    const verdicts = body.eenheden.map(({ oordelen }: Json) => oordelen[0].oordeel);
    expect(new Set(verdicts).size).toBeGreaterThan(1);
  });

  it("is refused with its place where the text is wrong, or is no toets", async () => {
    const wrong = SJABLONEN.toets.replace("minstens", "mintens");
    const { status, body } = await toets({ tekst: wrong, regio: "drechtsteden" });
    expect(status).toBe(400);
    expect(body.fouten.join(" ")).toMatch(/Regel \d+, teken \d+: .*Bedoelt u «minstens»/);
    const other = await toets({ document: "sleutel-inwoners", regio: "drechtsteden" });
    expect(other.body.fouten).toEqual(["Hier kan alleen een toets staan, geen verdeling."]);
    const neither = await toets({ regio: "drechtsteden" });
    expect(neither.body.fouten[0]).toContain("noem een «document», of stuur een eigen «tekst»");
  });
});
