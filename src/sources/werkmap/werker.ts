import { parentPort, workerData } from "node:worker_threads";
import type { Werkmaplezing } from "#domain/werkmap.ts";
import { type IngepakteWerkmap, packWerkmap } from "./pak-werkmap.ts";
import { type Leeswijze, parseWerkmap } from "./parse-werkmap.ts";

/** What a worker is given: the one file it reads. */
export type Leesopdracht = {
  readonly bytes: Uint8Array;
  readonly naam: string;
  readonly wijze: Leeswijze;
};

/** What it answers: a reading whose cells are packed. */
export type Leesantwoord =
  | (Omit<Extract<Werkmaplezing, { ok: true }>, "werkmap"> & { readonly werkmap: IngepakteWerkmap })
  | Extract<Werkmaplezing, { ok: false }>;

const { bytes, naam, wijze } = workerData as Leesopdracht;
const lezing = await parseWerkmap(bytes, naam, wijze);
if (lezing.ok) {
  const { ingepakt, blokken } = packWerkmap(lezing.werkmap);
  const antwoord: Leesantwoord = { ...lezing, werkmap: ingepakt };
  parentPort?.postMessage(antwoord, blokken);
} else parentPort?.postMessage(lezing);
