import { readOds } from "hucre/ods";
import { expect, it } from "vitest";
import { toNumber } from "#domain/breuk.ts";
import { toBevriezing } from "#services/kader/bevriezing.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { appOn, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { uitvoerVan } from "#test/uitvoer-gevallen.ts";

const BLAD = "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450";
const teksten = readMeegeleverd().documenten;
const UITVOER = "/verdeling/uitvoer";

/** The outcome column and all texts of the first sheet. */
async function readBack(answer: Response) {
  const { sheets } = await readOds(new Uint8Array(await answer.arrayBuffer()));
  const outcome = sheets.find(({ name }) => name === "Uitkomst")?.rows ?? [];
  const text = [...(sheets[0]?.rows ?? []), ...(sheets.at(-1)?.rows ?? [])].flat().join("\n");
  return { numbers: outcome.slice(1, 8).map((row) => row[3]), text };
}

describeDatabases("what was kept, as a file", ({ alone }) => {
  const live = uitvoerVan("sleutel-inwoners", BLAD);
  const numbers = live.kolommen[0].rijen.map(({ aantal }) => aantal && toNumber(aantal.midden));

  it(
    "opens a version only with its secret, and says which version it is",
    alone(async (tx) => {
      const app = appOn(tx);
      const reeks = (await person(app)("POST", "/versiereeksen")).json;
      const ask = person(app, reeks.geheim);
      const verzoek = { naam: "voor het overleg", adres: BLAD, ernaast: true };
      const { json } = await ask("POST", `/versiereeksen/${reeks.reeks}/versies`, verzoek);
      const path = `${UITVOER}/versies/${json.versie}/rekenblad.ods`;
      const headers = { Authorization: `Bearer ${reeks.geheim}` };
      const answer = await app.request(path, { headers });
      expect(answer.headers.get("Content-Disposition")).toContain("-versie-1.ods");
      const read = await readBack(answer);
      expect(read.numbers).toEqual(numbers);
      expect(read.text).toContain("voor het overleg");
      expect(read.text).toContain(json.hash);
      expect(read.text).toContain(`/verdeling/versies/${json.versie}`);
      expect(read.text).not.toContain(reeks.geheim);
      for (const wrong of [{}, { Authorization: "Bearer verkeerd" }]) {
        expect((await app.request(path, { headers: wrong })).status).toBe(404);
      }
      await ask("DELETE", `/versies/${json.versie}`);
      expect((await app.request(path, { headers })).status).toBe(410);
    }),
  );

  it(
    "opens a frozen outcome by its whole hash, and not by a part of it",
    alone(async (tx) => {
      const { vraag } = live.kolommen[0];
      const tekst = teksten.findBestand("sleutel-inwoners")?.tekst() ?? "";
      const tekstVan = (naam: string) => teksten.findBestand(naam)?.tekst();
      const { hash } = await insertBevriezing(
        tx,
        toBevriezing({ vraag, tekst, tekstVan, ingevuld: {} }),
      );
      const app = appOn(tx);
      const read = await readBack(await app.request(`${UITVOER}/bevroren/${hash}/rekenblad.ods`));
      expect(read.numbers).toEqual(numbers);
      expect(read.text).toContain(hash);
      const short = await app.request(`${UITVOER}/bevroren/${hash.slice(0, 20)}/rekenblad.ods`);
      expect(short.status).toBe(404);
    }),
  );

  it(
    "shows a frozen outcome as a page, with its account, its papers and what it is after a herindeling",
    alone(async (tx) => {
      const own = uitvoerVan("sleutel-inwoners", "regio=mra&op=2026-01-01&cijfer.urgenten=450");
      const { vraag } = own.kolommen[0];
      const tekst = teksten.findBestand("sleutel-inwoners")?.tekst() ?? "";
      const tekstVan = (naam: string) => teksten.findBestand(naam)?.tekst();
      const kept = toBevriezing({ vraag, tekst, tekstVan, ingevuld: {} });
      const { hash } = await insertBevriezing(tx, kept);
      const app = appOn(tx);
      const page = await app.request(`/verdeling/bevroren/${hash}`);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain(hash);
      for (const { eenheid } of own.kolommen[0].rijen) expect(html).toContain(eenheid.naam);
      expect(html).toContain("Reken alsof de herindeling van 1 januari 2027 doorgaat");
      expect(html).toContain("Hilversum en Wijdemeren, exact");
      const account = await app.request(`/verdeling/bevroren/${hash}/uitleg`);
      expect(await account.text()).toContain("Van de uitkomst terug naar de cijfers");
      const paper = await app.request(`/verdeling/uitvoer/bevroren/${hash}/stukken/nota.docx`);
      expect([paper.status, paper.headers.get("Content-Disposition")]).toEqual([
        200,
        expect.stringContaining(".docx"),
      ]);
      const stranger = await app.request(`/verdeling/bevroren/${hash}/uitleg?gemeente=GM9999`);
      expect(stranger.status).toBe(404);
      const part = await app.request(`/verdeling/bevroren/${hash.slice(0, 20)}`);
      expect([part.status, await part.text()]).toEqual([404, expect.stringContaining("64 tekens")]);
    }),
  );
});
