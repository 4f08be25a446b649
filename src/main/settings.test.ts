import { describe, expect, it } from "vitest";
import { NIET_INGEVULD } from "#services/opendata/uitgever.ts";
import { readSettings } from "./settings.ts";

describe("how the server is started", () => {
  it("is on this computer only, on port 4173, unless asked otherwise", () => {
    expect(readSettings([], {})).toEqual({
      soort: "instellingen",
      settings: {
        host: "localhost",
        port: 4173,
        https: false,
        invoer: true,
        netwerk: true,
        taken: true,
        uitloop: 0,
        aanmelden: { rust: 60, langst: 10, wijze: { soort: "demo" } },
        uitgever: NIET_INGEVULD,
      },
    });
    const env = { PORT: "80", WOONREGIE_HOST: "0.0.0.0", WOONREGIE_HTTPS: "ja" };
    expect(readSettings([], env)).toMatchObject({
      settings: { host: "0.0.0.0", port: 80, https: true },
    });
  });

  it("takes in figures and documents where nobody else can come, or where it is told to", () => {
    const invoer = (env: Readonly<Record<string, string>>) => {
      const reading = readSettings([], env);
      return reading.soort === "instellingen" && reading.settings.invoer;
    };
    expect(invoer({ WOONREGIE_HOST: "127.0.0.1" })).toBe(true);
    expect(invoer({ WOONREGIE_HOST: "0.0.0.0" })).toBe(false);
    expect(invoer({ WOONREGIE_HTTPS: "ja" })).toBe(false);
    expect(invoer({ WOONREGIE_HOST: "0.0.0.0", WOONREGIE_INVOER: "ja" })).toBe(true);
    expect(invoer({ WOONREGIE_INVOER: "nee" })).toBe(false);
  });

  it("fetches from the internet unless it is told not to", () => {
    const network = (env: Readonly<Record<string, string>>) => {
      const reading = readSettings([], env);
      return reading.soort === "instellingen" && reading.settings.netwerk;
    };
    expect(network({})).toBe(true);
    expect(network({ WOONREGIE_NETWERK: "nee" })).toBe(false);
  });

  it("sends messages to no host but those that are named whole", () => {
    const hosts = (WOONREGIE_WEBHOOK_HOSTS: string) => {
      const reading = readSettings([], { WOONREGIE_WEBHOOK_HOSTS });
      return reading.soort === "instellingen" ? reading.settings.webhookHosts : reading;
    };
    expect(hosts("")).toBeUndefined();
    expect(hosts(" Zaken.Voorbeeld.nl, b.nl,,b.nl ")).toEqual(["zaken.voorbeeld.nl", "b.nl"]);
    for (const wrong of ["*.nl", "https://b.nl", "b.nl:8443", "10.0.0.1", "[::1]", "localhost"]) {
      const tekst = expect.stringContaining(`WOONREGIE_WEBHOOK_HOSTS noemt «${wrong}»`);
      expect(hosts(`a.nl,${wrong}`)).toEqual({ soort: "fout", tekst });
    }
  });

  it("takes who gives open data out from the environment, and makes nobody up", () => {
    const env = {
      WOONREGIE_UITGEVER: "Regio Voorbeeld",
      WOONREGIE_CONTACT_EMAIL: "data@voorbeeld.nl",
      WOONREGIE_ADRES: "https://wonen.voorbeeld.nl/",
    };
    expect(readSettings([], env)).toMatchObject({
      settings: {
        uitgever: {
          ingevuld: true,
          naam: "Regio Voorbeeld",
          contact: { naam: "Regio Voorbeeld", email: "data@voorbeeld.nl" },
          adres: "https://wonen.voorbeeld.nl",
        },
      },
    });
    expect(readSettings([], { WOONREGIE_UITGEVER: "Regio Voorbeeld" })).toMatchObject({
      settings: { uitgever: { ingevuld: false, contact: NIET_INGEVULD.contact } },
    });
  });

  it("tells everything that is wrong with who gives open data out", () => {
    const env = { WOONREGIE_CONTACT_EMAIL: "geen adres", WOONREGIE_ADRES: "javascript:alert(1)" };
    const reading = readSettings([], env);
    expect(reading).toMatchObject({ soort: "fout" });
    const tekst = "tekst" in reading ? reading.tekst : "";
    expect(tekst).toContain("WOONREGIE_ADRES is «javascript:alert(1)».");
    expect(tekst).toContain("WOONREGIE_CONTACT_EMAIL is «geen adres».");
  });

  it("is measured only where it is asked to be, and on this computer unless told otherwise", () => {
    const metingen = (text: string) => readSettings([], { WOONREGIE_METINGEN: text });
    expect(metingen("9464")).toMatchObject({
      settings: { metingen: { host: "127.0.0.1", port: 9464 } },
    });
    expect(metingen("[::1]:80")).toMatchObject({
      settings: { metingen: { host: "::1", port: 80 } },
    });
    expect(metingen("")).not.toHaveProperty("settings.metingen");
  });

  it("tells everything that is wrong with how it is to be run", () => {
    const env = { WOONREGIE_METINGEN: "hier", WOONREGIE_UITLOOP: "lang", WOONREGIE_LOG: "xml" };
    const reading = readSettings([], env);
    const tekst = "tekst" in reading ? reading.tekst : "";
    for (const [naam, waarde] of Object.entries(env))
      expect(tekst).toContain(`${naam} is «${waarde}».`);
  });

  it("goes by the line before the environment", () => {
    for (const args of [["--poort", "8080"], ["--poort=8080"]]) {
      expect(readSettings(args, { PORT: "80" })).toMatchObject({ settings: { port: 8080 } });
    }
  });

  it.each([
    [["--poort", "65536"], "«65536» is geen poort."],
    [["--poort", "4173x"], "«4173x» is geen poort."],
    [["--poort"], "«» is geen poort."],
    [["--port", "80"], "Onbekend: --port 80."],
    [["--poort", "80", "81"], "Onbekend: --poort 80 81."],
  ])("is not guessed at: %j", (args, tekst) => {
    expect(readSettings(args, {})).toMatchObject({
      soort: "fout",
      tekst: expect.stringContaining(tekst),
    });
  });

  it("is told to who asks", () => {
    expect(readSettings(["--help"], {})).toMatchObject({ soort: "hulp" });
  });

  it("keeps the access log as long as was chosen, and for ever where nobody chose", () => {
    const read = (WOONREGIE_INZAGE_BEWAREN: string) =>
      readSettings([], { WOONREGIE_INZAGE_BEWAREN });
    expect(read("3 jaar")).toMatchObject({
      settings: { inzageBewaren: { aantal: 3, maat: "jaar" } },
    });
    const none = read("");
    expect(none.soort === "instellingen" && "inzageBewaren" in none.settings).toBe(false);
    for (const wrong of ["0 dagen", "lang", "3", "-3 jaar"]) {
      const tekst = expect.stringContaining(`WOONREGIE_INZAGE_BEWAREN is «${wrong}»`);
      expect(read(wrong)).toEqual({ soort: "fout", tekst });
    }
  });
});
