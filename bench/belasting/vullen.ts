import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { DEMO_ISSUER } from "#services/toegang/demo.ts";

/** What was put in the database, beside what ships. */
export type Gevuld = {
  readonly organisaties: number;
  readonly documenten: number;
  readonly woordenlijsten: number;
  /** The ids of the documents that everybody sees, one of each body. */
  readonly namen: readonly string[];
  /** People who are signed in, spread over the bodies, with the document that only their body sees. */
  readonly mensen: readonly Aangemeld[];
};

/** Somebody with an account: what the browser sends, and a document of the own body. */
export type Aangemeld = { readonly cookie: string; readonly eigen: string };

const GEMEENTEN = 342;
const CORPORATIES = 300;
const WOORDENLIJSTEN = 5_000;
const AANGEMELD = 3_000;

/**
 * Fills a database with made-up data as large as the country: 342 gemeenten and 300 corporaties,
 * each with a document that everybody sees and a concept that only they see, and the people of
 * those bodies who are signed in.
 */
export async function fillDatabase(connectionString: string): Promise<Gevuld> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const names = [
      ...Array.from({ length: GEMEENTEN }, (_, i) => `gemeente-proef-${i + 1}`),
      ...Array.from({ length: CORPORATIES }, (_, i) => `corporatie-proef-${i + 1}`),
    ];
    await client.query("begin");
    const bodies: string[] = [];
    for (const [number, naam] of names.entries()) {
      const body = await addBody(client, naam, number);
      await addDocument(client, naam);
      await addDocument(client, conceptVan(naam), body);
      bodies.push(body);
    }
    const mensen: Aangemeld[] = [];
    for (let number = 0; number < AANGEMELD; number += 1) {
      const at = number % names.length;
      const cookie = await addPerson(client, number, bodies[at] ?? "", at < GEMEENTEN);
      mensen.push({ cookie, eigen: conceptVan(names[at] ?? "") });
    }
    await client.query(
      `insert into woordenlijst (id, regio) select gen_random_uuid(), 'drechtsteden'
        from generate_series(1, $1)`,
      [WOORDENLIJSTEN],
    );
    await client.query("commit");
    return {
      organisaties: names.length,
      documenten: 2 * names.length,
      woordenlijsten: WOORDENLIJSTEN,
      namen: names,
      mensen,
    };
  } finally {
    await client.end();
  }
}

/** A gemeente of the bench has a code that no gemeente of the country has. */
async function addBody(client: pg.Client, naam: string, number: number): Promise<string> {
  const isGemeente = number < GEMEENTEN;
  const id = randomUUID();
  await client.query("insert into organisatie (id, soort, naam, gebied) values ($1, $2, $3, $4)", [
    id,
    isGemeente ? "gemeente" : "corporatie",
    naam,
    isGemeente ? `GM${9_000 + number}` : null,
  ]);
  return id;
}

function conceptVan(naam: string): string {
  return `${naam}-concept`;
}

/** Somebody of a body with a session that lasts as long as the bench; gives the cookie of it. */
async function addPerson(
  client: pg.Client,
  number: number,
  body: string,
  isGemeente: boolean,
): Promise<string> {
  const id = randomUUID();
  await client.query(
    "insert into persoon (id, issuer, sub, naam) values ($1::uuid, $2, $1::text, $3)",
    [id, DEMO_ISSUER, `Persoon ${number + 1}`],
  );
  await client.query(
    "insert into mandaat (id, persoon, organisatie, rol, van) values ($1, $2, $3, $4, '2020-01-01')",
    [randomUUID(), id, body, isGemeente ? "ambtelijk" : "medewerker"],
  );
  const geheim = randomUUID();
  await client.query(
    `insert into sessie (id, sha256, persoon, apparaat, gemaakt_op, gezien_op, verloopt_op)
      values ($1, $2, $3, 'meting', now(), now(), now() + interval '1 hour')`,
    [randomUUID(), createHash("sha256").update(geheim, "utf8").digest("hex"), id],
  );
  return `sessie=${geheim}`;
}

async function addDocument(client: pg.Client, id: string, body?: string): Promise<void> {
  const tekst = `soort: verdeling
id: ${id}
titel: Verdeling van ${id}
onderwerp: urgenten
spoor: 2
bron: gemaakt om te meten
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]
`;
  const bytes = Buffer.from(tekst);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await client.query(
    `insert into document
        (id, versie, soort, status, titel, herkomst, tekst, sha256, organisatie, zichtbaarheid)
      values ($1, 1, 'verdeling', 'concept', $2, 'eigen', $3, $4, $5, $6)`,
    [id, `Verdeling van ${id}`, bytes, sha256, body ?? null, body ? "organisatie" : null],
  );
}
