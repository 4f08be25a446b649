import { describe, expect, it } from "vitest";
import { kaart } from "#contract/api/kaarten.ts";
import { asProgram } from "#test/api-proef.ts";

const ask = asProgram();

describe("GET /v1/kaarten", () => {
  it("gives the shapes of a region in the form that the API promises", async () => {
    const response = await ask("/v1/kaarten?regio=drechtsteden%23drechtsteden");
    expect(response.status).toBe(200);
    expect(kaart.parse(await response.json()).gemeenten).toHaveLength(7);
  });

  it("says that nothing changed to who has it already", async () => {
    const first = await ask("/v1/kaarten?regio=nederland");
    const etag = first.headers.get("ETag") ?? "";
    const headers = { "If-None-Match": etag };
    const again = await ask("/v1/kaarten?regio=nederland", { headers });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const other = await ask("/v1/kaarten?regio=mra%23mra", { headers });
    expect(other.status).toBe(200);
  });

  it("names the region that was probably meant", async () => {
    const response = await ask("/v1/kaarten?regio=drechtstede");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining("drechtsteden"),
    });
  });

  it.each(["regio=mra&op=gisteren", "op=2026", "regio=mra&kleur=rood"])(
    "refuses %s",
    async (query) => {
      expect((await ask(`/v1/kaarten?${query}`)).status).toBe(400);
    },
  );
});
