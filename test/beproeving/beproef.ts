import { parseArgs } from "node:util";
import { laatOmvallen } from "./omvallen.ts";
import type { Databasesoort } from "./opstelling.ts";
import { schrijfTegelijk } from "./tegelijk.ts";
import { describeSamen, describeUitslagen } from "./uitslagen.ts";
import { schrijfVerslag } from "./verslag.ts";

const SOORTEN: readonly Databasesoort[] = ["pglite", "postgresql"];

const HULP = `Zo: npm run beproef -- omvallen | tegelijk
  --rondes 200            omvallen: hoe vaak er iets omvalt (anders 20)
  --schrijvers 12         tegelijk: hoeveel er tegelijk schrijven (anders 8)
  --zetten 100            tegelijk: hoeveel elk wijzigt (anders 25)
  --database postgresql   of pglite; anders allebei
  --zaad 7                om toeval te herhalen
  --schrijf               zet de uitslag in test/beproeving/RESULTATEN.md`;

type Opdracht = {
  readonly database: Databasesoort;
  readonly gebouwd: string;
  readonly zaad: number;
  readonly rondes: number;
  readonly schrijvers: number;
  readonly zetten: number;
};

type Afloop = { readonly tekst: string; readonly goed: boolean };

const PROEVEN: Readonly<Record<string, (opdracht: Opdracht) => Promise<Afloop | undefined>>> = {
  omvallen: async (opdracht) => {
    const uitslagen = await laatOmvallen({ ...opdracht, meld: console.info });
    return (
      uitslagen && { tekst: describeUitslagen(uitslagen), goed: uitslagen.fouten.length === 0 }
    );
  },
  tegelijk: async (opdracht) => {
    const uitslag = await schrijfTegelijk(opdracht);
    return uitslag && { tekst: describeSamen(uitslag), goed: uitslag.fouten.length === 0 };
  },
};

/** Runs what was asked for; false where something was lost, half, double or written over. */
export async function beproef(args: readonly string[], gebouwd: string): Promise<boolean> {
  const { values, positionals } = readArgs(args);
  const asked = SOORTEN.filter((soort) => !values.database || soort === values.database);
  const naam = positionals[0] ?? "";
  const proef = PROEVEN[naam];
  if (!proef || asked.length === 0) {
    console.error(HULP);
    return false;
  }
  const [zaad, rondes] = [Number(values.zaad), Number(values.rondes)];
  const [schrijvers, zetten] = [Number(values.schrijvers), Number(values.zetten)];
  let goed = true;
  for (const database of asked) {
    console.info(`${naam}, ${database}, zaad ${zaad}`);
    const afloop = await proef({ database, gebouwd, zaad, rondes, schrijvers, zetten });
    console.info(afloop?.tekst ?? `Er is hier geen ${database}.`);
    if (!afloop) continue;
    goed &&= afloop.goed;
    if (values.schrijf) schrijfVerslag(`${naam}, ${database}`, afloop.tekst);
  }
  return goed;
}

function readArgs(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rondes: { type: "string", default: "20" },
      schrijvers: { type: "string", default: "8" },
      zetten: { type: "string", default: "25" },
      database: { type: "string" },
      zaad: { type: "string", default: `${Date.now() % 1_000_000}` },
      schrijf: { type: "boolean", default: false },
    },
  });
}
