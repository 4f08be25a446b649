import { expect, it } from "vitest";
import { importDocuments } from "#services/kader/eigen-documenten.service.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { listEigenDocumenten, listVersies } from "#storage/eigen-document.repository.ts";
import { appOn, type Json, person } from "#test/api.ts";
import { basis } from "#test/api-proef.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { describeDatabases } from "#test/database.ts";

/** As a person writes: a comment, quotes, a blank line. */
const TEKST = `soort: verdeling
id: mijn-verdeling # van ons
titel: 'Naar inwoners'
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept

opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten # alle
    sleutel: { naar-rato-van: inwoners }
`;

const SECOND = TEKST.replace("naar-rato-van: inwoners", "naar-rato-van: woningvoorraad");

describeDatabases("own documents", ({ db, alone }) => {
  it(
    "are kept in the writer's own words, each save a next version",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      const first = await ask("POST", "/documenten", { tekst: TEKST });
      expect([first.status, first.json]).toEqual([
        201,
        { id: "mijn-verdeling", versie: 1, titel: "Naar inwoners", tekst: TEKST, nieuw: true },
      ]);
      const next = await ask("PUT", "/documenten/mijn-verdeling", { tekst: SECOND, van: 1 });
      const written = SECOND.replace("# van ons\n", "# van ons\nversie: 2\n");
      expect([next.status, next.json.versie, next.json.tekst]).toEqual([200, 2, written]);
      const kept = await listVersies(tx, "mijn-verdeling");
      expect(kept.map(({ tekst }) => tekst)).toEqual([TEKST, written]);
    }),
  );

  it(
    "are kept once where the same text is sent again",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      await ask("POST", "/documenten", { tekst: TEKST });
      const again = await ask("POST", "/documenten", { tekst: TEKST });
      expect([again.status, again.json.nieuw, again.json.versie]).toEqual([201, false, 1]);
      expect(await listVersies(tx, "mijn-verdeling")).toHaveLength(1);
    }),
  );

  it(
    "that somebody else saved meanwhile are told, with both and the difference",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      await ask("POST", "/documenten", { tekst: TEKST });
      await ask("PUT", "/documenten/mijn-verdeling", { tekst: SECOND, van: 1 });
      const mine = TEKST.replace("Naar inwoners", "De mijne");
      const late = await ask("PUT", "/documenten/mijn-verdeling", { tekst: mine, van: 1 });
      expect(late.status).toBe(409);
      expect(late.json.nieuwste).toMatchObject({
        versie: 2,
        tekst: expect.stringContaining("woningvoorraad"),
      });
      expect(late.json.verschillen).toContainEqual({
        pad: "titel",
        links: "Naar inwoners",
        rechts: "De mijne",
      });
      expect(late.json.verschillen.map(({ pad }: Json) => pad)).toContain(
        "stappen[0].sleutel.naar-rato-van",
      );
      expect(await listVersies(tx, "mijn-verdeling")).toHaveLength(2);
      const after = await ask("PUT", "/documenten/mijn-verdeling", { tekst: mine, van: 2 });
      expect(after.json.versie).toBe(3);
    }),
  );

  it(
    "with mistakes are refused whole, each mistake with its place",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      const wrong = TEKST.replace("concept", "vastgesteld").replace("over:", "ovr:");
      const { status, json } = await ask("POST", "/documenten", { tekst: wrong });
      expect(status).toBe(400);
      expect(json.fouten).toContainEqual(
        expect.stringMatching(/^Regel 7, teken 9 \(status\): .*geen «vastgesteld»/),
      );
      expect(json.fouten).toContainEqual(expect.stringMatching(/^Regel 11, .*Bedoelt u «over»/));
      expect((await listEigenDocumenten(tx)).size).toBe(0);
    }),
  );

  it(
    "never take the name of one that ships, nor another name than their own",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      const shipped = TEKST.replace("mijn-verdeling", "sleutel-inwoners");
      const taken = await ask("POST", "/documenten", { tekst: shipped });
      expect(taken.json.fouten).toEqual([expect.stringContaining("met Woonregie meekomt")]);
      const other = await ask("PUT", "/documenten/een-ander", { tekst: TEKST, van: 0 });
      expect(other.json.fouten).toEqual([expect.stringContaining("Dit is «een-ander»")]);
    }),
  );

  it(
    "are taken in only where the server takes anything in",
    alone(async (tx) => {
      const ask = person(appOn(tx, { invoer: false }));
      for (const [method, path] of [
        ["POST", "/documenten"],
        ["PUT", "/documenten/mijn-verdeling"],
      ] as const) {
        const { status, json } = await ask(method, path, { tekst: TEKST, van: 0 });
        expect([status, json.detail]).toEqual([
          403,
          expect.stringContaining("WOONREGIE_INVOER=ja"),
        ]);
      }
      expect((await ask("DELETE", "/documenten/mijn-verdeling")).status).toBe(403);
      expect((await listEigenDocumenten(tx)).size).toBe(0);
    }),
  );

  it(
    "can be thrown away, but not while another names them or an outcome rests on them",
    alone(async (tx) => {
      const ask = person(appOn(tx));
      await ask("POST", "/documenten", { tekst: TEKST });
      const asIn = TEKST.replace("mijn-verdeling", "erop").replace(
        "naar-rato-van: inwoners",
        "uitkomst-van: mijn-verdeling@1",
      );
      expect((await ask("POST", "/documenten", { tekst: asIn })).status).toBe(201);
      const named = await ask("DELETE", "/documenten/mijn-verdeling");
      expect([named.status, named.json.detail]).toEqual([
        409,
        expect.stringContaining("wordt genoemd door erop"),
      ]);
      expect((await ask("DELETE", "/documenten/erop")).status).toBe(204);
      await insertBevriezing(tx, {
        ...aBevriezing("bij mijn"),
        document: { id: "mijn-verdeling", versie: 1, tekst: TEKST },
      });
      expect((await ask("DELETE", "/documenten/mijn-verdeling")).status).toBe(409);
      expect((await ask("DELETE", "/documenten/nergens")).status).toBe(404);
      expect([...(await listEigenDocumenten(tx)).keys()]).toEqual(["mijn-verdeling"]);
    }),
  );

  it(
    "come in together, all or none, and may point to each other",
    alone(async (tx) => {
      const kamer = { db: tx, basis };
      const erop = TEKST.replace("mijn-verdeling", "erop").replace(
        "naar-rato-van: inwoners",
        "uitkomst-van: mijn-verdeling",
      );
      const files = [
        { bestand: "erop.yaml", tekst: erop },
        { bestand: "mijn.yaml", tekst: TEKST },
        {
          bestand: "fout.yaml",
          tekst: TEKST.replace("mijn-verdeling", "x").replace("spoor: 2\n", ""),
        },
      ];
      const refused = await importDocuments(kamer, files);
      expect(refused).toMatchObject({
        soort: "fouten",
        fouten: [{ bestand: "fout.yaml", pad: "spoor" }],
      });
      expect((await listEigenDocumenten(tx)).size).toBe(0);
      const good = await importDocuments(kamer, files.slice(0, 2));
      expect(good).toMatchObject({ documenten: [{ id: "erop", nieuw: true }, { nieuw: true }] });
      const again = await importDocuments(kamer, [
        files[0] as (typeof files)[number],
        { bestand: "mijn.yaml", tekst: SECOND },
      ]);
      expect(again).toMatchObject({
        documenten: [
          { id: "erop", versie: 1, nieuw: false },
          { id: "mijn-verdeling", versie: 2, nieuw: true },
        ],
      });
    }),
  );

  it("of many who save at once lose nothing: one goes on, the others hear of it", async () => {
    const ask = person(appOn(db()));
    await ask("POST", "/documenten", { tekst: TEKST });
    const answers = await Promise.all(
      ["a", "b", "c", "d", "e"].map((titel) =>
        ask("PUT", "/documenten/mijn-verdeling", {
          tekst: TEKST.replace("Naar inwoners", titel),
          van: 1,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
    const kept = await listVersies(db(), "mijn-verdeling");
    const winner = answers.find(({ status }) => status === 200);
    expect(kept.map(({ titel }) => titel)).toEqual(["Naar inwoners", winner?.json.titel]);
    for (const { status, json } of answers) {
      if (status === 409) expect(json.nieuwste.tekst).toBe(winner?.json.tekst);
    }
  });
});
