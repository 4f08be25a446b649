import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { createGemeentelijst } from "#domain/gebied.ts";
import { doeOphaaltaak } from "#services/ophalen/ophalen.service.ts";
import type { Ophaalgrond } from "#services/ophalen/werk.ts";
import { readCbskennis } from "#sources/cbs/kennis.ts";
import { createBronnet } from "#sources/ophalen/bronadressen.ts";
import { createOphaler, type Volharding } from "#sources/ophalen/ophaler.ts";
import {
  createOphaaltaak,
  findOphaaltaak,
  type Ophaaltaak,
} from "#storage/ophaaltaak.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { basis } from "#test/api-proef.ts";
import type { Bronserver } from "#test/bronserver.ts";

/** Three gemeenten of two provincies, so that a whole country fits on a page. */
export const KLEIN_LAND = [
  { code: "GM0505", naam: "Dordrecht", provincie: "PV28" },
  { code: "GM0484", naam: "Alphen aan den Rijn", provincie: "PV28" },
  { code: "GM0995", naam: "Lelystad", provincie: "PV24" },
] as const;

const PROVINCIES = [
  { code: "PV24", naam: "Flevoland" },
  { code: "PV28", naam: "Zuid-Holland" },
];

/** What fetching stands on in a test: the server in the place of all sources, and no patience. */
export function eenGrond(
  db: Connection,
  server: Bronserver,
  own: Partial<Ophaalgrond> & { readonly volharding?: Partial<Volharding> } = {},
): Ophaalgrond & { readonly weg: () => void } {
  const kaartenmap = mkdtempSync(join(tmpdir(), "woonregie-kaarten-"));
  const { netwerk, adressen } = createBronnet(server.origin);
  const { volharding = { wacht: 1, pogingen: 2 }, ...rest } = own;
  return {
    ...{ db, adressen, kaartenmap },
    ophaler: createOphaler({ netwerk, volharding, grenzen: { bytes: 5_000_000 } }),
    cbs: readCbskennis("."),
    bibliotheek: basis.bibliotheek,
    gemeenten: createGemeentelijst(KLEIN_LAND, PROVINCIES),
    peildatum: "2026-01-01",
    regios: () => [],
    now: () => new Date("2026-11-30T12:00:00Z"),
    ...rest,
    weg: () => rmSync(kaartenmap, { recursive: true, force: true }),
  };
}

/** Puts a question in and does it, as a server would. */
export async function haalOp(grond: Ophaalgrond, vraag: Ophaalvraag): Promise<Ophaaltaak> {
  const id = randomUUID();
  await createOphaaltaak(grond.db, { id, vraag });
  return doe(grond, id);
}

/** Does a task that is in line, to its end. */
export async function doe(
  grond: Ophaalgrond,
  id: string,
  signal = new AbortController().signal,
): Promise<Ophaaltaak> {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  await doeOphaaltaak(id, grond, { bij: randomUUID(), signal, onError });
  if (errors.length > 0) throw errors[0];
  const taak = await findOphaaltaak(grond.db, id);
  if (!taak) throw new Error("the task is gone");
  return taak;
}
