import { expect, it } from "vitest";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { voegOrganisatieToe } from "./begin.service.ts";
import { readWie } from "./wie.service.ts";

const NU = new Date("2026-03-01T12:00:00Z");
const VRAAG = {
  ...{ naam: "gemeente Dordrecht", soort: "gemeente", gebied: "GM0505", tot: "" },
  beheerder: "Anna@Voorbeeld.nl",
};

describeDatabases("the first of a body", ({ aloneAsOwner }) => {
  it(
    "is invited by whoever runs the installation, and is its beheerder from that day",
    aloneAsOwner(async (tx) => {
      expect(await voegOrganisatieToe(tx, VRAAG, NU)).toMatchObject({ bestond: false });
      const anna = await tx.selectFrom("persoon").selectAll().executeTakeFirstOrThrow();
      expect([anna.email, anna.sub]).toEqual(["anna@voorbeeld.nl", null]);
      const { namens } = await readWie(tx, anna.id, "2026-03-01");
      expect(namens).toMatchObject([{ organisatie: { gebied: "GM0505" }, rol: "beheerder" }]);
    }),
  );

  it(
    "can be joined by a second, and the body stays one",
    aloneAsOwner(async (tx) => {
      await voegOrganisatieToe(tx, VRAAG, NU);
      const other = { ...VRAAG, naam: "Dordrecht", beheerder: "bo@voorbeeld.nl" };
      expect(await voegOrganisatieToe(tx, other, NU)).toMatchObject({ bestond: true });
      expect((await listOrganisaties(tx)).map(({ naam }) => naam)).toEqual(["gemeente Dordrecht"]);
      expect(await tx.selectFrom("mandaat").select("id").execute()).toHaveLength(2);
    }),
  );

  it(
    "is not made of mistakes: all are told at once, and nothing is kept",
    aloneAsOwner(async (tx) => {
      const wrong = { naam: " ", soort: "bureau", gebied: "", tot: "gisteren", beheerder: "anna" };
      const uitkomst = await voegOrganisatieToe(tx, wrong, NU);
      expect(uitkomst).toMatchObject({ soort: "fouten" });
      expect(uitkomst.soort === "fouten" && uitkomst.fouten).toHaveLength(3);
      const strange = { ...VRAAG, soort: "dorp" };
      expect(await voegOrganisatieToe(tx, strange, NU)).toMatchObject({ soort: "fouten" });
      const elsewhere = { ...VRAAG, gebied: "Dordrecht" };
      expect(await voegOrganisatieToe(tx, elsewhere, NU)).toMatchObject({ soort: "fouten" });
      expect(await listOrganisaties(tx)).toEqual([]);
    }),
  );
});
