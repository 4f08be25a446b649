import { randomUUID } from "node:crypto";
import type { Mandaat, Organisatie, Rol, Wie } from "#domain/toegang.ts";
import { insertOrganisatie } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** The gemeenten, provincie and others of the tests: each its own id, of real areas. */
export const ORGANISATIES = {
  dordrecht: aBody("01", "gemeente", "gemeente Dordrecht", "GM0505"),
  zwijndrecht: aBody("02", "gemeente", "gemeente Zwijndrecht", "GM0642"),
  zuidHolland: aBody("03", "provincie", "provincie Zuid-Holland", "PV28"),
  drechtsteden: aBody("04", "regio", "regio Drechtsteden", "drechtsteden#drechtsteden"),
  corporatie: aBody("05", "corporatie", "corporatie De Proef"),
  loket: aBody("06", "uitvoerder", "Het Loket"),
  bureau: {
    ...aBody("07", "bureau", "Bureau Proef", "drechtsteden#drechtsteden"),
    tot: "2026-06-30",
  },
  rijk: aBody("08", "rijk", "het Rijk"),
} as const;

/** Every area that Dordrecht lies in. */
export const IN_DORDRECHT = ["GM0505", "PV28", "drechtsteden#drechtsteden"];

function aBody(
  number: string,
  soort: Organisatie["soort"],
  naam: string,
  gebied?: string,
): Organisatie {
  const id = `00000000-0000-4000-8000-0000000000${number}`;
  return { id, soort, naam, ...(gebied === undefined ? {} : { gebied }) };
}

/** Somebody's mandate, since long ago unless told otherwise. */
export function aMandaat(
  organisatie: Organisatie,
  rol: Rol,
  term: { readonly van?: string; readonly tot?: string } = {},
): Mandaat {
  const id = "00000000-0000-4000-8000-0000000000aa";
  return { id, organisatie, rol, van: "2020-01-01", ...term };
}

/** Somebody who acts for these bodies today. */
export function aWie(...namens: readonly Mandaat[]): Wie {
  return { persoon: "00000000-0000-4000-8000-0000000000ff", naam: "Proef", namens, kringen: [] };
}

/** A person of the tests, who acts for one body, and may be in circles. */
export type Bewoner = Wie & { readonly persoon: string };

/** People of two gemeenten and a corporatie, and a circle of the two gemeenten; in the database. */
export type Bevolking = {
  readonly maker: Bewoner;
  readonly collega: Bewoner;
  readonly kringlid: Bewoner;
  readonly vreemde: Bewoner;
  readonly kring: string;
};

const MEDEWERKERS = { soort: "corporatie", rol: "medewerker" } as const;

/** Puts people, bodies and a circle in a database, as its owner; each time others. */
export async function plantBevolking(
  eigenaar: Connection,
  { soort, rol }: { readonly soort: Organisatie["soort"]; readonly rol: Rol } = MEDEWERKERS,
): Promise<Bevolking> {
  const body = async (naam: string): Promise<Organisatie> => {
    const organisatie = { id: randomUUID(), soort, naam };
    await insertOrganisatie(eigenaar, organisatie);
    return organisatie;
  };
  const [eerste, tweede, derde] = [await body("Eerste"), await body("Tweede"), await body("Derde")];
  const kring = randomUUID();
  await eigenaar
    .insertInto("kring")
    .values({ id: kring, naam: "proefkring", organisatie: eerste.id })
    .execute();
  const somebody = async (organisatie: Organisatie, kringen: readonly string[]) => {
    const persoon = randomUUID();
    const account = { issuer: "https://proef.example", sub: persoon };
    await insertPersoon(eigenaar, { id: persoon, naam: "Proef", account });
    const namens = [aMandaat(organisatie, rol)];
    return { persoon, naam: "Proef", namens, kringen };
  };
  return {
    maker: await somebody(eerste, [kring]),
    collega: await somebody(eerste, []),
    kringlid: await somebody(tweede, [kring]),
    vreemde: await somebody(derde, []),
    kring,
  };
}
