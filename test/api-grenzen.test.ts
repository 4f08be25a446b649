import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { foreseen } from "#api/v1/api.ts";
import { GRENZEN, type Grenzen, limitRate, limitTime } from "#api/v1/grenzen.ts";
import { withDeadline } from "#api/v1/rekentijd.ts";
import { createEigenVerbruik } from "#services/toegang/verbruik.ts";
import { computeTabel } from "#services/verdeling/verdeling.service.ts";
import { aSite, asProgram, basis } from "#test/api-proef.ts";

const VRAAG = {
  document: "sleutel-inwoners",
  regio: "drechtsteden",
  cijfers: { urgenten: "450" },
};

async function json(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

type Bladzijde = {
  readonly items: readonly { readonly code: string }[];
  readonly links: { readonly volgende?: string };
};

function limited(own: Partial<Grenzen> = {}) {
  return asProgram(createApp(aSite(), { ...GRENZEN, ...own }));
}

describe("what one request may ask", () => {
  it("is a body of at most a megabyte, also where its length was not told", async () => {
    const ask = limited();
    const large = { ...VRAAG, tekst: "x".repeat(GRENZEN.inhoud) };
    const told = await ask("/v1/verdelingen", { json: large });
    expect([told.status, await told.json()]).toMatchObject([413, { status: 413 }]);
    const stream = new Blob([JSON.stringify(large)]).stream();
    const untold = await createApp(aSite()).request(
      new Request("http://localhost/v1/verdelingen", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: stream,
        duplex: "half",
      }),
    );
    expect(untold.status).toBe(413);
  });

  it("is a query that somebody can have meant", async () => {
    const answer = await limited()(`/v1/gebieden?provincie=${"x".repeat(GRENZEN.query)}`);
    expect([answer.status, await answer.json()]).toMatchObject([414, { status: 414 }]);
  });

  it("is at most six keys beside the first, on a sheet too", async () => {
    const naast = Array.from({ length: 7 }, (_, i) => `sleutel-${i}`);
    const query = naast.map((naam) => `&naast=${naam}`).join("");
    const answers = [
      await limited()("/v1/verdelingen", { json: { ...VRAAG, naast } }),
      await limited()(`/v1/rekenbladen?document=sleutel-inwoners&regio=drechtsteden${query}`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        fouten: ["Er kunnen hoogstens 6 verdelingen naast liggen."],
      });
    }
  });

  it("is counted before anything is worked out", async () => {
    const asked: string[] = [];
    const watched = {
      ...basis,
      cijfers: {
        find: (indicator: string, gebied: string) => {
          asked.push(indicator);
          return basis.cijfers.find(indicator, gebied);
        },
      },
    };
    const site = aSite({ basis: watched });
    const ask = asProgram(createApp(site, { ...GRENZEN, cellen: 27 }));
    const fits = { ...VRAAG, naast: ["sleutel-sociale-huur"] };
    const refused = await ask("/v1/verdelingen", { json: fits });
    expect(refused.status).toBe(400);
    expect((await json(refused)).detail).toContain(
      "Dit zijn 28 berekeningen, en het mogen er hoogstens 27 zijn.",
    );
    expect(asked).toEqual([]);
    expect((await ask("/v1/verdelingen", { json: VRAAG })).status).toBe(200);
  });

  it("stops where the clock says so, in the middle of reckoning", () => {
    let time = 0;
    const slow = withDeadline(basis, 20, () => {
      time += 1;
      return time;
    });
    const document = basis.bibliotheek.find("sleutel-inwoners");
    if (document?.soort !== "verdeling") throw new Error("no such document");
    const opdracht = { document, regio: "nederland", op: "2026-01-01", cijfers: [], ingevuld: {} };
    expect(() => computeTabel(slow, opdracht, [])).toThrow("Dit duurt te lang");
    expect(time).toBe(22);
  });

  it("is answered that it takes too long where something else does not answer", async () => {
    const app = new Hono();
    app.use(limitTime({ ...GRENZEN, tijd: 10 }));
    app.get("/", () => new Promise<Response>(() => {}));
    app.onError((error) => foreseen(error) ?? new Response("", { status: 500 }));
    const answer = await app.request("/");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
  });

  it("is a number of times a minute, for each address apart", async () => {
    let time = 0;
    const app = new Hono();
    const verbruik = createEigenVerbruik(() => time);
    app.use(limitRate({ grenzen: { ...GRENZEN, perMinuut: 2 }, verbruik }, "proef"));
    app.get("/", (c) => c.text("ja"));
    app.onError((error) => foreseen(error) ?? new Response("", { status: 500 }));
    const ask = async (remoteAddress?: string) => {
      const env = remoteAddress ? { incoming: { socket: { remoteAddress } } } : {};
      const answer = await app.request("/", {}, env);
      return [answer.status, answer.headers.get("Retry-After")];
    };
    expect([await ask("a"), await ask("a"), await ask("b")].map(([status]) => status)).toEqual([
      200, 200, 200,
    ]);
    time = 20_000;
    expect([await ask("a"), await ask("b")]).toEqual([
      [429, "40"],
      [200, null],
    ]);
    time = 60_000;
    expect((await ask("a"))[0]).toBe(200);
  });

  it("holds for reckoning on the server", async () => {
    const ask = limited({ perMinuut: 1 });
    const statuses = [];
    for (const _ of [1, 2]) statuses.push((await ask("/v1/verdelingen", { json: VRAAG })).status);
    expect(statuses).toEqual([200, 429]);
  });
});

describe("how the API answers", () => {
  const ask = limited();

  it("tells a program that asks something else than JSON, or in another way", async () => {
    const headers = { "Content-Type": "text/plain" };
    const other = await ask("/v1/verdelingen", { json: VRAAG, headers });
    expect([other.status, await other.json()]).toMatchObject([415, { status: 415 }]);
    const wrong = await ask("/v1/verdelingen", { method: "PUT" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "POST"]);
    const none = await ask("/v1/nergens", { headers: { Accept: "text/html" } });
    expect([none.status, none.headers.get("Content-Type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
    expect((await ask("/v1/gebieden/")).status).toBe(404);
  });

  it("wears the headers of every answer, mistakes too", async () => {
    const asked = ["/v1/gebieden", "/v1/gebieden?x=1", "/v1/nergens", "/v1/verdelingen/nee"];
    for (const path of asked) {
      const { headers } = await ask(path);
      expect([path, headers.get("Cache-Control"), headers.get("X-Content-Type-Options")]).toEqual([
        path,
        "no-store",
        "nosniff",
      ]);
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("API-Version")).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it("lets a page of any other site read the description, and nothing else", async () => {
    const origin = { headers: { Origin: "https://elders.example" } };
    const described = await ask("/v1/openapi.json", origin);
    expect(described.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const other = await ask("/v1/gebieden", origin);
    expect(other.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("is sent smaller to whoever can read that, where it is more than a kilobyte", async () => {
    const headers = { "Accept-Encoding": "br, gzip;q=0.8" };
    const large = await ask("/v1/gebieden", { headers });
    expect(large.headers.get("Content-Encoding")).toBe("gzip");
    expect(large.headers.get("API-Version")).not.toBeNull();
    const unpacked = large.body?.pipeThrough(new DecompressionStream("gzip"));
    expect(await new Response(unpacked).json()).toMatchObject({ aantal: 354 });
    for (const [path, encoding] of [
      ["/v1/gebieden?perPagina=1", "gzip"],
      ["/v1/gebieden", "gzip;q=0"],
    ] as const) {
      const plain = await ask(path, { headers: { "Accept-Encoding": encoding } });
      expect(plain.headers.get("Content-Encoding")).toBeNull();
      expect(plain.headers.get("Vary")).toBe("Accept-Encoding");
    }
  });

  it("comes in pages that lead to each other and hold everything once", async () => {
    const seen: string[] = [];
    let next: string | undefined = "/v1/gebieden?soort=provincie&perPagina=5";
    while (next !== undefined) {
      const page = (await json(await ask(next))) as Bladzijde;
      seen.push(...page.items.map(({ code }) => code));
      next = page.links.volgende;
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
  });

  it("names everything that is wrong with a question at once, in Dutch", async () => {
    const answer = await ask("/v1/gebieden?soort=gemente&perPagina=0&onzin=1");
    expect(await answer.json()).toMatchObject({
      fouten: [
        "In het adres, «perPagina»: dit is te weinig. Minstens 1.",
        "In het adres, «soort»: kies «gemeente», «provincie». Bedoelt u «gemeente»?",
        "In het adres: «onzin» is niet bekend.",
      ],
    });
  });
});
