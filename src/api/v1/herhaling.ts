import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import {
  dropHerhaling,
  type Herhaling,
  keepAntwoord,
  takeHerhaling,
} from "#storage/herhaling.repository.ts";
import { alsPoging } from "#storage/poging.ts";
import type { Connection } from "#storage/transaction.ts";
import { badRequest, ProblemError } from "../problem.ts";

/** Where a request makes or changes something; saving a version has a key of its own (F218). */
const DOET_IETS =
  /^\/v1\/(documenten|inleveringen(\/[^/]+\/(antwoorden|besluiten))?|versiereeksen(\/[^/]+\/kringen)?|correctierondes(\/[^/]+\/(reacties|links))?|woordenlijsten|opmerkingen(\/[^/]+\/antwoorden)?|vaststellingen(\/[^/]+\/intrekkingen)?)$/;

const KORTSTE = 16;
const LANGSTE = 200;

/**
 * Lets a request that is sent again with the same `Idempotency-Key` have its effect once, and gives
 * it the answer of the first time.
 *
 * A key is of who asks and of this address. A request that failed or was broken off can be tried
 * again with the same key, where it had no effect: the database itself says whether it had, so also
 * where the connection broke while it was kept, or the server ended before it could answer.
 */
export function repeatOnce(db: Connection): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header("Idempotency-Key");
    if (key === undefined || c.req.method !== "POST" || !DOET_IETS.test(c.req.path)) return next();
    if (key.length < KORTSTE || key.length > LANGSTE) throw wrongLength();
    const names = await namesOf(c, key);
    const found = await takeHerhaling(db, names);
    if (found.soort !== "nieuw") {
      c.res = answerAgain(found, key);
      return;
    }
    await doOnce(c, next, { db, poging: found.poging, key });
  };
}

type Eenmaal = { readonly db: Connection; readonly poging: string; readonly key: string };

async function doOnce(
  c: Context,
  next: () => Promise<void>,
  { db, poging, key }: Eenmaal,
): Promise<void> {
  try {
    await alsPoging(poging, next);
  } catch (error) {
    await dropHerhaling(db, poging);
    throw error;
  }
  if (c.error || !c.res.ok) return dropHerhaling(db, poging);
  const { status } = c.res;
  const said = { type: c.res.headers.get("Content-Type"), tekst: await c.res.clone().text() };
  await keepAntwoord(db, poging, { status, antwoord: lock(key, JSON.stringify(said)) });
}

async function namesOf(c: Context, key: string) {
  const { persoon, namens } = c.get("wie");
  const body = namens[0]?.organisatie.id ?? "";
  const who = [persoon ?? "", body, c.req.header("Authorization") ?? "", c.req.path, key];
  const sent = new Uint8Array(await c.req.raw.clone().arrayBuffer());
  // Not the host: the same request may come again to another server, or to this one at another port.
  const { pathname, search } = new URL(c.req.url);
  return {
    sleutel: createHash("sha256").update(JSON.stringify(who)).digest("hex"),
    verzoek: createHash("sha256")
      .update(pathname + search)
      .update("\n")
      .update(sent)
      .digest("hex"),
  };
}

function answerAgain(found: Exclude<Herhaling, { soort: "nieuw" }>, key: string): Response {
  if (found.soort === "andere-vraag") {
    throw new ProblemError({
      status: 409,
      title: "Deze sleutel hoort bij een andere vraag",
      detail:
        "Met deze Idempotency-Key is al iets anders gevraagd. Neem voor een nieuwe vraag een nieuwe sleutel.",
    });
  }
  if (found.soort === "bezig") throw unknownYet();
  if (found.soort === "zonder-antwoord") throw answerLost(found.gevolg);
  const said: { type: string | null; tekst: string } = JSON.parse(unlock(key, found.antwoord));
  const headers = {
    ...(said.type ? { "Content-Type": said.type } : {}),
    "Idempotency-Replayed": "true",
  };
  return new Response(found.status === 204 ? null : said.tekst, { status: found.status, headers });
}

function unknownYet(): ProblemError {
  return new ProblemError(
    {
      status: 409,
      title: "De eerste vraag is nog niet beantwoord",
      detail:
        "Probeer het zo opnieuw met dezelfde sleutel. Is de eerste vraag afgebroken zonder gevolg, dan wordt zij daarna alsnog gedaan.",
    },
    { "Retry-After": "5" },
  );
}

/** It holds a secret of a link perhaps, of which nothing was kept: it cannot be made again. */
function answerLost(gevolg: string): ProblemError {
  const problem = {
    status: 409,
    title: "Dit is gedaan, maar het antwoord is verloren gegaan",
    detail:
      "De eerste vraag is uitgevoerd en daarna afgebroken. Doe haar niet nog eens: «gevolg» zegt wat er is gemaakt of veranderd. Hebt u het geheim van een link nodig die toen is gemaakt, begin dan opnieuw met een nieuwe sleutel.",
    gevolg,
  };
  return new ProblemError(problem);
}

function wrongLength(): ProblemError {
  return badRequest("De sleutel past niet", [
    `De Idempotency-Key is ${KORTSTE} tot ${LANGSTE} tekens, en voor elke vraag een nieuwe.`,
  ]);
}

const NONCE = 12;
const TAG = 16;

/** An answer can hold the secret of a link, so only who has the key can read what is kept of it. */
function lock(key: string, text: string): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", secretOf(key), nonce);
  const locked = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
}

function unlock(key: string, kept: Uint8Array): string {
  const bytes = Buffer.from(kept);
  const decipher = createDecipheriv("aes-256-gcm", secretOf(key), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const text = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()];
  return Buffer.concat(text).toString("utf8");
}

function secretOf(key: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", "woonregie antwoord", 32));
}
