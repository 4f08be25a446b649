import { expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { type Levering, replaceLevering } from "#storage/cijfers.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { appOn } from "#test/api.ts";
import { basis } from "#test/basis.ts";
import { describeDatabases } from "#test/database.ts";

const CIJFER = "inwoners";
const GEMEENTE = "GM0505";

async function deliver(db: Connection, id: string, own: Partial<Levering>, aantal: number) {
  const levering = { id, indicator: CIJFER, moment: "2025-01-01", bron: "telling", ...own };
  const inhoud = { soort: "getal", waarde: breuk(aantal) } as const;
  const { indicator: _, ...rest } = levering;
  await replaceLevering(db, levering, [{ cel: [], gebied: GEMEENTE, inhoud }]);
  return {
    indicator: CIJFER,
    cel: [],
    gebied: GEMEENTE,
    moment: rest.moment,
    bron: rest.bron,
    inhoud,
  };
}

describeDatabases("the deliveries of a figure", ({ aloneAsOwner }) => {
  it(
    "F027 stay to be found, with which of them counts now and which does not any more",
    aloneAsOwner(async (tx) => {
      await deliver(tx, "eerste", { bron: "eerste telling" }, 119_001);
      const second = await deliver(tx, "tweede", { bron: "verbeterde telling" }, 119_115);
      await deliver(tx, "derde", { bron: "vergissing" }, 1);
      await tx.updateTable("levering").set({ telt: false }).where("id", "=", "derde").execute();
      const cijfers = createCijferbron([second]);
      const app = appOn(tx, { basis: { ...basis, cijfers } });
      const page = await (await app.request(`/gemeenten/${GEMEENTE}/cijfers/${CIJFER}`)).text();
      const row = (bron: string) =>
        page.match(new RegExp(`<tr>(?:(?!</tr>).)*${bron}.*?</tr>`))?.[0];
      expect(row("verbeterde telling")).toMatch(/119\.115.*<td data-kop="nu">telt<\/td>/);
      expect(row("eerste telling")).toMatch(/119\.001.*een andere levering gaat voor/);
      expect(row("vergissing")).toContain("teruggedraaid");
      expect(page).toContain("Laatst bijgewerkt");
    }),
  );

  it(
    "are told as unknown where nobody delivered, and not at all of a group of people",
    aloneAsOwner(async (tx) => {
      const app = appOn(tx);
      const see = async (path: string) => {
        const answer = await app.request(path);
        return { status: answer.status, text: await answer.text() };
      };
      const nothing = await see(`/gemeenten/${GEMEENTE}/cijfers/${CIJFER}`);
      expect(nothing.text).toContain("Niemand heeft dit cijfer geleverd");
      const levering = { id: "groep", indicator: "plaatsingen-urgenten", bron: "geplant" };
      const inhoud = { soort: "getal", waarde: breuk(3) } as const;
      const regel = { cel: [], gebied: GEMEENTE, moment: "2025", inhoud };
      await replaceLevering(tx, levering, [regel]);
      const closed = await see(`/gemeenten/${GEMEENTE}/cijfers/plaatsingen-urgenten`);
      expect(closed.text).toContain("Dit cijfer gaat over een groep mensen");
      expect(closed.text).not.toContain("geplant");
      expect((await see(`/gemeenten/${GEMEENTE}/cijfers/geluk`)).status).toBe(404);
      expect((await see(`/gemeenten/GM9999/cijfers/${CIJFER}`)).status).toBe(404);
    }),
  );
});
