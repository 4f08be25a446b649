import { parentPort, workerData } from "node:worker_threads";
import { type Leeswijze, parseWerkmap } from "./parse-werkmap.ts";

/** What a worker is given: the one file it reads. */
export type Leesopdracht = {
  readonly bytes: Uint8Array;
  readonly naam: string;
  readonly wijze: Leeswijze;
};

const { bytes, naam, wijze } = workerData as Leesopdracht;
parentPort?.postMessage(await parseWerkmap(bytes, naam, wijze));
