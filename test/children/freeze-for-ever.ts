// Freezes one outcome after another until it is killed, and names each that is kept.
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { type DatabasePlace, openDatabase } from "#storage/database.ts";
import { aBevriezing } from "#test/bevriezing.ts";

const place: DatabasePlace = JSON.parse(process.argv[2] ?? "");
const { db } = await openDatabase(place);
for (let number = 0; ; number += 1) {
  const { hash } = await insertBevriezing(db, aBevriezing(`${process.argv[3]} ${number}`));
  console.info(hash);
}
