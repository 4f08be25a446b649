import { createHash, randomUUID } from "node:crypto";
import { withVersie } from "#contract/kader/eigen.ts";
import { readBasis } from "../../bench/basiscijfers.ts";
import type { Daad, Rekening } from "./rekening.ts";
import type { Uitslag, Vraag, Vrager } from "./vraag.ts";

/** Where writers write: what they ask with, the account of it, and names that nobody else uses. */
export type Kamer = {
  readonly vraag: Vrager;
  readonly rekening: Rekening;
  /** The next number, for a name or a figure. */
  readonly nummer: () => number;
  /** Made once, before anything is killed. */
  readonly plek: Plek;
};

export type Plek = {
  readonly reeks: string;
  readonly reeksgeheim: string;
  readonly lijst: string;
  readonly lijstgeheim: string;
  readonly ronde: string;
  readonly rondegeheim: string;
};

/** One turn of a writer: several requests after each other; ends where it does not know any more. */
export type Schrijver = (kamer: Kamer) => Promise<void>;

const GEMEENTE = "GM0505";
const CIJFERS_VAN = 40;

/** Makes the places that all rounds write in. */
export async function maakPlek(vraag: Vrager): Promise<Plek> {
  const made = async (path: string, json?: unknown) => {
    const uitslag = await vraag("POST", path, json ? { json } : {});
    if (uitslag.soort === "antwoord" && uitslag.status === 201) return uitslag.json;
    throw new Error(`${path}: ${JSON.stringify(uitslag)}`);
  };
  const regio = "drechtsteden";
  const reeks = await made("/v1/versiereeksen");
  const lijst = await made("/v1/woordenlijsten", { regio });
  const ronde = await made("/v1/correctierondes", { naam: "beproeving", regio, op: "2026-01-01" });
  const link = ronde.gemeenten.find(
    ({ gemeente }: { readonly gemeente: string }) => gemeente === GEMEENTE,
  );
  return {
    ...{ reeks: reeks.reeks, reeksgeheim: reeks.geheim },
    ...{ lijst: lijst.lijst, lijstgeheim: lijst.geheim },
    ...{ ronde: ronde.ronde, rondegeheim: link.geheim },
  };
}

type Poging = {
  readonly kamer: Kamer;
  readonly method: string;
  readonly path: string;
  readonly vraag: Vraag;
  /** For what has no key of its own: looks whether it was done after all. */
  readonly gebeurd?: () => Promise<boolean | undefined>;
};

type Gezegd = Extract<Uitslag, { soort: "antwoord" }>;

/** Asks, and writes down what is known of it afterwards; the answer where there is one. */
async function doe(
  daad: Omit<Daad, "stand" | "vraagNa">,
  poging: Poging,
): Promise<Gezegd | undefined> {
  const { kamer, method, path, vraag } = poging;
  const ask = async (kept: Daad) => {
    const uitslag = await kamer.vraag(method, path, vraag);
    if (uitslag.soort === "onbekend") return undefined;
    kept.stand = (await standVan(uitslag, poging)) ?? kept.stand;
    return uitslag;
  };
  const kept = kamer.rekening.zet({ ...daad, vraagNa: async () => void (await ask(kept)) });
  return ask(kept);
}

/** What an answer says of what was asked; undefined where it says that it is not known yet. */
async function standVan(
  { status, json }: Gezegd,
  { gebeurd }: Poging,
): Promise<Daad["stand"] | undefined> {
  if (status < 300 || json?.gevolg) return "bevestigd";
  if (status === 409 && `${json?.title}`.includes("nog niet beantwoord")) return undefined;
  if (!gebeurd) return "geweigerd";
  // The name is taken, or it is gone: by whom?
  const done = await gebeurd();
  if (done === undefined) return undefined;
  return done ? "bevestigd" : "geweigerd";
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A new document, two versions of it, and every second time it is thrown away. */
export const schrijfDocument: Schrijver = async (kamer) => {
  const id = `beproeving-${kamer.nummer()}`;
  const keep = (van: number, method: string, path: string) => {
    const tekst = documenttekst(id, `Beproeving ${kamer.nummer()}`);
    const daad = { soort: "document", naam: `${id}@${van + 1}` } as const;
    const inhoud = sha256(withVersie(tekst, van + 1));
    const vraag = { json: { tekst, ...(van > 0 ? { van } : {}) }, sleutel: randomUUID() };
    // A document has one text per version, so a key that stays busy is answered by the document.
    const gebeurd = () => staat(kamer, `/v1/documenten/${id}/tekst`, withVersie(tekst, van + 1));
    return doe({ ...daad, inhoud }, { kamer, method, path, vraag, gebeurd });
  };
  if ((await keep(0, "POST", "/v1/documenten"))?.status !== 201) return;
  if (!(await keep(1, "PUT", `/v1/documenten/${id}`))) return;
  const daad = { soort: "document weg", naam: id, inhoud: "" } as const;
  const gebeurd = async () => true;
  const path = `/v1/documenten/${id}`;
  await doe(daad, { kamer, method: "DELETE", path, vraag: {}, gebeurd });
};

/** An own document of which only the title differs. */
export function documenttekst(id: string, titel: string): string {
  return `soort: verdeling
id: ${id}
titel: ${titel}
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]
`;
}

/** Whether a text is what one reads there now; undefined where nothing answers. */
async function staat(kamer: Kamer, path: string, text: string): Promise<boolean | undefined> {
  const uitslag = await kamer.vraag("GET", path);
  if (uitslag.soort === "onbekend") return undefined;
  return uitslag.json === text;
}

/** Near what is known of them, so that nothing is to be remarked. */
function leesInwoners() {
  const { nederland, heel } = readBasis();
  const inwoners = heel("inwoners", "2025-01-01");
  return nederland.eenheden
    .map(({ id, naam }, index) => ({ id, naam, inwoners: inwoners[index] ?? 0 }))
    .filter((gemeente) => gemeente.inwoners > GROOT)
    .slice(0, CIJFERS_VAN);
}

const GROOT = 30_000;
/** Large enough that a few people more or less are no surprise. */
export const GEMEENTEN = leesInwoners();

/** A delivery of forty figures: the file, and then that it counts. */
export const leverIn: Schrijver = async (kamer) => {
  const nummer = kamer.nummer();
  const bron = `beproeving ${nummer}`;
  const rows = GEMEENTEN.map(({ naam, inwoners }) => `${naam};${inwoners + nummer}`);
  const tekst = ["Gemeente;Inwoners 1-1-2026", ...rows, ""].join("\n");
  const query = new URLSearchParams({ bestandsnaam: "proef.csv", afzender: "beproeving", bron });
  const made = await doe(
    { soort: "concept", naam: bron, inhoud: sha256(tekst) },
    {
      kamer,
      method: "POST",
      path: `/v1/inleveringen?${query}`,
      vraag: { tekst, sleutel: randomUUID() },
    },
  );
  if (made?.status !== 201) return;
  const { inlevering, geheim } = made.json;
  if (!inlevering.klaar)
    throw new Error(`niet klaar: ${JSON.stringify(inlevering.bevindingen[0])}`);
  const figures = GEMEENTEN.map(({ id, inwoners }) => `${id}=${inwoners + nummer}`).toSorted();
  const path = `/v1/inleveringen/${inlevering.id}`;
  await doe(
    { soort: "overname", naam: bron, inhoud: `overgenomen 1 1 ${figures.join(" ")}` },
    {
      ...{ kamer, method: "POST", path: `${path}/besluiten` },
      vraag: { json: { besluit: "overnemen" }, geheim, sleutel: randomUUID() },
    },
  );
};

/** A sheet that is frozen and kept as a version. */
export const bevries: Schrijver = async (kamer) => {
  const { plek } = kamer;
  const naam = `versie ${kamer.nummer()}`;
  const adres = `document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.urgenten=${400 + kamer.nummer()}&kies.wat-niet-past=open`;
  const bronnen = { mutatiegraad: "jaarverslag", urgenten: "raming" };
  await doe(
    { soort: "versie", naam, inhoud: `${adres} 1` },
    {
      ...{ kamer, method: "POST", path: `/v1/versiereeksen/${plek.reeks}/versies` },
      vraag: {
        json: { naam, adres, bronnen, ernaast: true },
        geheim: plek.reeksgeheim,
        sleutel: randomUUID(),
      },
    },
  );
};

/** A next version of a word list, and a correction by a gemeente. */
export const zegIets: Schrijver = async (kamer) => {
  await zegWoorden(kamer);
  await corrigeer(kamer);
};

async function zegWoorden(kamer: Kamer): Promise<void> {
  const { lijst, lijstgeheim: geheim } = kamer.plek;
  const path = `/v1/woordenlijsten/${lijst}`;
  const now = await kamer.vraag("GET", path);
  if (now.soort === "onbekend" || now.status !== 200) return;
  const van: number = now.json.versie;
  const woord = `woord ${kamer.nummer()}`;
  const woorden = { "evenwichtige-verdeling": woord };
  const gebeurd = () => zelfdeWoorden(kamer, `${path}?versie=${van + 1}`, woorden);
  await doe(
    { soort: "woorden", naam: woord, inhoud: `${van + 1}` },
    {
      ...{ kamer, method: "PUT", path, gebeurd },
      vraag: { json: { woorden, van }, geheim, alsNog: now.etag },
    },
  );
}

async function zelfdeWoorden(kamer: Kamer, path: string, woorden: unknown) {
  const read = await kamer.vraag("GET", path);
  if (read.soort === "onbekend") return undefined;
  return JSON.stringify(read.json?.woorden) === JSON.stringify(woorden);
}

async function corrigeer(kamer: Kamer): Promise<void> {
  const { ronde, rondegeheim: geheim } = kamer.plek;
  const nummer = kamer.nummer();
  const bron = `correctie ${nummer}`;
  const moment = "2025-01-01";
  const waarde = `${120_000 + nummer}`;
  const correctie = { indicator: "inwoners", waarde, moment, bron, peildatum: moment };
  const path = `/v1/correctierondes/${ronde}`;
  await doe(
    { soort: "reactie", naam: bron, inhoud: waarde },
    {
      ...{ kamer, method: "POST", path: `${path}/reacties` },
      vraag: { json: { correctie }, geheim, sleutel: randomUUID() },
    },
  );
}
