// Freezes one outcome after another until it is killed, each also as a version of a sheet, and
// names the two that are kept.
import { randomUUID } from "node:crypto";
import { makeLink } from "#services/toegang/geheim.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { type DatabasePlace, openDatabase } from "#storage/database.ts";
import { insertReeks, insertVersie } from "#storage/rekenversie.repository.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { aVersie } from "#test/versie.ts";

const place: DatabasePlace = JSON.parse(process.argv[2] ?? "");
const { db } = await openDatabase(place);
const reeks = randomUUID();
await insertReeks(db, reeks);
const link = await makeLink(db, { onderwerp: reeks, recht: "beheren" });
for (let number = 0; ; number += 1) {
  const frozen = aBevriezing(`${process.argv[3]} ${number}`);
  const { hash } = await insertBevriezing(db, frozen);
  const versie = await insertVersie(db, aVersie({ reeks, gemaaktMet: link.id, frozen }));
  console.info(`${hash} ${versie.id}`);
}
