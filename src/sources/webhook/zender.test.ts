import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bronserver, startBronserver, status, stuurDoor } from "#test/bronserver.ts";
import { createZender, magHeen } from "./zender.ts";

let server: Bronserver;
beforeAll(async () => {
  server = await startBronserver();
});
afterAll(() => server.sluit());

const sendTo = (pad: string, geduld?: number) =>
  createZender(
    { hosts: new Set(), proef: server.origin },
    geduld,
  )({
    ...{ adres: server.origin + pad, koppen: { "webhook-id": "een" }, tekst: '{"id":"een"}' },
  });

describe("sending to a webhook", () => {
  it("posts the text with its headers, and is done at any answer that says so", async () => {
    let got: unknown;
    server.zet("/goed", async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { "webhook-id": id, "content-type": soort } = request.headers;
      got = { methode: request.method, id, soort, tekst: Buffer.concat(chunks).toString() };
      response.writeHead(204).end();
    });
    expect(await sendTo("/goed")).toEqual({ gelukt: true, status: 204 });
    expect(got).toEqual({
      ...{ methode: "POST", id: "een", soort: "application/json", tekst: '{"id":"een"}' },
    });
  });

  it("follows nothing", async () => {
    server.zet("/hier", stuurDoor(`${server.origin}/daar`));
    server.zet("/daar", status(200));
    const { gelukt, fout } = await sendTo("/hier");
    expect(gelukt).toBe(false);
    expect(fout).toMatch(/stuurt door naar een ander adres \(30\d\)/);
    expect(server.gevraagd()).not.toContain("/daar");
  });

  it.each([400, 404, 410, 500, 503])("is not done where the answer is %d", async (code) => {
    server.zet(`/${code}`, status(code));
    expect(await sendTo(`/${code}`)).toMatchObject({ gelukt: false, status: code });
  });

  it("waits no longer than it may", async () => {
    server.zet("/stil", () => {});
    expect(await sendTo("/stil", 50)).toEqual({
      ...{ gelukt: false, fout: "Geen antwoord binnen 0.05 seconden." },
    });
  });

  it("says so where nobody is there", async () => {
    const zend = createZender({ hosts: new Set(), proef: "http://127.0.0.1:1" });
    const { fout } = await zend({ adres: "http://127.0.0.1:1/", koppen: {}, tekst: "{}" });
    expect(fout).toContain("ECONNREFUSED");
  });
});

const NET = { hosts: new Set(["zaken.voorbeeld.nl"]) };

describe("where may be sent", () => {
  it.each([
    ["https://zaken.voorbeeld.nl/haak?x=1", true],
    ["https://zaken.voorbeeld.nl:443/", true],
    ["http://zaken.voorbeeld.nl/", false],
    ["https://zaken.voorbeeld.nl:8443/", false],
    ["https://iemand@zaken.voorbeeld.nl/", false],
    ["https://ander.voorbeeld.nl/", false],
    ["https://zaken.voorbeeld.nl.kwaad.nl/", false],
    ["https://a.zaken.voorbeeld.nl/", false],
    ["https://127.0.0.1/", false],
    ["ftp://zaken.voorbeeld.nl/", false],
    ["zaken.voorbeeld.nl", false],
  ])("%s: %s", (adres, mag) => {
    expect(magHeen(adres, NET)).toBe(mag);
  });

  it("is nothing else, whatever stands in the table", async () => {
    const adres = `${server.origin}/buiten`;
    const sent = await createZender(NET)({ adres, koppen: {}, tekst: "{}" });
    expect(sent.fout).toContain("staat niet op de lijst");
    expect(server.gevraagd()).not.toContain("/buiten");
  });

  it.each(["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "::ffff:10.0.0.1"])(
    "is not %s, where a name on the list says so",
    async (address) => {
      const family = address.includes(":") ? 6 : 4;
      const zoek = async () => [{ address, family }];
      const adres = "https://zaken.voorbeeld.nl/";
      const sent = await createZender({ ...NET, zoek })({ adres, koppen: {}, tekst: "{}" });
      expect(sent).toEqual({
        gelukt: false,
        fout: "De naam komt uit op een adres binnen een eigen netwerk; daar stuurt Woonregie niets heen.",
      });
    },
  );
});
