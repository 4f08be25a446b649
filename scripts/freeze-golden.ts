import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadBasis } from "#services/basis.service.ts";
import { hashBevriezing } from "#storage/bevriezing-hash.ts";
import { goldenFolder, readOpdrachten } from "../test/golden/golden.ts";

// Run by hand, and only when an outcome may change: the changelog then has a line about it.
const basis = loadBasis();
for (const { naam, inhoud } of readOpdrachten()) {
  const frozen = inhoud(basis);
  const hash = hashBevriezing(frozen);
  writeFileSync(
    join(goldenFolder, `${naam}.json`),
    `${JSON.stringify({ hash, ...frozen }, null, 2)}\n`,
  );
  process.stdout.write(`${naam} ${hash.slice(0, 12)}\n`);
}
