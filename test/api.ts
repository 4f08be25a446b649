import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import type { Kysely } from "kysely";
import { createApp } from "#api/app.tsx";
import type { Site } from "#api/site.ts";
import type { Tables } from "#storage/schema.ts";
import { basis } from "#test/basis.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into by its tests.
export type Json = any;

/** The site over a database; what nobody foresaw fails the test. */
export function appOn(db: Kysely<Tables>, own: Partial<Site> = {}): Hono {
  const onError = (_: string, error: unknown) => {
    throw error;
  };
  return createApp({
    basis,
    samenvoegingen: [],
    db,
    https: false,
    invoer: true,
    versie: "proef",
    onError,
    ...own,
  });
}

/** Somebody who asks the API; `geheim` is the secret of the link they hold. */
export function person(app: Hono, geheim = "") {
  return async (
    method: string,
    path: string,
    body?: unknown,
    sleutel: string = randomUUID(),
  ): Promise<{ readonly status: number; readonly json: Json; readonly headers: Headers }> => {
    const answer = await app.request(`/v1${path}`, {
      method,
      headers: {
        ...(geheim ? { Authorization: `Bearer ${geheim}` } : {}),
        "Content-Type": "application/json",
        "Idempotency-Key": sleutel,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const { status, headers } = answer;
    return { status, headers, json: text ? JSON.parse(text) : undefined };
  };
}
