import { createHash, randomUUID } from "node:crypto";
import pg from "pg";

/** What was put in the database, beside what ships. */
export type Gevuld = {
  readonly organisaties: number;
  readonly documenten: number;
  readonly woordenlijsten: number;
  /** The ids of the documents. */
  readonly namen: readonly string[];
};

const GEMEENTEN = 342;
const CORPORATIES = 300;
const WOORDENLIJSTEN = 5_000;

/**
 * Fills a database with made-up data as large as the country: 342 gemeenten and 300 corporaties,
 * each with a document of its own, and what people made.
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
    for (const [number, naam] of names.entries()) await addBody(client, naam, number);
    for (const naam of names) await addDocument(client, naam);
    await client.query(
      `insert into woordenlijst (id, regio) select gen_random_uuid(), 'drechtsteden'
        from generate_series(1, $1)`,
      [WOORDENLIJSTEN],
    );
    await client.query("commit");
    return {
      organisaties: names.length,
      documenten: names.length,
      woordenlijsten: WOORDENLIJSTEN,
      namen: names,
    };
  } finally {
    await client.end();
  }
}

/** A gemeente of the bench has a code that no gemeente of the country has. */
async function addBody(client: pg.Client, naam: string, number: number): Promise<void> {
  const isGemeente = number < GEMEENTEN;
  await client.query("insert into organisatie (id, soort, naam, gebied) values ($1, $2, $3, $4)", [
    randomUUID(),
    isGemeente ? "gemeente" : "corporatie",
    naam,
    isGemeente ? `GM${9_000 + number}` : null,
  ]);
}

async function addDocument(client: pg.Client, id: string): Promise<void> {
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
    `insert into document (id, versie, soort, status, titel, herkomst, tekst, sha256)
      values ($1, 1, 'verdeling', 'concept', $2, 'eigen', $3, $4)`,
    [id, `Verdeling van ${id}`, bytes, sha256],
  );
}
