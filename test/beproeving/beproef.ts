import { parseArgs } from "node:util";
import { laatOmvallen } from "./omvallen.ts";
import type { Databasesoort } from "./opstelling.ts";
import { describeUitslagen } from "./uitslagen.ts";
import { schrijfVerslag } from "./verslag.ts";

const SOORTEN: readonly Databasesoort[] = ["pglite", "postgresql"];

const HULP = `Zo: npm run beproef -- omvallen
  --rondes 200            hoe vaak er iets omvalt (anders 20)
  --database postgresql   of pglite; anders allebei
  --zaad 7                om een ronde te herhalen
  --schrijf               zet de uitslag in test/beproeving/RESULTATEN.md`;

/** Runs what was asked for; false where something was lost, half or double. */
export async function beproef(args: readonly string[], gebouwd: string): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rondes: { type: "string", default: "20" },
      database: { type: "string" },
      zaad: { type: "string", default: `${Date.now() % 1_000_000}` },
      schrijf: { type: "boolean", default: false },
    },
  });
  const asked = SOORTEN.filter((soort) => !values.database || soort === values.database);
  if (positionals[0] !== "omvallen" || asked.length === 0) {
    console.error(HULP);
    return false;
  }
  const [zaad, rondes] = [Number(values.zaad), Number(values.rondes)];
  let goed = true;
  for (const database of asked) {
    console.info(`omvallen, ${database}: ${rondes} rondes, zaad ${zaad}`);
    const vraag = { database, gebouwd, zaad, rondes, meld: console.info };
    const uitslagen = await laatOmvallen(vraag);
    if (!uitslagen) {
      console.info(`Er is hier geen ${database}.`);
      continue;
    }
    const tekst = describeUitslagen(uitslagen);
    console.info(tekst);
    if (uitslagen.fouten.length > 0) goed = false;
    if (values.schrijf) schrijfVerslag(`omvallen, ${database}`, tekst);
  }
  return goed;
}
