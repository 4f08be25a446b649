import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { parseRekenjson } from "#contract/rekenblad/codec.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { BEWAARDAGEN } from "#services/rekenversie/termijn.ts";
import { removeVervallen } from "#storage/rekenversie-kring.repository.ts";
import { APPROL } from "#storage/rol.ts";
import type { Tables } from "#storage/schema.ts";
import { appOn, type Json, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";

const BLAD = "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01";
const INGEVULD = `${BLAD}&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open`;
const NAAST = `${INGEVULD}&naast=sleutel-inwoners`;
const BRONNEN = { mutatiegraad: "corporaties, jaarverslag 2025", urgenten: "raming werkgroep" };

async function startedReeks(app: Hono) {
  const { json } = await person(app)("POST", "/versiereeksen");
  return { ...json, ask: person(app, json.geheim), path: `/versiereeksen/${json.reeks}` };
}

const VERZOEK = { naam: "eerste", adres: INGEVULD, bronnen: BRONNEN };

/** All text in all tables: a new table is looked through without being named here. */
async function dump(db: Kysely<Tables>): Promise<string> {
  // As who owns the tables: what is hidden from the app is looked through too.
  await sql`set local role none`.execute(db);
  const tables = await sql<{ naam: string }>`select table_name as naam
    from information_schema.tables where table_schema = 'public'`.execute(db);
  const texts: string[] = [];
  for (const { naam } of tables.rows) {
    const { rows } = await sql`select t::text as rij from ${sql.table(naam)} t`.execute(db);
    texts.push(JSON.stringify(rows));
  }
  await sql`set local role ${sql.raw(APPROL)}`.execute(db);
  return texts.join("\n");
}

describeDatabases("versions of a sheet", ({ db, alone }) => {
  it(
    "hold document with its changes, figures, engine and outcome, and give the same back",
    alone(async (tx) => {
      const app = appOn(tx);
      const { ask, path } = await startedReeks(app);
      const adres = `${NAAST}&wijzig.stappen[0].voorwaarden[0].hoogstens=25 %25 van vrijkomende-sociale-huurwoningen`;
      const saved = await ask("POST", `${path}/versies`, { ...VERZOEK, adres });
      expect(saved.json).toMatchObject({ nummer: 1, status: "concept" });
      const { json: versie } = await ask("GET", `/versies/${saved.json.versie}`);
      expect(versie.hash).toBe(saved.json.hash);
      expect(versie.sleutels.map(({ document }: Json) => document)).toEqual([
        "urgenten-bovengrens@1",
        "sleutel-inwoners@1",
      ]);
      const { json } = await ask("GET", `/versies/${saved.json.versie}/rekenblad`);
      const blad = parseRekenjson(JSON.stringify(json)) as Rekenblad;
      const documents = [...blad.sleutels.map(({ document }) => document), ...blad.documenten];
      const outcome = computeVerdeling({
        document: blad.sleutels[0]?.document as Rekenblad["sleutels"][number]["document"],
        gebied: blad.gebied,
        cijfers: createCijferbron(blad.waarnemingen),
        bibliotheek: createBibliotheek(documents),
        op: blad.op,
        ingevuld: blad.ingevuld,
      });
      expect(JSON.parse(toCanoniek(outcome))).toEqual(versie.sleutels[0].uitkomst);
      const used = JSON.stringify(versie.sleutels[0].uitkomst.gebruikt);
      expect(used).toContain("corporaties, jaarverslag 2025");
      const others = outcome.stappen[0]?.cellen.map(({ bovengrens }) => bovengrens);
      expect(others?.some((bound) => bound !== undefined)).toBe(true);
    }),
  );

  it(
    "are for who holds the secret: a wrong one and an unknown version are told alike",
    alone(async (tx) => {
      const app = appOn(tx);
      const { ask, path, geheim } = await startedReeks(app);
      const { json } = await ask("POST", `${path}/versies`, VERZOEK);
      const other = await startedReeks(app);
      const answers = await Promise.all([
        person(app)("GET", `/versies/${json.versie}`),
        other.ask("GET", `/versies/${json.versie}`),
        person(app, "x".repeat(43))("GET", `/versies/${json.versie}`),
        ask("GET", `/versies/${randomUUID()}`),
        ask("GET", "/versies/'; drop table rekenversie; --"),
        other.ask("GET", path),
        other.ask("DELETE", `/versies/${json.versie}`),
        other.ask("POST", `${path}/versies`, VERZOEK),
      ]);
      const [first] = answers;
      for (const answer of answers) {
        expect([answer.status, answer.json]).toEqual([404, first?.json]);
      }
      expect(geheim).toMatch(/^[\w-]{43}$/);
      expect(await dump(tx)).not.toContain(geheim);
      expect(first?.headers.get("Referrer-Policy")).toBe("no-referrer");
    }),
  );

  it(
    "go no further than «klaar voor bespreking», in the database neither",
    alone(async (tx) => {
      const { ask, path } = await startedReeks(appOn(tx));
      const { json } = await ask("POST", `${path}/versies`, VERZOEK);
      const at = `/versies/${json.versie}`;
      expect((await ask("PATCH", at, { status: "vastgesteld" })).status).toBe(400);
      expect((await ask("PATCH", at, { status: "klaar voor bespreking" })).status).toBe(204);
      expect((await ask("GET", at)).json.status).toBe("klaar voor bespreking");
      const decide = sql`update rekenversie set status = 'vastgesteld'`.execute(tx);
      await expect(decide).rejects.toThrow("status");
    }),
  );

  it(
    "are told by what is missing or wrong in the sheet",
    alone(async (tx) => {
      const { ask, path } = await startedReeks(appOn(tx));
      const bad = await ask("POST", `${path}/versies`, {
        ...VERZOEK,
        bronnen: { ...BRONNEN, urgentn: "x" },
      });
      expect(bad.status).toBe(400);
      expect(bad.json.detail).toContain("Bedoelt u «urgenten»?");
      const gone = await ask("POST", `${path}/versies`, {
        naam: "x",
        adres: "document=bestaat-niet",
      });
      expect(gone.json.detail).toContain("Er is geen verdeling «bestaat-niet».");
    }),
  );

  it(
    "that are thrown away leave the fact, and their content nowhere",
    alone(async (tx) => {
      const app = appOn(tx);
      const { ask, path } = await startedReeks(app);
      const canary = "kanarie-7f3a";
      const { json } = await ask("POST", `${path}/versies`, {
        naam: `naam ${canary}`,
        maker: `maker ${canary}`,
        adres: `${INGEVULD}&eigen=${canary}`,
        bronnen: { ...BRONNEN, urgenten: `bron ${canary}` },
        gebeurtenissen: [
          {
            pad: `pad.${canary}`,
            van: canary,
            naar: canary,
            wie: canary,
            op: "2026-11-12T10:00:00Z",
          },
        ],
      });
      expect((await dump(tx)).split(canary).length).toBeGreaterThan(7);
      expect((await ask("DELETE", `/versies/${json.versie}`)).status).toBe(204);
      const left = await dump(tx);
      expect(left).not.toContain(canary);
      expect(left).toContain(json.hash);

      const again = await ask("GET", `/versies/${json.versie}`);
      expect(again.status).toBe(410);
      expect(again.json.detail).toMatch(/^Versie 1 is op \d+ \w+ \d{4} weggegooid\./);
      const { versies } = (await ask("GET", path)).json;
      expect(versies[0]).toMatchObject({
        hash: json.hash,
        weg: { reden: "weggegooid", met: json.gemaaktMet },
      });
      expect((await person(app, "x".repeat(43))("GET", `/versies/${json.versie}`)).status).toBe(
        404,
      );
    }),
  );

  it(
    "lapse after the stated time, and then are gone in the same way",
    alone(async (tx) => {
      const { ask, path } = await startedReeks(appOn(tx));
      const { json } = await ask("POST", `${path}/versies`, VERZOEK);
      const days = BEWAARDAGEN.concept * 86_400_000;
      expect(Date.parse(json.vervaltOp) - Date.parse(json.gemaaktOp)).toBe(days);
      expect(await removeVervallen(tx, new Date(Date.now() + days - 60_000))).toBe(0);
      expect(await removeVervallen(tx, new Date(Date.now() + days + 60_000))).toBe(1);
      const gone = await ask("GET", `/versies/${json.versie}`);
      expect([gone.status, gone.json.detail]).toEqual([410, expect.stringContaining("bewaartijd")]);
    }),
  );

  it(
    "never change, whatever is asked of the database",
    alone(async (tx) => {
      const { ask, path } = await startedReeks(appOn(tx));
      const op = "2026-11-12T10:00:00Z";
      await ask("POST", `${path}/versies`, { ...VERZOEK, gebeurtenissen: [{ pad: "a", op }] });
      for (const statement of [
        "update rekenversie_inhoud set adres = 'x'",
        "delete from rekenversie_inhoud",
        "update rekenversie set hash = repeat('0', 64)",
        "delete from rekenversie",
        "update versiegebeurtenis set naar = 'x'",
        "delete from versiegebeurtenis",
      ]) {
        await sql`savepoint before`.execute(tx);
        await expect(sql.raw(statement).execute(tx)).rejects.toThrow("verandert nooit");
        await sql`rollback to savepoint before`.execute(tx);
      }
    }),
  );

  it(
    "go to a circle that is named, with its own link, and one figure without a source keeps them back (F223)",
    alone(async (tx) => {
      const app = appOn(tx);
      const { ask, path } = await startedReeks(app);
      const { json: kring } = await ask("POST", `${path}/kringen`, { naam: "ambtelijk overleg" });
      const circle = person(app, kring.geheim);
      const saved = await ask("POST", `${path}/versies`, {
        ...VERZOEK,
        bronnen: { urgenten: BRONNEN.urgenten },
      });
      const at = `/versies/${saved.json.versie}`;
      const refused = await ask("PUT", `${at}/kringen/${kring.link}`);
      expect([refused.status, refused.json.fouten]).toEqual([
        409,
        ["«mutatiegraad» heeft geen bron."],
      ]);
      expect((await circle("GET", at)).status).toBe(404);

      const second = await ask("POST", `${path}/versies`, {
        ...VERZOEK,
        vorige: saved.json.versie,
      });
      const shared = `/versies/${second.json.versie}`;
      expect((await ask("PUT", `${shared}/kringen/${kring.link}`)).status).toBe(204);
      expect((await circle("GET", shared)).status).toBe(200);
      const list = (await circle("GET", path)).json;
      expect(list.versies.map(({ nummer }: Json) => nummer)).toEqual([2]);
      expect((await circle("DELETE", shared)).status).toBe(403);
      expect((await circle("POST", `${path}/versies`, VERZOEK)).status).toBe(403);
      expect((await circle("POST", `${path}/kringen`, { naam: "eigen" })).status).toBe(404);
      expect((await ask("DELETE", `${path}/kringen/${kring.link}`)).status).toBe(204);
      expect((await circle("GET", shared)).status).toBe(404);
    }),
  );

  it(
    "with a small count of a group per gemeente stay in the own circle (F224)",
    alone(async (tx) => {
      const { ask, path } = await startedReeks(appOn(tx));
      const { json: kring } = await ask("POST", `${path}/kringen`, { naam: "raadsleden" });
      const key = "plaatsingen-urgenten@GM0505";
      const share = async (aantal: string, vorige?: string) => {
        const adres = `${BLAD}&wijzig.stappen[0].sleutel.naar-rato-van=plaatsingen-urgenten&cijfer.${key}=${aantal}`;
        const body = { naam: "x", adres, bronnen: { [key]: "transferpunt" }, vorige };
        const { versie } = (await ask("POST", `${path}/versies`, body)).json;
        const { status, json } = await ask("PUT", `/versies/${versie}/kringen/${kring.link}`);
        return { versie, status, fouten: json?.fouten };
      };
      const small = await share("9");
      expect(small.fouten).toEqual(["«plaatsingen-urgenten» is een klein of gevoelig aantal."]);
      expect((await share("10", small.versie)).status).toBe(204);
    }),
  );

  it(
    "of somebody else saved meanwhile: both are told, and both can be kept",
    alone(async (tx) => {
      const app = appOn(tx);
      const { ask, path } = await startedReeks(app);
      const first = (await ask("POST", `${path}/versies`, VERZOEK)).json;
      const vorige = first.versie;
      const second = (await ask("POST", `${path}/versies`, { ...VERZOEK, naam: "b", vorige })).json;
      const late = { ...VERZOEK, naam: "c", vorige };
      const clash = await ask("POST", `${path}/versies`, late);
      expect(clash.status).toBe(409);
      expect(clash.json).toMatchObject({ nieuwste: { versie: second.versie }, ingediend: late });
      const kept = await ask("POST", `${path}/versies`, { ...late, ernaast: true });
      expect(kept.json).toMatchObject({ nummer: 3, vorige });
    }),
  );

  it("are one where a save is repeated, also at the same moment", async () => {
    const app = appOn(db());
    const { ask, path } = await startedReeks(app);
    const sleutel = randomUUID();
    const save = () => ask("POST", `${path}/versies`, VERZOEK, sleutel);
    const answers = await Promise.all([save(), save(), save()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ json }) => json.versie)).size).toBe(1);
    const other = await ask("POST", `${path}/versies`, { ...VERZOEK, naam: "anders" }, sleutel);
    expect([other.status, other.json.title]).toEqual([409, "Deze sleutel is al gebruikt"]);
    // Of two who save from the same version at once, one is kept and the other hears of it.
    const { versie: vorige } = answers[0]?.json ?? {};
    const two = await Promise.all(
      ["a", "b"].map((naam) => ask("POST", `${path}/versies`, { ...VERZOEK, naam, vorige })),
    );
    expect(two.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it(
    "keep what was changed in a meeting, who said it and when, and side by side say was and wordt",
    alone(async (tx) => {
      const { ask, path, geheim } = await startedReeks(appOn(tx));
      const was = (await ask("POST", `${path}/versies`, VERZOEK)).json;
      const adres = INGEVULD.replace("mutatiegraad=5%25", "mutatiegraad=6%25");
      const gebeurtenis = {
        pad: "cijfer.mutatiegraad",
        van: "5%",
        naar: "6%",
        wie: "corporatie",
        op: "2026-11-12T10:00:00.000Z",
      };
      const wordt = (
        await ask("POST", `${path}/versies`, {
          ...VERZOEK,
          adres: `${adres}&wijzig.opgave.aantal=500&kies.wat-niet-past=anderen`,
          vorige: was.versie,
          gebeurtenissen: [gebeurtenis],
        })
      ).json;
      expect((await ask("GET", path)).json.gebeurtenissen).toEqual([
        { ...gebeurtenis, versie: wordt.versie },
      ]);
      expect((await ask("GET", `/versies/${wordt.versie}`)).json.ongebronde).toEqual([
        "wijzig.opgave.aantal",
      ]);
      const { json } = await ask("POST", "/versievergelijkingen", {
        was: { versie: was.versie, geheim },
        wordt: { versie: wordt.versie, geheim },
      });
      const [sleutel] = json.sleutels;
      expect(sleutel.document.zinnen[1]).toContain("500");
      expect(sleutel.document.verschillen.map(({ pad }: Json) => pad)).toEqual(["opgave.aantal"]);
      expect(sleutel.keuzes).toEqual([{ naam: "wat-niet-past", was: "open", wordt: "anderen" }]);
      const dordrecht = sleutel.eenheden.find(({ id }: Json) => id === "GM0505");
      expect(dordrecht.was).not.toEqual(dordrecht.wordt);
      const changed = sleutel.cijfers.filter(({ indicator }: Json) => indicator === "mutatiegraad");
      expect(changed).toHaveLength(7);
      expect(changed[0].wordt).toMatchObject({ bron: BRONNEN.mutatiegraad });
    }),
  );
});

describe("the access to versions", () => {
  it("asks no address for a secret", async () => {
    const described = (await appOn({} as Kysely<Tables>).request("/v1/openapi.json")).json();
    const { paths } = (await described) as Json;
    const places = Object.values(paths).flatMap((item: Json) =>
      Object.values(item).flatMap((route: Json) => route.parameters ?? []),
    );
    expect(places.filter(({ name }: Json) => /geheim|secret|token/i.test(name))).toEqual([]);
    expect(Object.keys(paths)).toContain("/versies/{versie}");
  });
});
