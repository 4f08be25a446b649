// Delivers and takes over figures until it is killed, and names each delivery that was kept.

import { loadBasis } from "#services/basis.service.ts";
import { neemOver, ontvang } from "#services/inlevering/inlevering.service.ts";
import { createInleverkluis } from "#services/inlevering/kluis.ts";
import { parseWerkmap } from "#sources/werkmap/parse-werkmap.ts";
import { type DatabasePlace, openDatabase } from "#storage/database.ts";
import { findInlevering } from "#storage/inlevering.repository.ts";

const place: DatabasePlace = JSON.parse(process.argv[2] ?? "");
const { db } = await openDatabase(place);
const kluis = {
  ...createInleverkluis(db, loadBasis(), []),
  lees: ({ bytes, bestandsnaam }: { readonly bytes: Uint8Array; readonly bestandsnaam: string }) =>
    parseWerkmap(bytes, bestandsnaam),
};
const NAMEN = ["Dordrecht", "Zwijndrecht", "Papendrecht", "Sliedrecht"];
for (let number = 1; ; number += 1) {
  const csv = ["Gemeente;Inwoners 1-1-2026", ...NAMEN.map((naam) => `${naam};${number}`)].join(
    "\n",
  );
  const made = await ontvang(kluis, {
    bestandsnaam: "proef.csv",
    bytes: new TextEncoder().encode(csv),
    kop: { afzender: "proef", bron: `proef ${process.argv[3]} ${number}` },
  });
  if (made.soort !== "ontvangen") throw new Error("it cannot be read");
  const concept = await findInlevering(db, made.id);
  if (!concept) throw new Error("it is not there");
  const { soort } = await neemOver(kluis, concept);
  console.info(`${made.id} ${soort}`);
}
