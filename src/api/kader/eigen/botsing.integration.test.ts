import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { listVersies } from "#storage/eigen-document.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { appOn, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";

const aText = (id: string) => `soort: verdeling
id: ${id} # van ons
titel: 'Naar inwoners'
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept

opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten # alle
    sleutel: { naar-rato-van: inwoners }
    voorwaarden:
      - hoogstens: 300
`;

const GRENS = 'kies.["stappen",0,"voorwaarden",0,"hoogstens"]';

describeDatabases("two people who change one document", ({ alone }) => {
  /** Two versions: what both began with, and what the other made of it. */
  async function begin(tx: Connection) {
    const id = `samen-${randomUUID()}`;
    const app = appOn(tx);
    const send = async (form: Readonly<Record<string, string>>) => {
      const answer = await app.request(`/documenten/${id}/bewerken`, {
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          Origin: "http://localhost",
        },
        body: new URLSearchParams({ doen: "bewaar", ...form }).toString(),
      });
      return { status: answer.status, text: readable(await answer.text()) };
    };
    const was = aText(id);
    const ander = was
      .replace("300", "350")
      .replace("'Naar inwoners'", "'Ieder naar grootte' # besproken");
    expect((await send({ tekst: was, van: "0" })).status).toBe(303);
    expect((await send({ tekst: ander, van: "1" })).status).toBe(303);
    return { id, was, send, ask: person(app) };
  }

  function readable(text: string): string {
    return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
  }

  it(
    "choose for each place that both changed, see the whole, and keep it as the next version",
    alone(async (tx) => {
      const { id, was, send } = await begin(tx);
      const mijn = was.replace("300", "250 # ons voorstel").replace("werkgroep", "ons overleg");
      const clash = await send({ tekst: mijn, van: "1", reden: "na het overleg" });
      expect(clash.status).toBe(409);
      expect(clash.text.match(/type="radio"[^>]*>/g)).toHaveLength(2);
      expect(clash.text).not.toMatch(/type="radio"[^>]*checked/);
      expect(clash.text).toContain("Het was: 300");
      expect(clash.text).toMatch(
        /titel<\/th><td data-kop="was">Naar inwoners<\/td><td data-kop="wordt">Ieder naar grootte<\/td>/,
      );
      expect(clash.text).toContain(mijn);

      const around = { tekst: mijn, van: "1", tegen: "2", doen: "samenvoegen", reden: "na" };
      const nothing = await send(around);
      expect(nothing.status).toBe(422);
      expect(nothing.text).toContain("Er is nog te kiezen");
      expect(nothing.text).toContain(mijn);
      expect(await listVersies(tx, id)).toHaveLength(2);

      const whole = await send({ ...around, [GRENS]: "mijn" });
      expect(whole.status).toBe(200);
      const tekst = was
        .replace("# van ons\n", "# van ons\nversie: 3\n")
        .replace("300", "250 # ons voorstel")
        .replace("werkgroep", "ons overleg")
        .replace("'Naar inwoners'", "'Ieder naar grootte' # besproken");
      expect(whole.text).toContain(tekst);
      expect(whole.text).not.toContain("Deze opmerkingen staan niet meer in de tekst");
      expect(whole.text).toContain('name="van" value="2"');
      expect(await listVersies(tx, id)).toHaveLength(2);

      expect((await send({ tekst, van: "2" })).status).toBe(303);
      expect((await listVersies(tx, id)).at(-1)?.tekst).toBe(tekst);
    }),
  );

  it(
    "hear before they save which comments of the other did not come along",
    alone(async (tx) => {
      const { id, was, send } = await begin(tx);
      const third = was
        .replace("300", "100 # minister vroeg dit")
        .replace("bron:", "# nagaan\nbron:");
      expect((await send({ tekst: third, van: "2" })).status).toBe(303);
      const mijn = was.replace("300", "250");
      const around = { tekst: mijn, van: "1", tegen: "3", doen: "samenvoegen" };
      const whole = await send({ ...around, [GRENS]: "mijn" });
      expect(whole.status).toBe(200);
      expect(whole.text).toMatch(
        /Deze opmerkingen staan niet meer in de tekst[\s\S]*# nagaan[\s\S]*# minister vroeg dit/,
      );
      expect(await listVersies(tx, id)).toHaveLength(3);
    }),
  );

  it(
    "are told again where a third saved while they chose, and lose nothing",
    alone(async (tx) => {
      const { id, was, send } = await begin(tx);
      const mijn = was.replace("300", "250");
      const third = was.replace("300", "100");
      expect((await send({ tekst: third, van: "2" })).status).toBe(303);
      const late = await send({ tekst: mijn, van: "2" });
      expect(late.status).toBe(409);
      expect(late.text).toContain("Intussen is versie 3 bewaard");
      expect(late.text).toContain(mijn);
      expect(await listVersies(tx, id)).toHaveLength(3);
    }),
  );

  it(
    "choose nothing where each changed something else: the whole is there at once",
    alone(async (tx) => {
      const { was, send } = await begin(tx);
      const whole = await send({ tekst: was.replace("werkgroep", "ons overleg"), van: "1" });
      expect(whole.status).toBe(200);
      expect(whole.text).toContain("Zo wordt het samen");
      expect(whole.text).toContain("bron: ons overleg");
      expect(whole.text).toContain("hoogstens: 350");
      expect(whole.text).toContain("Er is nog niets bewaard");
    }),
  );

  it(
    "are told by the API from which version each went out, and each field",
    alone(async (tx) => {
      const { id, was, ask } = await begin(tx);
      const mijn = was.replace("300", "250").replace("werkgroep", "ons overleg");
      const { status, json } = await ask("PUT", `/documenten/${id}`, { tekst: mijn, van: 1 });
      expect([status, json.uitgangspunt, json.nieuwste.versie]).toEqual([409, 1, 2]);
      expect(json.velden).toEqual([
        {
          plaats: "stappen 1, voorwaarden 1, hoogstens",
          ...{ was: "300", ander: "350", uw: "250", kiezen: true },
        },
        {
          plaats: "titel",
          ...{ was: "Naar inwoners", ander: "Ieder naar grootte", uw: "Naar inwoners" },
          kiezen: false,
        },
        {
          plaats: "bron",
          ...{ was: "werkgroep", ander: "werkgroep", uw: "ons overleg", kiezen: false },
        },
      ]);
    }),
  );
});
