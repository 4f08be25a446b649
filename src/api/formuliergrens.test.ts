import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { ONGETELD } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { aSite } from "#test/api-proef.ts";

const toegang = {
  ...{ aanbieder: {}, tellers: ONGETELD, nu: () => new Date(), adres: "http://localhost" },
} as unknown as Toegang;
const app = createApp(aSite({ toegang }));

/** Where more may come: a file of figures, or a document. */
const GROTER = new Set([
  "/v1/inleveringen",
  "/inleveringen/nieuw",
  "/documenten/inlezen",
  "/bronnen/grenzen-bestand",
]);

const ROUTES = [
  ...new Set(
    app.routes
      .filter(
        ({ method, path }) => ["POST", "PUT", "PATCH"].includes(method) && !path.includes("*"),
      )
      .map(({ path }) => path),
  ),
];

describe("a form of more than anybody types", () => {
  it("is asked about on every address that takes one", () => {
    expect(ROUTES.length).toBeGreaterThan(50);
  });

  it.each(ROUTES)("is not read, whoever sends it: %s", async (path) => {
    let read = 0;
    const size = GROTER.has(path) ? 40_000_000 : 8_000_000;
    const chunk = new Uint8Array(1_000_000).fill(97);
    const body = new ReadableStream({
      pull(controller) {
        if (read >= size) return controller.close();
        read += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const answer = await app.request(path.replaceAll(/:\w+(\{[^}]*\})?/g, "proef"), {
      method: "POST",
      headers: {
        "Content-Type": path.startsWith("/v1/")
          ? "application/json"
          : "application/x-www-form-urlencoded",
        ...{ Origin: "http://localhost", "Idempotency-Key": "0123456789abcdef" },
      },
      body,
      duplex: "half",
    } as RequestInit);
    // Refused for its size, or before more of it was read.
    const why = `${answer.status} ${await answer.text()}`;
    expect(answer.status === 413 || read <= 5_000_000, why).toBe(true);
  });
});
