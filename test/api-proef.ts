import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { Kysely, PostgresDialect } from "kysely";
import { createApp } from "#api/app.tsx";
import { openMacht, openPoort } from "#api/invoer.ts";
import type { Rooms, Site } from "#api/site.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { createZinmaker } from "#services/kader/zin.ts";
import { createOpendata } from "#services/opendata/opendata.service.ts";
import { NIET_INGEVULD } from "#services/opendata/uitgever.ts";
import type { Tables } from "#storage/schema.ts";
import { basis } from "#test/basis.ts";

export { basis };

/** Read once for every test of a file. */

/** A database that is not there. */
function noDatabase(): Kysely<Tables> {
  const connect = () => Promise.reject(new Error("there is no database in this test"));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => {} } }),
  });
}

/** What a server stands on in a test; without a database of its own it has none. */
export function aSite(own: Partial<Site> = {}): Site {
  return {
    basis,
    samenvoegingen: [],
    db: noDatabase(),
    https: false,
    invoer: true,
    versie: "proef",
    onError: () => {},
    ...own,
  };
}

/** The same with what pages need, which the API never asks for. */
export function aRooms(own: Partial<Site> = {}): Rooms {
  const site = aSite(own);
  const openbaar = toOpenbareBasis(site.basis);
  const zin = createZinmaker(site.basis);
  const onlyForPages = () => {
    throw new Error("the API shows no pages");
  };
  return {
    ...site,
    invoer: openPoort(site),
    macht: openMacht(site),
    basis: openbaar,
    zin,
    uitgever: site.uitgever ?? NIET_INGEVULD,
    opendata: createOpendata(openbaar, zin),
    frame: onlyForPages,
    reken: onlyForPages,
    notFound: onlyForPages,
  };
}

type Vraag = { readonly method?: string; readonly json?: unknown; readonly headers?: object };

/** Asks the whole site as a program does. */
export function asProgram(app: Hono | OpenAPIHono = createApp(aSite())) {
  return async (path: string, { method, json, headers }: Vraag = {}) =>
    app.request(path, {
      method: method ?? (json === undefined ? "GET" : "POST"),
      headers: {
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined
        ? {}
        : { body: typeof json === "string" ? json : JSON.stringify(json) }),
    });
}
