import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { createTellers } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { aSite } from "#test/api-proef.ts";

const GRENZEN = { persoon: 9, organisatie: 9, adres: 2, aanmelden: 9 };

/** A server of its own, asked from one computer by who each time says to be elsewhere. */
function askerOf(https: boolean) {
  const toegang = {
    ...{ aanbieder: {}, tellers: createTellers(GRENZEN), nu: () => new Date() },
    adres: "http://localhost",
  } as unknown as Toegang;
  const app = createApp(aSite({ toegang, https }));
  return async (forwarded: string) => {
    const headers = { "X-Forwarded-For": forwarded };
    return (await app.request("/wie-mag-wat", { headers })).status;
  };
}

describe("who asks too often", () => {
  it("is known behind a proxy by the address that the proxy added, whatever came before it", async () => {
    const ask = askerOf(true);
    expect(await ask("10.0.0.1, 192.0.2.7")).toBe(200);
    expect(await ask("10.0.0.2, 192.0.2.7")).toBe(200);
    expect(await ask("10.0.0.3, 192.0.2.7")).toBe(429);
    expect(await ask("10.0.0.3, 192.0.2.8")).toBe(200);
  });

  it("is not believed about where they are where there is no proxy", async () => {
    const ask = askerOf(false);
    expect(await ask("192.0.2.1")).toBe(200);
    expect(await ask("192.0.2.2")).toBe(200);
    expect(await ask("192.0.2.3")).toBe(429);
  });
});
