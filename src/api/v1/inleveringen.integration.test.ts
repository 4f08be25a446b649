import { expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { appOn, type Json } from "#test/api.ts";
import { holdsToDescription } from "#test/api-beschrijving.ts";
import { aSite } from "#test/api-proef.ts";
import { describeDatabases } from "#test/database.ts";

const CSV = "Gemeente;Nieuwbouw 2026\nDordregt;640\nGorinchem;195,5\n";
const VRAAG = "bestandsnaam=plannen.csv&afzender=Regio&bron=eigen%20telling";

type App = ReturnType<typeof appOn>;
type Antwoord = { readonly status: number; readonly json: Json };

/** Somebody who asks the API; every answer is held to its description. */
function program(app: App) {
  return async (method: string, path: string, body?: unknown, geheim = ""): Promise<Antwoord> => {
    const file = typeof body === "string";
    const answer = await app.request(`/v1${path}`, {
      method,
      headers: {
        "Content-Type": file ? "application/octet-stream" : "application/json",
        ...(geheim ? { Authorization: `Bearer ${geheim}` } : {}),
      },
      ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
    });
    const described = path
      .replace(/\?.*$/, "")
      .replace(/^\/inleveringen\/[^/]+/, "/inleveringen/{id}");
    const { status } = answer;
    return { status, json: await holdsToDescription(answer, described, method) };
  };
}

describeDatabases("the API of deliveries", ({ db }) => {
  it("takes a file from a mistake to figures that count, and back", async () => {
    const ask = program(appOn(db()));
    const made = await ask("POST", `/inleveringen?${VRAAG}`, CSV);
    expect(made.status).toBe(201);
    const { inlevering, geheim } = made.json;
    expect(inlevering.klaar).toBe(false);
    expect(inlevering.bevindingen.map(({ code, waar }: Json) => [code, waar.naam])).toEqual([
      ["gebied-onbekend", "blad plannen, A2"],
      ["niet-heel", "blad plannen, B3"],
    ]);
    const adres = `/inleveringen/${inlevering.id}`;

    expect((await ask("GET", adres)).status).toBe(404);
    const besluit = { besluit: "overnemen" };
    expect((await ask("POST", `${adres}/besluiten`, besluit)).status).toBe(404);
    expect((await ask("POST", `${adres}/besluiten`, besluit, geheim)).status).toBe(409);

    const heel = inlevering.bevindingen.find(({ code }: Json) => code === "niet-heel");
    const antwoorden = {
      verbeteringen: [{ blad: "plannen", rij: 1, kolom: 0, tekst: "Dordrecht" }],
      bevestigingen: [{ id: heel.id, reden: "een half huis" }],
    };
    const beter = await ask("POST", `${adres}/antwoorden`, antwoorden, geheim);
    expect([beter.status, beter.json.klaar]).toEqual([200, true]);
    const over = await ask("POST", `${adres}/besluiten`, besluit, geheim);
    expect(over.json).toMatchObject({ stand: "overgenomen", cijfers: [{ aantal: 2 }] });
    expect((await ask("POST", `${adres}/antwoorden`, antwoorden, geheim)).status).toBe(409);

    const lijst = await ask("GET", "/inleveringen");
    expect(lijst.json.items).toMatchObject([{ id: inlevering.id, telt: true, aantal: 2 }]);
    const open = await ask("GET", adres);
    expect(open.json.bevindingen).toMatchObject([{ code: "niet-heel", reden: "een half huis" }]);

    const terug = { besluit: "terugdraaien" };
    expect((await ask("POST", `${adres}/besluiten`, terug)).status).toBe(400);
    const gedraaid = await ask("POST", `${adres}/besluiten`, { ...terug, reden: "fout jaar" });
    expect(gedraaid.status).toBe(200);
    const daarna = await ask("GET", "/inleveringen");
    expect(daarna.json.items).toMatchObject([{ telt: false }]);
  });

  it("asks what its columns are, and is told", async () => {
    const ask = program(appOn(db()));
    const csv = "Gemeente;iets\nDordrecht;5\n";
    const { inlevering, geheim } = (await ask("POST", `/inleveringen?${VRAAG}`, csv)).json;
    const [koppeling] = inlevering.koppelingen;
    expect(inlevering.cijfers).toEqual([]);
    const kolommen = [
      koppeling.kolommen[0],
      { kolom: 1, rol: "waarde", indicator: "nieuwbouw", moment: "2025" },
    ];
    const antwoorden = { koppelingen: [{ ...koppeling, kolommen }] };
    const told = await ask("POST", `/inleveringen/${inlevering.id}/antwoorden`, antwoorden, geheim);
    expect(told.json).toMatchObject({ vragen: [], cijfers: [{ indicator: "nieuwbouw" }] });
  });

  it("refuses a file that is none, and everything where nothing may be put in", async () => {
    const ask = program(appOn(db()));
    const niets = await ask("POST", `/inleveringen?${VRAAG}`, "\u0000\u0001\u0002");
    expect([niets.status, niets.json.fouten.length]).toEqual([400, 1]);
    const dicht = program(createApp(aSite({ db: db(), invoer: false })));
    expect((await dicht("POST", `/inleveringen?${VRAAG}`, CSV)).status).toBe(403);
    expect((await dicht("GET", "/inleveringen")).status).toBe(200);
  });
});
