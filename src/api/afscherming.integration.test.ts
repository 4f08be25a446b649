import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { type Kysely, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import { type Organisatie, type Organisatiesoort, ROLLEN_VAN, type Rol } from "#domain/toegang.ts";
import { makeLink } from "#services/toegang/geheim.ts";
import { ONGETELD } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { insertRonde } from "#storage/correctie.repository.ts";
import { insertBoeking, insertFonds } from "#storage/fonds.repository.ts";
import { insertInlevering } from "#storage/inlevering.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { insertOpmerking } from "#storage/opmerking.repository.ts";
import { insertOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import { insertReeks, insertVersie } from "#storage/rekenversie.repository.ts";
import type { Tables } from "#storage/schema.ts";
import { insertLijst } from "#storage/woordenlijst.repository.ts";
import { appOn, person } from "#test/api.ts";
import { aSite, basis } from "#test/api-proef.ts";
import { describeDatabases } from "#test/database.ts";
import { openSessie, toegangVan } from "#test/sessies.ts";
import { aMandaat, type Bevolking, type Bewoner, plantBevolking } from "#test/toegang.ts";

/** Something of everything that people make, by its id. */
type Dingen = Readonly<
  Record<
    | "reeks"
    | "vaststelling"
    | "versie"
    | "kring"
    | "ronde"
    | "lijst"
    | "inlevering"
    | "document"
    | "fonds"
    | "boeking"
    | "opmerking",
    string
  >
>;

type Vraag = { readonly path: string; readonly json?: unknown; readonly form?: string };

const RUN = "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01";
const VERSIE = { naam: "proef", adres: RUN, bronnen: {} };
/** A document that could be kept, so that nothing but whose it is can be in the way. */
const tekstVan = (id: string) =>
  (basis.tekstVan("sleutel-inwoners") ?? "").replace("id: sleutel-inwoners", `id: ${id}`);

/** Every address with something of somebody in it, and what it is asked. */
const VAN_IEMAND: Readonly<Record<string, (ding: Dingen) => Vraag>> = {
  "GET /v1/versiereeksen/:reeks": ({ reeks }) => ({ path: `/v1/versiereeksen/${reeks}` }),
  "POST /v1/versiereeksen/:reeks/versies": ({ reeks }) => ({
    path: `/v1/versiereeksen/${reeks}/versies`,
    json: VERSIE,
  }),
  "POST /v1/versiereeksen/:reeks/kringen": ({ reeks }) => ({
    path: `/v1/versiereeksen/${reeks}/kringen`,
    json: { naam: "kring" },
  }),
  "DELETE /v1/versiereeksen/:reeks/kringen/:kring": ({ reeks, kring }) => ({
    path: `/v1/versiereeksen/${reeks}/kringen/${kring}`,
  }),
  "GET /v1/versies/:versie": ({ versie }) => ({ path: `/v1/versies/${versie}` }),
  "GET /v1/versies/:versie/rekenblad": ({ versie }) => ({
    path: `/v1/versies/${versie}/rekenblad`,
  }),
  "PATCH /v1/versies/:versie": ({ versie }) => ({
    path: `/v1/versies/${versie}`,
    json: { status: "concept" },
  }),
  "PUT /v1/versies/:versie/kringen/:kring": ({ versie, kring }) => ({
    path: `/v1/versies/${versie}/kringen/${kring}`,
  }),
  "DELETE /v1/versies/:versie": ({ versie }) => ({ path: `/v1/versies/${versie}` }),
  "POST /v1/versievergelijkingen": ({ versie }) => ({
    path: "/v1/versievergelijkingen",
    json: { was: { versie, geheim: "" }, wordt: { versie, geheim: "" } },
  }),
  "GET /verdeling/uitvoer/versies/:versie/:bestand": ({ versie }) => ({
    path: `/verdeling/uitvoer/versies/${versie}/uitkomst.csv`,
  }),
  "GET /verdeling/uitvoer/versies/:versie/stukken/:naam": ({ versie }) => ({
    path: `/verdeling/uitvoer/versies/${versie}/stukken/nota.docx`,
  }),
  "POST /verdeling/uitvoer/was-wordt/:naam": ({ versie }) => ({
    path: "/verdeling/uitvoer/was-wordt/was-wordt.docx",
    json: { was: { versie, geheim: "" }, wordt: { versie, geheim: "" } },
  }),
  "GET /v1/correctierondes/:ronde": ({ ronde }) => ({ path: `/v1/correctierondes/${ronde}` }),
  "GET /v1/correctierondes/:ronde/cijfers": ({ ronde }) => ({
    path: `/v1/correctierondes/${ronde}/cijfers`,
  }),
  "POST /v1/correctierondes/:ronde/reacties": ({ ronde }) => ({
    path: `/v1/correctierondes/${ronde}/reacties`,
    json: {},
  }),
  "POST /v1/correctierondes/:ronde/links": ({ ronde }) => ({
    path: `/v1/correctierondes/${ronde}/links`,
    json: { gemeente: "GM0505" },
  }),
  "GET /v1/woordenlijsten/:lijst": ({ lijst }) => ({ path: `/v1/woordenlijsten/${lijst}` }),
  "PUT /v1/woordenlijsten/:lijst": ({ lijst }) => ({
    path: `/v1/woordenlijsten/${lijst}`,
    json: { woorden: {}, van: 0 },
  }),
  "GET /v1/inleveringen/:id": ({ inlevering }) => ({ path: `/v1/inleveringen/${inlevering}` }),
  "POST /v1/inleveringen/:id/antwoorden": ({ inlevering }) => ({
    path: `/v1/inleveringen/${inlevering}/antwoorden`,
    json: {},
  }),
  "POST /v1/inleveringen/:id/besluiten": ({ inlevering }) => ({
    path: `/v1/inleveringen/${inlevering}/besluiten`,
    json: { besluit: "overnemen" },
  }),
  "GET /inleveringen/:id": ({ inlevering }) => ({ path: `/inleveringen/${inlevering}` }),
  "GET /inleveringen/:id/kolommen": ({ inlevering }) => ({
    path: `/inleveringen/${inlevering}/kolommen`,
  }),
  "GET /inleveringen/:id/opmerkingen": ({ inlevering }) => ({
    path: `/inleveringen/${inlevering}/opmerkingen`,
  }),
  "GET /inleveringen/:id/bestand": ({ inlevering }) => ({
    path: `/inleveringen/${inlevering}/bestand`,
  }),
  ...Object.fromEntries(
    [
      "kolommen",
      "antwoorden",
      "kiezen",
      "overnemen",
      "terugleggen",
      "terugdraaien",
      "herstellen",
    ].map((wat) => [
      `POST /inleveringen/:id/${wat}`,
      ({ inlevering }: Dingen) => ({
        path: `/inleveringen/${inlevering}/${wat}`,
        form: "reden=omdat",
      }),
    ]),
  ),
  "PUT /v1/documenten/:id": ({ document }) => ({
    path: `/v1/documenten/${document}`,
    json: { tekst: tekstVan(document), van: 1 },
  }),
  "DELETE /v1/documenten/:id": ({ document }) => ({ path: `/v1/documenten/${document}` }),
  "GET /v1/documenten/:id": ({ document }) => ({ path: `/v1/documenten/${document}` }),
  "GET /v1/documenten/:id/tekst": ({ document }) => ({
    path: `/v1/documenten/${document}/tekst`,
  }),
  "GET /documenten/:naam": ({ document }) => ({ path: `/documenten/${document}` }),
  "GET /documenten/:naam{[^/]+\\.yaml}": ({ document }) => ({
    path: `/documenten/${document}.yaml`,
  }),
  "GET /documenten/:naam/bewerken": ({ document }) => ({
    path: `/documenten/${document}/bewerken`,
  }),
  "POST /documenten/:naam/bewerken": ({ document }) => ({
    path: `/documenten/${document}/bewerken`,
    form: `van=1&doen=bewaar&tekst=${encodeURIComponent(tekstVan(document))}`,
  }),
  "GET /documenten/:naam/overnemen": ({ document }) => ({
    path: `/documenten/${document}/overnemen`,
  }),
  "GET /documenten/:naam/versies": ({ document }) => ({ path: `/documenten/${document}/versies` }),
  "POST /documenten/:naam/aanwezig": ({ document }) => ({
    path: `/documenten/${document}/aanwezig`,
    json: { tab: randomUUID() },
  }),
  "POST /verdeling/woordenlijsten/:id/aanwezig": ({ lijst }) => ({
    path: `/verdeling/woordenlijsten/${lijst}/aanwezig`,
    json: { tab: randomUUID() },
  }),
  "POST /fondsen/:id/aanwezig": ({ fonds }) => ({
    path: `/fondsen/${fonds}/aanwezig`,
    json: { tab: randomUUID() },
  }),
  "POST /inleveringen/:id/aanwezig": ({ inlevering }) => ({
    path: `/inleveringen/${inlevering}/aanwezig`,
    json: { tab: randomUUID() },
  }),
  "GET /documenten/:naam/geschiedenis": ({ document }) => ({
    path: `/documenten/${document}/geschiedenis`,
  }),
  "GET /documenten/:naam/geschiedenis/:versie{[0-9]+}": ({ document }) => ({
    path: `/documenten/${document}/geschiedenis/1`,
  }),
  "GET /documenten/:naam/delen": ({ document }) => ({ path: `/documenten/${document}/delen` }),
  "POST /documenten/:naam/delen": ({ document }) => ({
    path: `/documenten/${document}/delen`,
    form: "zichtbaar=openbaar",
  }),
  ...Object.fromEntries(
    (
      [
        ["/verdeling/versies/:id", "versie"],
        ["/verdeling/correcties/:id", "ronde"],
        ["/verdeling/woordenlijsten/:id", "lijst"],
        ["/inleveringen/:id", "inlevering"],
        ["/fondsen/:id", "fonds"],
      ] as const
    ).flatMap(([pad, wat]) => {
      const path = (ding: Dingen) => `${pad.replace(":id", ding[wat])}/delen`;
      return [
        [`GET ${pad}/delen`, (ding: Dingen) => ({ path: path(ding) })],
        [`POST ${pad}/delen`, (ding: Dingen) => ({ path: path(ding), form: "zichtbaar=regio" })],
      ];
    }),
  ),
  ...Object.fromEntries(
    (
      [
        ["/v1/versies", "versie"],
        ["/v1/correctierondes", "ronde"],
        ["/v1/woordenlijsten", "lijst"],
        ["/v1/inleveringen", "inlevering"],
        ["/v1/documenten", "document"],
        ["/v1/fondsen", "fonds"],
      ] as const
    ).flatMap(([pad, wat]) => {
      const path = (ding: Dingen) => `${pad}/${ding[wat]}/zichtbaarheid`;
      const json = { zichtbaarheid: "regio" };
      return [
        [`GET ${pad}/:id/zichtbaarheid`, (ding: Dingen) => ({ path: path(ding) })],
        [`PUT ${pad}/:id/zichtbaarheid`, (ding: Dingen) => ({ path: path(ding), json })],
        ...(wat === "document" || wat === "fonds"
          ? []
          : [
              [
                `DELETE ${pad}/:id/links/:link`,
                (ding: Dingen) => ({ path: `${pad}/${ding[wat]}/links/${ding.kring}` }),
              ],
            ]),
      ];
    }),
  ),
  "GET /documenten/:naam/vaststellen": ({ document }) => ({
    path: `/documenten/${document}@1/vaststellen`,
  }),
  "POST /documenten/:naam/vaststellen": ({ document }) => ({
    path: `/documenten/${document}@1/vaststellen`,
    form: "datum=2026-01-01",
  }),
  "GET /verdeling/versies/:id/vaststellen": ({ versie }) => ({
    path: `/verdeling/versies/${versie}/vaststellen`,
  }),
  "POST /verdeling/versies/:id/vaststellen": ({ versie }) => ({
    path: `/verdeling/versies/${versie}/vaststellen`,
    form: "datum=2026-01-01",
  }),
  "GET /vaststellingen/:id": ({ vaststelling }) => ({ path: `/vaststellingen/${vaststelling}` }),
  "POST /vaststellingen/:id/intrekken": ({ vaststelling }) => ({
    path: `/vaststellingen/${vaststelling}/intrekken`,
    form: "datum=2026-01-01",
  }),
  "GET /v1/vaststellingen/:id": ({ vaststelling }) => ({
    path: `/v1/vaststellingen/${vaststelling}`,
  }),
  "POST /v1/vaststellingen/:id/intrekkingen": ({ vaststelling }) => ({
    path: `/v1/vaststellingen/${vaststelling}/intrekkingen`,
    json: { datum: "2026-01-01", stuk: { titel: "x", kenmerk: "x" } },
  }),
  "POST /v1/vaststellingen": ({ versie }) => ({
    path: "/v1/vaststellingen",
    json: { versie, over: "vhp", datum: "2026-01-01", stuk: { titel: "x", kenmerk: "x" } },
  }),
  "GET /documenten/:naam/weg": ({ document }) => ({ path: `/documenten/${document}/weg` }),
  "POST /documenten/:naam/weg": ({ document }) => ({
    path: `/documenten/${document}/weg`,
    form: "",
  }),
  "GET /fondsen/:id": ({ fonds }) => ({ path: `/fondsen/${fonds}` }),
  "GET /v1/fondsen/:id": ({ fonds }) => ({ path: `/v1/fondsen/${fonds}` }),
  "POST /fondsen/:id/boekingen": ({ fonds }) => ({
    path: `/fondsen/${fonds}/boekingen`,
    form: "jaar=2029&bedrag=1&wat=proef&stuk=brief",
  }),
  "POST /fondsen/:id/boekingen/:boeking/terug": ({ fonds, boeking }) => ({
    path: `/fondsen/${fonds}/boekingen/${boeking}/terug`,
    form: "reden=omdat",
  }),
  "GET /opmerkingen/:id": ({ opmerking }) => ({ path: `/opmerkingen/${opmerking}` }),
  "POST /opmerkingen/:id/gezien": ({ opmerking }) => ({
    path: `/opmerkingen/${opmerking}/gezien`,
    form: "",
  }),
  "POST /opmerkingen/:id/antwoorden": ({ opmerking }) => ({
    path: `/opmerkingen/${opmerking}/antwoorden`,
    form: "tekst=ja",
  }),
  "GET /v1/opmerkingen/:opmerking": ({ opmerking }) => ({ path: `/v1/opmerkingen/${opmerking}` }),
  "POST /v1/opmerkingen/:opmerking/antwoorden": ({ opmerking }) => ({
    path: `/v1/opmerkingen/${opmerking}/antwoorden`,
    json: { tekst: "ja" },
  }),
  "PUT /v1/opmerkingen/:opmerking/gezien": ({ opmerking }) => ({
    path: `/v1/opmerkingen/${opmerking}/gezien`,
  }),
};

/** Where the answer is no refusal, though nothing is seen or done: back to the page, or a check. */
const ANDERS: Readonly<Record<string, number>> = {
  "POST /inleveringen/:id/terugdraaien": 303,
  "POST /inleveringen/:id/herstellen": 303,
  "POST /documenten/:naam/bewerken": 200,
};

/** Where whoever may keep documents hears that there is nothing under this name to keep it over. */
const NIETS_OM_OVER_TE_BEWAREN: readonly string[] = [
  "PUT /v1/documenten/:id",
  "POST /documenten/:naam/bewerken",
];

/** What a maker gets to see of their own. */
const EIGEN: readonly string[] = [
  "GET /v1/versiereeksen/:reeks",
  "GET /v1/versies/:versie",
  "GET /v1/correctierondes/:ronde",
  "GET /v1/woordenlijsten/:lijst",
  "GET /inleveringen/:id/bestand",
  "GET /documenten/:naam/bewerken",
  "GET /documenten/:naam/geschiedenis",
  "GET /documenten/:naam/geschiedenis/:versie{[0-9]+}",
  "GET /documenten/:naam/delen",
  "GET /fondsen/:id",
  "GET /opmerkingen/:id",
  "GET /v1/opmerkingen/:opmerking",
  "GET /vaststellingen/:id",
  "GET /verdeling/versies/:id/vaststellen",
  "GET /verdeling/versies/:id/delen",
  "GET /verdeling/correcties/:id/delen",
  "GET /verdeling/woordenlijsten/:id/delen",
  "GET /inleveringen/:id/delen",
  "GET /fondsen/:id/delen",
  "GET /v1/versies/:id/zichtbaarheid",
  "GET /v1/documenten/:id/zichtbaarheid",
  "GET /v1/fondsen/:id/zichtbaarheid",
];

/** Addresses that name nothing of anybody: each part with why. */
const VAN_NIEMAND: readonly RegExp[] = [
  /^GET \/(v1\/)?(regios|gemeenten|gebieden|indelingen|indicatoren|datasets|kaarten)\b/, // public facts
  /^GET \/ogc\//, // public shapes and facts
  /^(GET|POST) \/bronnen\b/, // what is fetched from public sources
  /^GET \/scherm\//, // the app itself
  /^GET \/(verdeling\/uitvoer\/(bevroren|stukken)\/|v1\/verdelingen\/|verdeling\/uitvoer\/:bestand)/, // public, or by its own hash
  /^GET \/verdeling\/bevroren\//, // the same, as a page
  /^GET \/verdeling\/(versies|reeksen|correcties|woordenlijsten)\/:id$/, // the empty page of the app
];

/** Addresses under which something new is made, or nothing kept. */
const NIEUW =
  /^POST \/(v1\/(documenten|inleveringen|verdelingen|toetsen|versiereeksen|correctierondes|woordenlijsten|opmerkingen)|documenten\/(nieuw|inlezen)|fondsen\/(nieuw|\*)|opmerkingen\/(nieuw|\*)|inleveringen\/(nieuw|voorbeeld|\*))$/;

/** Of the rooms of others, which test what is theirs: signing in, bodies, people, keys. */
const ELDERS =
  /^\w+ \/(account|aanmelden|aangemeld|afmelden|afgemeld|apisleutels|demo-aanbieder|organisaties|webhooks)\b/;

describe("every address", () => {
  it("with something of somebody in it is tried with another's, or says here why not", () => {
    const toegang = { aanbieder: {}, tellers: ONGETELD } as unknown as Toegang;
    const all = createApp(aSite({ toegang }))
      .routes.filter(({ method, path }) => method !== "ALL" && !path.endsWith("/*"))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => route.includes(":") || !route.startsWith("GET "));
    const known = (route: string) =>
      route in VAN_IEMAND ||
      NIEUW.test(route) ||
      ELDERS.test(route) ||
      VAN_NIEMAND.some((part) => part.test(route));
    expect(new Set(all.filter((route) => !known(route)))).toEqual(new Set());
    expect(Object.keys(VAN_IEMAND).filter((route) => !all.includes(route))).toEqual([]);
  });
});

async function make(db: Kysely<Tables>, wie: Bewoner): Promise<Dingen> {
  const [reeks, ronde, lijst, inlevering] = [1, 2, 3, 4].map(() => randomUUID()) as [
    ...[string, string, string, string],
  ];
  const document = `proef-${randomUUID()}`;
  return asWie(db, wie, async (tx) => {
    await insertReeks(tx, reeks);
    const beheer = await makeLink(tx, { onderwerp: reeks, recht: "beheren" });
    const kring = await makeLink(tx, { onderwerp: reeks, recht: "lezen", naam: "kring" });
    await insertRonde(tx, { id: ronde, naam: "ronde", regio: "drechtsteden", op: "2026-01-01" });
    await tx.updateTable("correctieronde").set({ zichtbaarheid: "organisatie" }).execute();
    await makeLink(tx, { onderwerp: ronde, recht: "beheren" });
    await insertLijst(tx, { id: lijst, regio: "drechtsteden" });
    await tx.updateTable("woordenlijst").set({ zichtbaarheid: "organisatie" }).execute();
    await makeLink(tx, { onderwerp: lijst, recht: "beheren" });
    await insertInlevering(tx, {
      ...{ id: inlevering, afzender: "proef", afzenderSleutel: "proef", bestandsnaam: "a.csv" },
      ...{ sha256: "0".repeat(64), bytes: new Uint8Array([1]), vervaltOp: new Date("2099-01-01") },
      kop: { afzender: "proef", bron: "proef" },
    });
    await makeLink(tx, { onderwerp: inlevering, recht: "beheren" });
    await storeDocument(tx, {
      ...{ id: document, versie: 1, soort: "verdeling", status: "concept", titel: "Proef" },
      ...{ herkomst: "eigen", tekst: tekstVan(document) },
    });
    const [fonds, boeking] = [randomUUID(), randomUUID()];
    const geld = { naam: "Proef", doel: "", tot: 2029, bron: "brief" };
    await insertFonds(tx, { ...geld, id: fonds });
    const belofte = { jaar: 2029, bedrag: breuk(1), wat: "proef", stuk: "brief" };
    await insertBoeking(tx, { ...belofte, id: boeking, fonds });
    const versie = randomUUID();
    await insertVersie(tx, {
      ...{ id: versie, reeks, opslagsleutel: "1".repeat(64), verzoek: "2".repeat(64) },
      ...{ gemaaktOp: new Date(), gemaaktMet: beheer.id, vervaltOp: new Date("2099-01-01") },
      inhoud: {
        naam: "proef",
        adres: RUN,
        regio: "drechtsteden",
        ongebronde: [],
        bevriezingen: [],
      },
      gebeurtenissen: [],
    });
    const dingen = { reeks, versie, kring: kring.id, ronde, lijst, inlevering, document };
    const opmerking = randomUUID();
    await insertOpmerking(tx, {
      ...{ id: opmerking, gemeente: "GM0505", adres: "/gemeenten/GM0505", waarover: "proef" },
      ...{ tekst: "proef", zichtbaarheid: "openbaar" },
    });
    return { ...dingen, fonds, boeking, opmerking, vaststelling: randomUUID() };
  });
}

/** Records that a body adopted their version, as its owner: of whom that body is, is not looked at here. */
async function stelVast(eigenaar: Kysely<Tables>, wie: Bewoner, ding: Dingen): Promise<void> {
  await sql`insert into vaststelling (id, soort, versie, kenmerk, over, orgaan, datum, stuk_titel,
      stuk_kenmerk, stuk_link, organisatie, persoon, mandaat)
    select ${ding.vaststelling}::uuid, 'vaststelling', ${ding.versie}::uuid, repeat('0', 64), 'vhp',
      'college', '2026-01-01', 'besluit', 'B-1', 'https://proef.example/b', organisatie, persoon, id
    from mandaat where persoon = ${wie.persoon}::uuid limit 1`.execute(eigenaar);
}

/** Every role that somebody can have, by what sort of body it is of. */
const ROLLEN = Object.entries(ROLLEN_VAN).flatMap(([soort, rollen]) =>
  rollen.map((rol) => [soort as Organisatiesoort, rol] as const),
);

/** What others act for: in the region that is asked about, and not the gemeente of the remark. */
const ANDEREN: Partial<Readonly<Record<Organisatiesoort, Partial<Organisatie>>>> = {
  gemeente: { gebied: "GM0642" },
  provincie: { gebied: "PV28" },
  regio: { gebied: "drechtsteden#drechtsteden" },
  bureau: { gebied: "drechtsteden#drechtsteden", tot: "2099-12-31" },
};

/** Somebody with one role, for a body that nothing of the tests is of. */
async function plantStranger(
  eigenaar: Kysely<Tables>,
  soort: Organisatiesoort,
  rol: Rol,
): Promise<Bewoner> {
  const naam = `Andere ${soort}`;
  const known = (await listOrganisaties(eigenaar)).find((one) => one.naam === naam);
  const organisatie = known ?? { id: randomUUID(), soort, naam, ...ANDEREN[soort] };
  if (!known) await insertOrganisatie(eigenaar, organisatie);
  const persoon = randomUUID();
  const account = { issuer: "https://proef.example", sub: persoon };
  await insertPersoon(eigenaar, { id: persoon, naam: "Proef", account });
  return { persoon, naam: "Proef", namens: [aMandaat(organisatie, rol)], kringen: [] };
}

function headersOf({ json, form }: Vraag): Readonly<Record<string, string>> {
  if (json !== undefined) return { "Content-Type": "application/json" };
  return form === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
}

function bodyOf({ json, form }: Vraag): { readonly body?: string } {
  if (json !== undefined) return { body: JSON.stringify(json) };
  return form === undefined ? {} : { body: form };
}

/** As `make` has them, and nowhere to be found. */
function unknown(): Dingen {
  const document = `proef-${randomUUID()}`;
  const names = [
    "reeks",
    "versie",
    "kring",
    "ronde",
    "lijst",
    "inlevering",
    "fonds",
    "boeking",
    "opmerking",
    "vaststelling",
  ];
  const ids = names.map((naam) => [naam, randomUUID()]);
  return { ...Object.fromEntries(ids), document };
}

describeDatabases("what is another's", ({ db, eigenaar }) => {
  let app: Hono;
  let people: Bevolking;
  let theirs: Dingen;
  const cookies = new Map<Bewoner, string>();

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    app = appOn(db(), { toegang: toegangVan(eigenaar()) });
    for (const wie of [people.maker, people.collega, people.vreemde]) {
      cookies.set(wie, await openSessie(eigenaar(), wie));
    }
    theirs = await make(db(), people.maker);
    await stelVast(eigenaar(), people.maker, theirs);
  });

  async function ask(wie: Bewoner | undefined, route: string, ding: Dingen) {
    const vraag = VAN_IEMAND[route]?.(ding) ?? { path: "" };
    const cookie = wie && cookies.get(wie);
    const answer = await app.request(vraag.path, {
      method: route.split(" ")[0] ?? "",
      headers: {
        ...(cookie ? { Cookie: cookie } : {}),
        ...{ "Idempotency-Key": randomUUID(), Origin: "http://localhost" },
        ...headersOf(vraag),
      },
      ...bodyOf(vraag),
    });
    let text = (await answer.text()).replaceAll(/nonce="[^"]*"/g, "");
    for (const id of Object.values(ding)) text = text.replaceAll(id, "ID");
    return { status: answer.status, text };
  }

  it.each(Object.keys(VAN_IEMAND))("is told as what is not there: %s", async (route) => {
    for (const wie of [people.vreemde, undefined]) {
      const foreign = await ask(wie, route, theirs);
      const nothing = await ask(wie, route, unknown());
      expect(foreign).toEqual(nothing);
      const allowed = [403, 404, ...(route in ANDERS ? [ANDERS[route]] : [])];
      expect(allowed, foreign.text).toContain(foreign.status);
    }
  });

  // Whoever may do most things somewhere comes past the first refusal: each role is asked by itself.
  it.each(ROLLEN)("is told so to whoever acts for another %s (%s)", async (soort, rol) => {
    const wie = await plantStranger(eigenaar(), soort, rol);
    cookies.set(wie, await openSessie(eigenaar(), wie));
    const told: string[] = [];
    for (const route of Object.keys(VAN_IEMAND)) {
      const foreign = await ask(wie, route, theirs);
      const nothing = await ask(wie, route, unknown());
      const kept = NIETS_OM_OVER_TE_BEWAREN.includes(route) ? [409] : [];
      const allowed = [403, 404, ...kept, ...(route in ANDERS ? [ANDERS[route]] : [])];
      const same = foreign.status === nothing.status && foreign.text === nothing.text;
      if (!same || !allowed.includes(foreign.status)) {
        told.push(`${route}: ${foreign.status} ${foreign.text.slice(-300)} / ${nothing.status}`);
      }
    }
    expect(told).toEqual([]);
  });

  it.each(EIGEN)("is there for whose it is, and for a colleague: %s", async (route) => {
    for (const wie of [people.maker, people.collega]) {
      const own = await ask(wie, route, theirs);
      expect(own.status, own.text).toBe(200);
    }
  });

  it("is seen by others once it is shared with them, and changed by none of them", async () => {
    const shared = await make(db(), people.maker);
    const path = `/verdeling/versies/${shared.versie}`;
    const send = async (form: string) => {
      const headers = {
        ...{ Cookie: cookies.get(people.collega) ?? "", Origin: "http://localhost" },
        "Content-Type": "application/x-www-form-urlencoded",
      };
      const answer = await app.request(`${path}/delen`, { method: "POST", headers, body: form });
      return answer.status;
    };
    const status = async (wie: Bewoner | undefined) =>
      (await ask(wie, "GET /v1/versies/:versie", shared)).status;
    expect([await status(people.vreemde), await status(undefined)]).toEqual([404, 404]);
    // The colleague is in no circle, and cannot share with one.
    expect(await send(`zichtbaar=kring&kring=${people.kring}`)).toBe(400);
    expect(await send("zichtbaar=overal")).toBe(400);
    expect(await send("zichtbaar=regio")).toBe(303);
    expect([await status(people.vreemde), await status(undefined)]).toEqual([200, 404]);
    const stranger = await ask(people.vreemde, "POST /verdeling/versies/:id/delen", shared);
    expect(stranger.status).toBe(403);
    expect(await send("zichtbaar=openbaar")).toBe(303);
    expect([await status(people.vreemde), await status(undefined)]).toEqual([200, 200]);
    expect(await send("zichtbaar=organisatie")).toBe(303);
    expect(await status(people.vreemde)).toBe(404);
  });

  it("is in no list, no download and no count", async () => {
    const cookie = cookies.get(people.vreemde) ?? "";
    for (const path of [
      "/inleveringen",
      "/fondsen",
      "/v1/fondsen",
      "/opmerkingen",
      "/v1/opmerkingen",
      "/v1/vaststellingen",
      "/documenten/eigen",
      "/documenten/eigen.tar",
      "/documenten",
      "/verdeling/versies",
      "/v1/versies",
      "/v1/correctierondes",
      "/v1/woordenlijsten",
    ]) {
      const answer = await app.request(path, { headers: { Cookie: cookie } });
      const text = await answer.text();
      for (const id of Object.values(theirs)) expect(text, path).not.toContain(id);
    }
  });

  it("is still there for whoever holds a link that was made without an account", async () => {
    // As it was before there were accounts: nobody can sign in there.
    const holder = person(appOn(db()));
    const { json } = await holder("POST", "/versiereeksen");
    const opened = await person(app, json.geheim)("GET", `/versiereeksen/${json.reeks}`);
    expect(opened.status).toBe(200);
    const other = await holder("GET", `/versiereeksen/${json.reeks}`);
    expect(other.status).toBe(404);
    const signedIn = await ask(people.vreemde, "GET /v1/versiereeksen/:reeks", {
      ...theirs,
      reeks: json.reeks,
    });
    expect(signedIn.status).toBe(404);
  });

  it("is not told by a name that it already has", async () => {
    const stored = alsWie(people.vreemde, () =>
      storeDocument(db(), {
        ...{ id: theirs.document, versie: 1, soort: "verdeling", status: "concept" },
        ...{ titel: "Van mij", herkomst: "eigen", tekst: "anders" },
      }),
    );
    expect(await stored).toBe("van-een-ander");
  });
});
