import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { expect, it } from "vitest";
import { appOn, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";

const BLAD = "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01";
const INGEVULD = `${BLAD}&cijfer.mutatiegraad=5%25&naast=sleutel-inwoners&cijfer.urgenten=450`;
const STUKKEN = "/verdeling/uitvoer/stukken";

/** What an answer begins with: `%PDF` or `PK`. */
async function startOf(answer: Response): Promise<string> {
  return Buffer.from(await answer.arrayBuffer())
    .subarray(0, 4)
    .toString("latin1");
}

/** A kept version with the secret that opens it. */
async function keep(app: Hono, adres: string, geheimen?: { reeks: string; geheim: string }) {
  const reeks = geheimen ?? (await person(app)("POST", "/versiereeksen")).json;
  const ask = person(app, reeks.geheim);
  const verzoek = { naam: "eerste", adres, ernaast: true };
  const { json } = await ask("POST", `/versiereeksen/${reeks.reeks}/versies`, verzoek);
  return { versie: String(json.versie), geheim: String(reeks.geheim), reeks: String(reeks.reeks) };
}

describeDatabases("papers over http", ({ alone }) => {
  it(
    "are made of a sheet by its address, to save under a name that says what it is",
    alone(async (tx) => {
      const app = appOn(tx);
      const pdf = await app.request(`${STUKKEN}/a4.pdf?${INGEVULD}&gemeente=GM0505`);
      expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
      expect(pdf.headers.get("Content-Disposition")).toBe(
        'attachment; filename="woonregie-drechtsteden-urgenten-2026-01-01-a4-dordrecht.pdf"',
      );
      expect(await startOf(pdf)).toBe("%PDF");
      expect(await startOf(await app.request(`${STUKKEN}/nota.docx?${INGEVULD}`))).toMatch(/^PK/);
    }),
  );

  it(
    "that cannot be made say so on a page, or as a problem to a program",
    alone(async (tx) => {
      const app = appOn(tx);
      const page = await app.request(`${STUKKEN}/a4.pdf?${BLAD}&cijfer.urgenten=veel`);
      expect([page.status, await page.text()]).toEqual([
        400,
        expect.stringContaining("geen getal"),
      ]);
      const asked = [
        [`${STUKKEN}/brief.pdf?${BLAD}`, 404, "Kies a4, oplegger of nota"],
        [`${STUKKEN}/a4.odt?${BLAD}`, 404, "als .pdf of .docx"],
        [`${STUKKEN}/was-wordt.pdf?${BLAD}`, 404, "Kies a4"],
        [`${STUKKEN}/a4.pdf?regio=mra`, 404, "noemt geen verdeling"],
        [`${STUKKEN}/a4.pdf?${BLAD}&gemeente=GM0363`, 400, "GM0363"],
        [`${STUKKEN}/a4.pdf?${BLAD}&ronde=bestaat-niet`, 400, "geen correctieronde"],
      ] as const;
      for (const [path, status, said] of asked) {
        const answer = await app.request(path, { headers: { Accept: "application/json" } });
        expect([answer.status, await answer.text()], path).toEqual([
          status,
          expect.stringContaining(said),
        ]);
      }
    }),
  );

  it(
    "of a kept version open with its secret, and with no other",
    alone(async (tx) => {
      const app = appOn(tx);
      const { versie, geheim } = await keep(app, INGEVULD);
      const path = `/verdeling/uitvoer/versies/${versie}/stukken/oplegger.docx`;
      const open = (secret: string) =>
        app.request(path, { headers: { Authorization: `Bearer ${secret}` } });
      expect(await startOf(await open(geheim))).toMatch(/^PK/);
      expect((await open("x".repeat(43))).status).toBe(404);
      expect((await app.request(path)).status).toBe(404);
    }),
  );

  it(
    "lay two versions side by side, with both secrets in the body",
    alone(async (tx) => {
      const app = appOn(tx);
      const was = await keep(app, INGEVULD);
      const wordt = await keep(app, `${INGEVULD}&wijzig.opgave.aantal=200`, was);
      const compare = (second: { versie: string; geheim: string }) =>
        app.request("/verdeling/uitvoer/was-wordt/was-wordt.pdf", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({
            was: { versie: was.versie, geheim: was.geheim },
            wordt: { versie: second.versie, geheim: second.geheim },
          }),
        });
      expect(await startOf(await compare(wordt))).toBe("%PDF");
      expect((await compare({ ...wordt, geheim: "y".repeat(43) })).status).toBe(404);
      const empty = await app.request("/verdeling/uitvoer/was-wordt/was-wordt.pdf", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: "{",
      });
      expect(empty.status).toBe(400);
    }),
  );

  it(
    "take the words of this installation, and refuse words that do not fit",
    alone(async (tx) => {
      const sjablonenmap = mkdtempSync(join(tmpdir(), "sjablonen-"));
      const app = appOn(tx, { sjablonenmap });
      const ask = () => app.request(`${STUKKEN}/nota.docx?${INGEVULD}`);
      const head = "sjabloon: stukken\nvoor-versie: 1\ndatum: 2026-12-01\nteksten:\n";
      const file = join(sjablonenmap, "stukken.yaml");
      writeFileSync(file, `${head}  nota-opgave: Wat er ligt\n`);
      expect((await ask()).status).toBe(200);
      writeFileSync(file, `${head}  nota-opgaaf: Wat er ligt\n`);
      const refused = await ask();
      rmSync(sjablonenmap, { recursive: true });
      expect([refused.status, await refused.text()]).toEqual([
        400,
        expect.stringContaining("Bedoelt u «nota-opgave»?"),
      ]);
    }),
  );
});
