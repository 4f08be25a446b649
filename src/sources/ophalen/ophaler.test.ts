import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  afgebroken,
  afgebrokenVerpakt,
  type Bronserver,
  druppelt,
  json,
  omDeBeurt,
  reusachtig,
  startBronserver,
  status,
  stil,
  stuurDoor,
  webpagina,
} from "#test/bronserver.ts";
import { createCheckedLookup, isPublicAddress, type Netwerk } from "./adres.ts";
import { createBronnet } from "./bronadressen.ts";
import { Ophaalfout } from "./ophaalfout.ts";
import { createOphaler, type Volharding } from "./ophaler.ts";
import type { Grenzen } from "./verzoek.ts";

let server: Bronserver;
beforeAll(async () => {
  server = await startBronserver();
});
afterAll(() => server.sluit());

type Own = { readonly grenzen?: Partial<Grenzen>; readonly volharding?: Partial<Volharding> };

const QUICK = { wacht: 1, pogingen: 3 };

function ophalerFor({ grenzen = {}, volharding = {} }: Own = {}) {
  return createOphaler({
    netwerk: { hosts: new Set(), proef: server.origin },
    grenzen,
    volharding: { ...QUICK, ...volharding },
  });
}

async function haal(pad: string, own: Own = {}, signal?: AbortSignal): Promise<string> {
  const url = new URL(pad, server.origin);
  const options = { soort: "json", ...(signal ? { signal } : {}) } as const;
  return (await ophalerFor(own).haal(url, options)).toString("utf8");
}

const reasonOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "gelukt",
    (error: unknown) => (error instanceof Ophaalfout ? error.reason : error),
  );

const times = (pad: string) => server.gevraagd().filter((asked) => asked === pad).length;

describe("fetching from a source", () => {
  it("gives what the source says, unpacked", async () => {
    server.zet("/goed", json({ value: [] }));
    expect(await haal("/goed")).toBe('{"value":[]}');
  });

  it.each([429, 500, 502, 503, 504])("asks again after %d, and then goes on", async (code) => {
    server.zet(`/even/${code}`, omDeBeurt(status(code), json({ value: [code] })));
    expect(await haal(`/even/${code}`)).toBe(`{"value":[${code}]}`);
  });

  it("waits as long as the source asks, in seconds or until a moment", async () => {
    const moment = new Date(Date.now() + 60_000).toUTCString();
    const busy = [status(429, { "Retry-After": "7" }), status(503, { "Retry-After": moment })];
    server.zet("/wacht", omDeBeurt(...busy, json({})));
    const slept: number[] = [];
    const ophaler = createOphaler({
      netwerk: { hosts: new Set(), proef: server.origin },
      slaap: async (ms) => {
        slept.push(ms);
      },
    });
    await ophaler.haal(new URL("/wacht", server.origin), { soort: "json" });
    expect(slept[0]).toBe(7000);
    expect(slept[1]).toBeGreaterThan(57_000);
    expect(slept[1]).toBeLessThanOrEqual(60_000);
  });

  it("does not wait for hours, but says how long the source asks", async () => {
    server.zet("/uren", status(429, { "Retry-After": "7200" }));
    await expect(haal("/uren")).rejects.toThrow("120 minuten");
    expect(times("/uren")).toBe(1);
  });

  it("gives up after some attempts, each later than the one before", async () => {
    server.zet("/kapot", status(500));
    const waits: number[] = [];
    const ophaler = createOphaler({
      netwerk: { hosts: new Set(), proef: server.origin },
      volharding: { wacht: 4, pogingen: 4 },
      toeval: () => 1,
    });
    const url = new URL("/kapot", server.origin);
    const asked = ophaler.haal(url, { soort: "json", onWacht: (ms) => waits.push(ms) });
    await expect(asked).rejects.toThrow("een storing (500)");
    expect(waits).toEqual([4, 8, 16]);
  });

  it("does not ask again what will not pass", async () => {
    server.zet("/weg", status(404));
    expect(await reasonOf(haal("/weg"))).toBe("status");
    expect(times("/weg")).toBe(1);
  });

  it.each([
    ["/half", afgebroken],
    ["/half-verpakt", afgebrokenVerpakt],
  ])("takes no half answer for a whole one: %s", async (pad, answer) => {
    server.zet(pad, answer);
    expect(await reasonOf(haal(pad))).toBe("afgebroken");
    server.zet(pad, omDeBeurt(answer, json({ value: 1 })));
    expect(await haal(pad)).toBe('{"value":1}');
  });

  it("does not wait for ever: not in silence, and not for a drop at a time", async () => {
    server.zet("/stil", stil);
    server.zet("/druppelt", druppelt);
    const once = { volharding: { pogingen: 1 } };
    await expect(haal("/stil", { ...once, grenzen: { stilte: 40 } })).rejects.toThrow("stilte");
    const asked = haal("/druppelt", { ...once, grenzen: { geheel: 80, stilte: 60 } });
    await expect(asked).rejects.toThrow("het hele antwoord");
  });

  it("stops reading where an answer is larger than was agreed, also packed", async () => {
    server.zet("/groot", reusachtig(5));
    const asked = haal("/groot", { grenzen: { bytes: 2_000_000 } });
    await expect(asked).rejects.toThrow("groter dan 2 MB");
    expect(times("/groot")).toBe(1);
  });

  it("takes no web page for data", async () => {
    server.zet("/pagina", webpagina);
    await expect(haal("/pagina")).rejects.toThrow("een webpagina in plaats van gegevens");
    server.zet("/vermomd", json("<!DOCTYPE html><p>onderhoud</p>"));
    expect(await reasonOf(haal("/vermomd"))).toBe("inhoud");
  });

  it("stops at once when it is told to, also while it waits", async () => {
    server.zet("/lang", stil);
    const reading = new AbortController();
    const asked = reasonOf(haal("/lang", {}, reading.signal));
    setTimeout(() => reading.abort(), 20);
    expect(await asked).toBe("gestopt");
    server.zet("/druk", status(503, { "Retry-After": "60" }));
    const waiting = new AbortController();
    const again = reasonOf(haal("/druk", {}, waiting.signal));
    setTimeout(() => waiting.abort(), 20);
    expect(await again).toBe("gestopt");
  });
});

describe("where is fetched", () => {
  it("follows to an address of the same list, and no further than a few times", async () => {
    server.zet("/oud", stuurDoor("/nieuw"));
    server.zet("/nieuw", json({ value: 2 }));
    expect(await haal("/oud")).toBe('{"value":2}');
    server.zet("/rond", stuurDoor("/rond", 307));
    expect(await reasonOf(haal("/rond"))).toBe("omleidingen");
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://localhost:1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "https://api.pdok.nl.elders.example/",
    "https://api.pdok.nl@elders.example/",
    "https://api.pdok.nl:8443/",
    "http://api.pdok.nl/",
    "file:///etc/passwd",
    "//elders.example/",
  ])("is not sent on to %s", async (naar) => {
    server.zet("/uit", stuurDoor(naar));
    const netwerk = { hosts: new Set(["api.pdok.nl"]), proef: server.origin };
    const ophaler = createOphaler({ netwerk, volharding: QUICK });
    const asked = ophaler.haal(new URL("/uit", server.origin), { soort: "json" });
    await expect(asked).rejects.toThrow("niet op");
    expect(await reasonOf(asked)).toBe("host-niet-toegestaan");
  });

  it.each([
    "127.0.0.1",
    "::7f00:1",
    "::10.1.2.3",
    "4000::1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "geen adres",
  ])("never connects to %s, whatever name leads there", async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const family = address.includes(":") ? 6 : 4;
    const ook = { address: "145.100.100.100", family: 4 };
    const netwerk: Netwerk = {
      hosts: new Set(["api.pdok.nl"]),
      zoek: async () => [ook, { address, family }],
    };
    const asked = createOphaler({ netwerk }).haal(new URL("https://api.pdok.nl/x"), {
      soort: "json",
    });
    await expect(asked).rejects.toThrow(/adres binnen een eigen netwerk/);
  });

  it("connects to the address that was looked at: the name is not asked a second time", async () => {
    const answers = [["145.100.100.100", "145.100.100.101"], ["127.0.0.1"]];
    const netwerk: Netwerk = {
      hosts: new Set(["api.pdok.nl"]),
      zoek: async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
    };
    const lookup = createCheckedLookup(netwerk);
    const connectTo = () =>
      new Promise((resolve) =>
        lookup("api.pdok.nl", { all: true }, (error, found) => resolve(error ?? found)),
      );
    expect(await connectTo()).toEqual([
      { address: "145.100.100.100", family: 4 },
      { address: "145.100.100.101", family: 4 },
    ]);
    expect(await connectTo()).toMatchObject({ reason: "adres-van-binnen" });
  });

  it("says that there is no network where a name is not found, and does not go on asking", async () => {
    let asked = 0;
    const zoek = async () => {
      asked += 1;
      throw Object.assign(new Error("x"), { code: "EAI_AGAIN" });
    };
    const netwerk = { hosts: new Set(["api.pdok.nl"]), zoek };
    const call = createOphaler({ netwerk, volharding: QUICK }).haal(
      new URL("https://api.pdok.nl/x"),
      { soort: "json" },
    );
    await expect(call).rejects.toThrow("Waarschijnlijk is er geen internet");
    expect(asked).toBe(1);
  });

  it("is this machine only where a test says so", () => {
    const { hosts, proef } = createBronnet().netwerk;
    expect([...hosts].sort()).toEqual([
      "api.pdok.nl",
      "datasets.cbs.nl",
      "nationalewoningbouwkaart.nl",
    ]);
    expect(proef).toBeUndefined();
    expect(createBronnet("http://127.0.0.1:80").adressen.cbs).toBe("http://127.0.0.1:80/cbs");
    expect(() => createBronnet("http://10.0.0.1:80")).toThrow("alleen voor tests");
  });
});
