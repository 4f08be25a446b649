import { createHash, randomUUID } from "node:crypto";
import type { Inzagelogboek } from "#services/toegang/inzage.ts";
import { ONGETELD } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { insertSessie } from "#storage/sessie.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Bewoner } from "#test/toegang.ts";

const UUR = 3_600_000;

/** Signing in where everybody of the tests is signed in already. */
export function toegangVan(eigenaar: Connection): Toegang {
  return {
    ...{ db: eigenaar, adres: "http://localhost", tellers: ONGETELD, nu: () => new Date() },
    ...{ rust: UUR, langst: UUR, inzage: inzageVan(eigenaar) },
    aanbieder: { issuer: "https://proef.example" } as Toegang["aanbieder"],
  };
}

/** The access log of the tests. */
export function inzageVan(db: Connection): Inzagelogboek {
  return { db, sleutel: "s".repeat(32), register: "http://localhost/privacy" };
}

/** Signs somebody in, with the mandates they have: the cookie that their browser sends. */
export async function openSessie(eigenaar: Connection, wie: Bewoner): Promise<string> {
  const geheim = randomUUID();
  await insertSessie(eigenaar, {
    ...{ id: randomUUID(), persoon: wie.persoon, apparaat: "proef", gemaaktOp: new Date() },
    sha256: createHash("sha256").update(geheim, "utf8").digest("hex"),
    verlooptOp: new Date(Date.now() + UUR),
  });
  for (const { organisatie, rol } of wie.namens) {
    await eigenaar
      .insertInto("mandaat")
      .values({
        ...{ id: randomUUID(), persoon: wie.persoon, organisatie: organisatie.id },
        ...{ rol, van: "2020-01-01" },
      })
      .execute();
  }
  return `sessie=${geheim}`;
}
