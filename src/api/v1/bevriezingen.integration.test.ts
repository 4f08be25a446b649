import { expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { toBevriezing } from "#services/kader/bevriezing.service.ts";
import { readCijfers } from "#services/scenario/gegevens.ts";
import { toVraag } from "#services/verdeling/opdracht.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import { holdsToDescription } from "#test/api-beschrijving.ts";
import { aSite, asProgram, basis } from "#test/api-proef.ts";
import { describeDatabases } from "#test/database.ts";

/** What one key gives for the Drechtsteden, frozen as it came out. */
function aFrozenOutcome(): BevriezingInhoud {
  const document = basis.bibliotheek.find("sleutel-inwoners");
  if (document?.soort !== "verdeling") throw new Error("no such document");
  const ingevuld = {};
  const cijfers = readCijfers(new Map([["urgenten", "450"]]));
  const opdracht = { document, regio: "drechtsteden", op: "2026-01-01", cijfers, ingevuld };
  const read = toVraag(basis, opdracht);
  if (!read.ok) throw new Error(read.fouten.join(" "));
  const tekst = basis.tekstVan("sleutel-inwoners@1") ?? "";
  const verklaring = "besproken op 3 februari";
  return toBevriezing({ vraag: read.vraag, tekst, tekstVan: basis.tekstVan, ingevuld, verklaring });
}

describeDatabases("a frozen outcome over the API", ({ alone }) => {
  it(
    "comes back as it was kept, with the account of any number in it",
    alone(async (tx) => {
      const frozen = aFrozenOutcome();
      const { hash } = await insertBevriezing(tx, frozen);
      const ask = asProgram(createApp(aSite({ db: tx })));
      const kept = await ask(`/v1/verdelingen/${hash}`);
      const body = await holdsToDescription(kept, "/verdelingen/{hash}");
      expect([kept.status, body]).toMatchObject([
        200,
        { hash, verklaring: "besproken op 3 februari", uitkomst: JSON.parse(frozen.uitkomst) },
      ]);
      const account = await ask(`/v1/verdelingen/${hash}/verantwoording?eenheid=GM0505`);
      const tree = await holdsToDescription(account, "/verdelingen/{hash}/verantwoording");
      expect([account.status, JSON.stringify(tree)]).toEqual([
        200,
        expect.stringContaining("122847"),
      ]);
      const other = await ask(`/v1/verdelingen/${hash}/verantwoording?eenheid=GM0363`);
      expect(other.status).toBe(400);
    }),
  );

  it(
    "is only there for the whole hash",
    alone(async (tx) => {
      const { hash } = await insertBevriezing(tx, aFrozenOutcome());
      const ask = asProgram(createApp(aSite({ db: tx })));
      expect((await ask(`/v1/verdelingen/${hash.slice(0, 12)}`)).status).toBe(400);
      expect((await ask(`/v1/verdelingen/${hash.replace(/./g, "0")}`)).status).toBe(404);
    }),
  );

  it(
    "has no account where this engine reckons otherwise",
    alone(async (tx) => {
      const frozen = aFrozenOutcome();
      const uitkomst = frozen.uitkomst.replace("{", '{"anders":true,');
      const { hash } = await insertBevriezing(tx, { ...frozen, uitkomst });
      const ask = asProgram(createApp(aSite({ db: tx })));
      const answer = await ask(`/v1/verdelingen/${hash}/verantwoording`);
      await holdsToDescription(answer, "/verdelingen/{hash}/verantwoording");
      expect(answer.status).toBe(409);
    }),
  );
});
