import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";
import { createIngepakt } from "./ingepakt.ts";

const SHEET = "/v1/rekenbladen?document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01";
const packed = { headers: { "Accept-Encoding": "gzip" } };

describe("a sheet that many ask for", () => {
  const app = createApp(aSite());
  const read = async (path: string) => {
    const answer = await app.request(path, packed);
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
    return gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString();
  };

  it("is the same for the first, the next, and who cannot unpack", async () => {
    const first = await read(SHEET);
    expect(await read(SHEET)).toBe(first);
    expect(await (await app.request(SHEET)).text()).toBe(first);
    expect(JSON.parse(first)).toHaveProperty("sleutels");
  });

  it("is another where anything in the question is", async () => {
    const other = await read(SHEET.replace("drechtsteden", "holland-rijnland"));
    expect(other).not.toBe(await read(SHEET));
    expect(other).toContain("Leiden");
  });

  it("is refused each time where it cannot be made", async () => {
    for (let times = 0; times < 2; times += 1) {
      expect((await app.request(SHEET.replace("inwoners", "bestaat-niet"), packed)).status).toBe(
        400,
      );
    }
  });
});

describe("what is remembered", () => {
  it("is made once for all who ask together, and forgotten when it is asked least", async () => {
    const ingepakt = createIngepakt();
    const made: string[] = [];
    const c = { req: { header: () => "gzip" } } as unknown as Parameters<typeof ingepakt>[0];
    const ask = (key: string) =>
      ingepakt(c, key, () => {
        made.push(key);
        return key;
      });
    await Promise.all([ask("a"), ask("a"), ask("a")]);
    expect(made).toEqual(["a"]);
    for (let index = 0; index < 64; index += 1) await ask(`${index}`);
    await ask("63");
    await ask("a");
    expect(made.filter((key) => key === "a" || key === "63")).toEqual(["a", "63", "a"]);
  });
});
