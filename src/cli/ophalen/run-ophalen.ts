import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Basis } from "#services/basis.ts";
import { leesGrenzenbestand } from "#services/ophalen/grenzen-bestand.ts";
import { createOphaalgrond } from "#services/ophalen/grond.service.ts";
import { Ophaalfout } from "#services/ophalen/kamer.ts";
import { doeOphaaltaak } from "#services/ophalen/ophalen.service.ts";
import { zetTerug } from "#services/ophalen/terugzetten.service.ts";
import type { Ophaaluitkomst } from "#services/ophalen/uitkomst.ts";
import type { Ophaalgrond } from "#services/ophalen/werk.ts";
import type { Database } from "#storage/database.ts";
import {
  bevrijdHangend,
  createOphaaltaak,
  findOphaaltaak,
  listOphaaltaken,
  zetKlaar,
} from "#storage/ophaaltaak.repository.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";
import { printUitkomst } from "./print-uitkomst.ts";
import { type Opdracht, readRequest } from "./read-request.ts";

/** Fetches from a source in this process, with the same tasks as the server. */
export async function runOphalen(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const opdracht = readRequest(asked);
  const { env } = around;
  if (opdracht.doe === "haal" && env.WOONREGIE_NETWERK === "nee") {
    throw new UsageError([new Ophaalfout("netwerk-uit", {}).message]);
  }
  const basis = await around.loadBasis();
  const database = await around.openDatabase("woonregie ophalen", tellProgress(around));
  try {
    const grond = await createOphaalgrond({
      ...{ root: around.root, db: database.db, now: around.now },
      kaartenmap: join(env.WOONREGIE_VAR || "var", "kaarten"),
      readBasis: async () => basis,
      proefbron: env.WOONREGIE_PROEFBRON,
    })();
    return await carryOut(opdracht, { around, database, grond, basis });
  } finally {
    await database.close();
  }
}

type Werkplek = {
  readonly around: Surroundings;
  readonly database: Database;
  readonly grond: Ophaalgrond;
  readonly basis: Basis;
};

async function carryOut(opdracht: Opdracht, plek: Werkplek): Promise<ExitCode> {
  const { grond, database } = plek;
  switch (opdracht.doe) {
    case "toon":
      return show(plek);
    case "bestand":
      return tell(await fromFile(opdracht.bestand, grond), plek);
    case "ongedaan":
      return putBack(opdracht.taak, plek);
    case "verder":
      // Left behind by a process that is gone; on a server another may still have it.
      await bevrijdHangend(database.db, randomUUID(), database.kind === "pglite" ? 0 : 60);
      await zetKlaar(database.db, opdracht.taak);
      return fetchTask(opdracht.taak, plek);
    case "haal": {
      const id = randomUUID();
      await createOphaaltaak(database.db, { id, vraag: opdracht.vraag });
      return fetchTask(id, plek);
    }
  }
}

async function fromFile(
  bestand: Extract<Opdracht, { doe: "bestand" }>["bestand"],
  grond: Ophaalgrond,
): Promise<string> {
  try {
    return await leesGrenzenbestand(bestand, grond);
  } catch (error) {
    if (error instanceof Ophaalfout) throw new UsageError([error.message]);
    throw error;
  }
}

async function fetchTask(id: string, plek: Werkplek): Promise<ExitCode> {
  const { around, grond } = plek;
  let told = "";
  const onVoortgang = ({ stap }: { readonly stap: string }) => {
    if (stap !== told) around.warn(`${stap} …\n`);
    told = stap;
  };
  const onError = (error: unknown) => {
    throw error;
  };
  const { signal } = new AbortController();
  await doeOphaaltaak(id, grond, { bij: randomUUID(), signal, onVoortgang, onError });
  return tell(id, plek);
}

async function tell(id: string, { around, database, basis }: Werkplek): Promise<ExitCode> {
  const taak = await findOphaaltaak(database.db, id);
  if (!taak) throw new UsageError([`Taak «${id}» is er niet. Zie «woonregie ophalen».`]);
  if (taak.stand !== "klaar") {
    around.warn(`${taak.fout ?? "Deze taak is nog niet klaar; een ander is ermee bezig."}\n`);
    if (taak.stand === "mislukt") around.warn(`Verder: woonregie ophalen verder ${id}\n`);
    return taak.stand === "mislukt" ? EXIT.fout : EXIT.mensen;
  }
  const op = basis.kennis.peildatum ?? "2026-01-01";
  const namen = {
    titelVan: (naam: string) => basis.bibliotheek.find(naam)?.titel ?? naam,
    naamVan: (code: string) => basis.gemeenten.findByCode(code, op)?.naam ?? code,
  };
  const uitkomst = taak.uitkomst as Ophaaluitkomst;
  const lines = printUitkomst(uitkomst, namen, around.tableWidth);
  const back = uitkomst.soort === "tabel" ? [] : ["", `Ongedaan: woonregie ophalen ongedaan ${id}`];
  around.write(`${[...lines, ...back].join("\n")}\n`);
  return EXIT.gedaan;
}

async function show({ around, database }: Werkplek): Promise<ExitCode> {
  const taken = await listOphaaltaken(database.db, 20);
  const lines = taken.map(({ id, stand, vraag, gemaaktOp, teruggezetOp, fout }) => {
    const how = teruggezetOp ? "ongedaan gemaakt" : stand;
    const why = fout ? `\n    ${fout}` : "";
    return `${gemaaktOp.slice(0, 16).replace("T", " ")}  ${how}  ${JSON.stringify(vraag)}\n    ${id}${why}`;
  });
  around.write(
    lines.length === 0
      ? "Er is nog niets opgehaald. Begin met «woonregie ophalen pdok --jaar 2026».\n"
      : `${lines.join("\n")}\n`,
  );
  return EXIT.gedaan;
}

const NIET_TERUG = {
  "al-veranderd":
    "Er is niets ongedaan gemaakt: dezelfde cijfers of grenzen zijn daarna weer veranderd. Maak eerst de latere wijziging ongedaan.",
  "niets-te-doen": "Er is niets ongedaan te maken: er was niets veranderd, of het is al gebeurd.",
} as const;

async function putBack(taak: string, { around, grond }: Werkplek): Promise<ExitCode> {
  const what = await zetTerug(grond, taak);
  if (what !== "teruggezet") throw new UsageError([NIET_TERUG[what]]);
  around.write("Ongedaan gemaakt: alles staat weer zoals het stond.\n");
  return EXIT.gedaan;
}
