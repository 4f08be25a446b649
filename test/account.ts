import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import type { Kysely } from "kysely";
import type { Site } from "#api/site.ts";
import type { Organisatie, Rol } from "#domain/toegang.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Tables } from "#storage/schema.ts";
import {
  aToegang,
  createAanmelddienst,
  createBrowser,
  ISSUER,
  signInWith,
} from "#test/aanmelddienst.ts";
import { appOn, type Json } from "#test/api.ts";

/** Somebody with an account: a browser that is signed in, and the same session for the API. */
export type Account = {
  readonly persoon: string;
  readonly browser: ReturnType<typeof createBrowser>;
  readonly api: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly json: Json }>;
};

type Kringen = {
  readonly kringen?: readonly string[];
  readonly van?: string;
  readonly tot?: string;
};

/** A site with accounts on a database of its own, and people who sign in there. */
export function createAccounts(
  db: Kysely<Tables>,
  eigenaar: Kysely<Tables>,
  own: Partial<Site> = {},
) {
  const dienst = createAanmelddienst();
  const app = appOn(db, { toegang: aToegang(eigenaar, dienst), ...own });
  const signIn = async (
    organisatie: Organisatie | readonly Organisatie[],
    rol: Rol,
    { kringen = [], van = "2020-01-01", tot }: Kringen = {},
  ): Promise<Account> => {
    const sub = randomUUID();
    await insertPersoon(eigenaar, { id: sub, naam: "Proef", account: { issuer: ISSUER, sub } });
    for (const body of [organisatie].flat() as readonly Organisatie[]) {
      const known = (await listOrganisaties(eigenaar)).some(({ id }) => id === body.id);
      if (!known) await insertOrganisatie(eigenaar, body);
      const mandaat = { id: randomUUID(), persoon: sub, organisatie: body.id, rol, van };
      await insertMandaat(eigenaar, { ...mandaat, ...(tot === undefined ? {} : { tot }) });
    }
    for (const kring of kringen) {
      const [eerste] = [organisatie].flat() as readonly Organisatie[];
      const lid = { id: randomUUID(), kring, toegevoegd_door: sub };
      await eigenaar
        .insertInto("kringlid")
        .values({ ...lid, organisatie: eerste?.id ?? "" })
        .execute();
    }
    const browser = createBrowser(app);
    await signInWith(browser, dienst, { wie: { sub, name: "Proef" } });
    return { persoon: sub, browser, api: asProgram(app, browser.cookies.get("sessie") ?? "") };
  };
  return { app, signIn };
}

function asProgram(app: Hono, sessie: string): Account["api"] {
  return async (method, path, body) => {
    const text = typeof body === "string";
    const answer = await app.request(`http://localhost/v1${path}`, {
      method,
      headers: {
        ...{ Cookie: `sessie=${sessie}`, Origin: "http://localhost" },
        ...{ "Idempotency-Key": randomUUID() },
        ...{ "Content-Type": text ? "application/octet-stream" : "application/json" },
      },
      ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
    });
    const said = await answer.text();
    return { status: answer.status, json: said ? JSON.parse(said) : undefined };
  };
}
