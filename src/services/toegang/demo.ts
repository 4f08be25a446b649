import { createHash } from "node:crypto";
import { addDuur } from "#domain/peildatum.ts";
import type { Organisatie, Rol } from "#domain/toegang.ts";
import { insertBestuursmandaat, insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { hasAccountOfOther, insertPersoon } from "#storage/persoon.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";

/** Under which name accounts of the demo are kept: no provider in the world has it. */
export const DEMO_ISSUER = "demo";

type Demobody = Omit<Organisatie, "id"> & { readonly sleutel: string };

const BODIES: readonly Demobody[] = [
  { sleutel: "rijk", soort: "rijk", naam: "ministerie van VRO" },
  { sleutel: "provincie", soort: "provincie", naam: "provincie Zuid-Holland", gebied: "PV28" },
  ...[
    ["GM0482", "Alblasserdam"],
    ["GM0505", "Dordrecht"],
    ["GM0523", "Hardinxveld-Giessendam"],
    ["GM0531", "Hendrik-Ido-Ambacht"],
    ["GM0590", "Papendrecht"],
    ["GM0610", "Sliedrecht"],
    ["GM0642", "Zwijndrecht"],
  ].map(([code = "", naam = ""]) => ({
    ...{ sleutel: code, soort: "gemeente" as const, naam: `gemeente ${naam}`, gebied: code },
  })),
  {
    ...{ sleutel: "regio", soort: "regio", naam: "regio Drechtsteden" },
    gebied: "drechtsteden#drechtsteden",
  },
  { sleutel: "corporatie", soort: "corporatie", naam: "Voorbeeldcorporatie" },
  { sleutel: "huurders", soort: "huurdersorganisatie", naam: "Voorbeeldhuurders" },
  { sleutel: "zorg", soort: "zorgaanbieder", naam: "Voorbeeldzorg" },
  { sleutel: "zorgkantoor", soort: "zorgkantoor", naam: "Voorbeeldzorgkantoor" },
  { sleutel: "loket", soort: "uitvoerder", naam: "Voorbeeldloket urgentie" },
  {
    ...{ sleutel: "bureau", soort: "bureau", naam: "Voorbeeldbureau" },
    gebied: "drechtsteden#drechtsteden",
  },
];

/** One of the people that one can be in the demo. */
export type Demopersoon = {
  /** What the demo provider calls them. */
  readonly sub: string;
  readonly naam: string;
  readonly email: string;
  readonly namens: readonly { readonly organisatie: string; readonly rol: Rol }[];
};

function person(
  sub: string,
  naam: string,
  ...namens: readonly (readonly [organisatie: string, rol: Rol])[]
): Demopersoon {
  return {
    ...{ sub, naam, email: `${sub}@demo.invalid` },
    namens: namens.map(([organisatie, rol]) => ({ organisatie, rol })),
  };
}

/** One for each role, and one who acts for several gemeenten. */
export const DEMOPERSONEN: readonly Demopersoon[] = [
  person("raad", "Raad van Dordrecht", ["GM0505", "raad"]),
  person("college", "College van Dordrecht", ["GM0505", "college"]),
  person("ambtenaar", "Ambtenaar van Dordrecht", ["GM0505", "ambtelijk"]),
  person(
    "drie-gemeenten",
    "Ambtenaar van drie gemeenten",
    ["GM0482", "ambtelijk"],
    ["GM0590", "ambtelijk"],
    ["GM0610", "ambtelijk"],
  ),
  person("beheerder", "Beheerder van Dordrecht", ["GM0505", "beheerder"], ["GM0505", "ambtelijk"]),
  person("ps", "Provinciale Staten", ["provincie", "provinciale-staten"]),
  person("gs", "Gedeputeerde Staten", ["provincie", "gedeputeerde-staten"]),
  person("provincie", "Ambtenaar van de provincie", ["provincie", "ambtelijk"]),
  person("minister", "Minister", ["rijk", "minister"]),
  person("rijk", "Ambtenaar van het Rijk", ["rijk", "ambtelijk"]),
  person("kernteam", "Kernteam van de regio", ["regio", "kernteam"]),
  person("programmateam", "Programmateam van de regio", ["regio", "programmateam"]),
  person("corporatie", "Medewerker van een corporatie", ["corporatie", "medewerker"]),
  person("huurders", "Huurdersorganisatie", ["huurders", "medewerker"]),
  person("zorg", "Medewerker van een zorgaanbieder", ["zorg", "medewerker"]),
  person("zorgkantoor", "Medewerker van een zorgkantoor", ["zorgkantoor", "medewerker"]),
  person("loket", "Medewerker van een urgentieloket", ["loket", "medewerker"]),
  person("bureau", "Adviseur van een bureau", ["bureau", "medewerker"]),
];

/** Somebody that the provider knows and that nobody invited. */
export const ONBEKENDE: Demopersoon = person("onbekende", "Iemand zonder uitnodiging");

/** There are accounts of real people: a demo without passwords does not belong beside them. */
export class DemoNaastEchtError extends Error {
  override readonly name = "DemoNaastEchtError";
}

/** Bodies as the demo has them, by what its people call them. */
export function demoOrganisaties(dag: string): ReadonlyMap<string, Organisatie> {
  const tot = addDuur(dag, { aantal: 2, maat: "jaar" });
  return new Map(
    BODIES.map(({ sleutel, ...body }) => [
      sleutel,
      { ...body, id: idOf(`organisatie ${sleutel}`), ...(body.soort === "bureau" ? { tot } : {}) },
    ]),
  );
}

/**
 * Fills in the bodies and people of the demo; what is there already stays as it is.
 *
 * @throws DemoNaastEchtError where somebody has a real account here.
 */
export async function fillDemo(db: Connection, dag: string): Promise<void> {
  if (await hasAccountOfOther(db, DEMO_ISSUER)) throw new DemoNaastEchtError();
  const bodies = demoOrganisaties(dag);
  const all = new Set((await listOrganisaties(db)).map(({ id }) => id));
  if ([...bodies.values()].every(({ id }) => all.has(id))) return;
  await inTransaction(db, async (tx) => {
    for (const body of bodies.values()) await insertOrganisatie(tx, body);
    for (const { sub, naam, email, namens } of DEMOPERSONEN) {
      const persoon = idOf(`persoon ${sub}`);
      await insertPersoon(tx, { id: persoon, naam, email, account: { issuer: DEMO_ISSUER, sub } });
      for (const { organisatie, rol } of namens) {
        const id = idOf(`mandaat ${sub} ${organisatie} ${rol}`);
        const of = idOf(`organisatie ${organisatie}`);
        await insertMandaat(tx, { id, persoon, organisatie: of, rol, van: BEGIN });
      }
    }
    await insertBestuursmandaat(tx, {
      ...{ id: idOf("bestuursmandaat loket"), over: "urgentieverklaring", van: BEGIN },
      ...{ gever: idOf("organisatie GM0505"), aan: idOf("organisatie loket") },
      stuk: "voorbeeld, geen echt besluit",
    });
  });
}

const BEGIN = "2026-01-01";

/** The same id for the same thing, so that a second start finds it. */
function idOf(name: string): string {
  const hex = createHash("sha256").update(`woonregie demo ${name}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
