import { randomUUID } from "node:crypto";
import { documenttekst, GEMEENTEN, maakPlek } from "./schrijvers.ts";
import type { Uitslag, Vraag, Vrager } from "./vraag.ts";

/** Something that many change at once. */
export type Voorwerp = {
  readonly soort: string;
  /** As `leesKetens` names it. */
  readonly object: string;
  /** Reads it as it is now, and makes the change that names what was read. */
  readonly lees: (ask: Vrager, naam: string) => Promise<Plan | undefined>;
};

type Plan = {
  readonly method: string;
  readonly path: string;
  readonly vraag: Vraag;
  readonly op?: string;
};

/** Makes what is written to: two of most kinds, so that writers meet often. */
export async function maakVoorwerpen(vraag: Vrager): Promise<readonly Voorwerp[]> {
  const all: Voorwerp[] = [];
  for (const nummer of [1, 2]) {
    const plek = await maakPlek(vraag);
    all.push(
      await maakDocument(vraag, nummer),
      aWoordenlijst(plek.lijst, plek.lijstgeheim),
      aReeks(plek.reeks, plek.reeksgeheim),
      aRonde(plek.ronde, plek.rondegeheim),
      await maakStatus(vraag, plek),
      await maakLevering(vraag, nummer),
    );
  }
  return all;
}

async function made(vraag: Vrager, path: string, own: Vraag) {
  const uitslag = await vraag("POST", path, { ...own, sleutel: randomUUID() });
  if (uitslag.soort === "antwoord" && uitslag.status < 300) return uitslag.json;
  throw new Error(`${path}: ${JSON.stringify(uitslag)}`);
}

/** The first change comes after nothing that has a name. */
function naBegin(plan: Plan, op: string | undefined): Plan {
  return op === undefined || op === BEGIN ? plan : { ...plan, op };
}

const BEGIN = "begin";

const read = (uitslag: Uitslag) =>
  uitslag.soort === "antwoord" && uitslag.status === 200 ? uitslag : undefined;

/** A next version of a document, only where it still is as it was read. */
async function maakDocument(vraag: Vrager, nummer: number): Promise<Voorwerp> {
  const id = `tegelijk-${nummer}`;
  await made(vraag, "/v1/documenten", { json: { tekst: documenttekst(id, BEGIN) } });
  const path = `/v1/documenten/${id}`;
  return {
    ...{ soort: "document", object: `document ${id}` },
    lees: async (ask, naam) => {
      const now = read(await ask("GET", path, {}));
      if (!now) return undefined;
      const json = { tekst: documenttekst(id, naam) };
      const plan = { method: "PUT", path, vraag: { json, alsNog: now.etag } };
      return naBegin(plan, now.json.titel);
    },
  };
}

function aWoordenlijst(lijst: string, geheim: string): Voorwerp {
  const path = `/v1/woordenlijsten/${lijst}`;
  return {
    ...{ soort: "woorden", object: `woordenlijst ${lijst}` },
    lees: async (ask, naam) => {
      const now = read(await ask("GET", path, {}));
      if (!now) return undefined;
      const { versie, woorden } = now.json;
      const json = { woorden: { "evenwichtige-verdeling": naam }, van: versie };
      const op = woorden["evenwichtige-verdeling"];
      const plan = { method: "PUT", path, vraag: { json, geheim, alsNog: now.etag } };
      return naBegin(plan, op);
    },
  };
}

const BLAD =
  "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open";
const BRONNEN = { mutatiegraad: "jaarverslag", urgenten: "raming" };

/** A next version of a reeks, only after the one that was the newest. */
function aReeks(reeks: string, geheim: string): Voorwerp {
  const path = `/v1/versiereeksen/${reeks}`;
  return {
    ...{ soort: "versie", object: `reeks ${reeks}` },
    lees: async (ask, naam) => {
      const now = read(await ask("GET", path, { geheim }));
      if (!now) return undefined;
      const last = now.json.versies.at(-1);
      const json = {
        ...{ naam, adres: BLAD, bronnen: BRONNEN },
        ...(last ? { vorige: last.versie } : {}),
      };
      const vraag = { json, geheim, sleutel: randomUUID() };
      const plan = { method: "POST", path: `${path}/versies`, vraag };
      return naBegin(plan, last?.naam);
    },
  };
}

/** A correction: nothing is named, but each of them counts once. */
function aRonde(ronde: string, geheim: string): Voorwerp {
  const moment = "2025-01-01";
  return {
    ...{ soort: "correctie", object: `ronde ${ronde}` },
    lees: async (_, naam) => ({
      method: "POST",
      path: `/v1/correctierondes/${ronde}/reacties`,
      vraag: {
        json: {
          correctie: {
            indicator: "inwoners",
            waarde: "121000",
            moment,
            bron: naam,
            peildatum: moment,
          },
        },
        geheim,
        sleutel: randomUUID(),
      },
    }),
  };
}

/** How far a version is: from where it was read to the other. */
async function maakStatus(
  vraag: Vrager,
  { reeks, reeksgeheim: geheim }: { readonly reeks: string; readonly reeksgeheim: string },
): Promise<Voorwerp> {
  const eerste = { naam: BEGIN, adres: BLAD, bronnen: BRONNEN };
  const { versie } = await made(vraag, `/v1/versiereeksen/${reeks}/versies`, {
    ...{ json: eerste, geheim },
  });
  const path = `/v1/versies/${versie}`;
  return {
    ...{ soort: "status", object: `status ${versie}` },
    lees: async (ask) => {
      const now = read(await ask("GET", path, { geheim }));
      if (!now) return undefined;
      const { status: op } = now.json;
      const status = op === "concept" ? "klaar voor bespreking" : "concept";
      return { method: "PATCH", path, vraag: { json: { status }, geheim, alsNog: now.etag }, op };
    },
  };
}

/** A delivery that is undone and put back, again and again; each with a reason of its own. */
async function maakLevering(vraag: Vrager, nummer: number): Promise<Voorwerp> {
  const rows = GEMEENTEN.map(({ naam, inwoners }) => `${naam};${inwoners + nummer}`);
  const tekst = ["Gemeente;Inwoners 1-1-2026", ...rows, ""].join("\n");
  const bron = `tegelijk ${nummer}`;
  const query = new URLSearchParams({ bestandsnaam: "proef.csv", afzender: "tegelijk", bron });
  const { inlevering, geheim } = await made(vraag, `/v1/inleveringen?${query}`, { tekst });
  const path = `/v1/inleveringen/${inlevering.id}/besluiten`;
  await made(vraag, path, { json: { besluit: "overnemen" }, geheim });
  let turn = 0;
  return {
    ...{ soort: "levering", object: `levering ${inlevering.id}` },
    lees: async (_, naam) => {
      turn += 1;
      const besluit = turn % 2 === 1 ? "terugdraaien" : "herstellen";
      return {
        method: "POST",
        path,
        vraag: { json: { besluit, reden: naam }, sleutel: randomUUID() },
      };
    },
  };
}
