import { execFileSync } from "node:child_process";
import { benchFile } from "../plaats.ts";
import { startRegelproces } from "../regelproces.ts";
import { type Gevonden, overRegels } from "./tegenspeler.ts";

/** What numpy is given once, before anything is timed. */
export type NumpyInvoer = {
  readonly gewichten: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly totalen: Readonly<Record<string, readonly number[]>>;
  readonly grenzen: Readonly<Record<string, { readonly onder: unknown; readonly boven: unknown }>>;
  readonly banden: Readonly<
    Record<string, { readonly totaal: number; readonly laag: unknown; readonly hoog: unknown }>
  >;
};

/** Looks for a Python with numpy, and gives it the input of the verdelingen. */
export function findNumpy(input: NumpyInvoer): Promise<Gevonden> {
  return startNumpy("peers/numpy-peer.py", input);
}

/** Starts a program of the bench in a Python with numpy, and gives it its input. */
export async function startNumpy(program: string, input: unknown): Promise<Gevonden> {
  const python = ["python3", "/usr/bin/python3"].find(hasNumpy);
  if (!python) {
    const hoe = "apt-get install python3-numpy, of pip install numpy";
    return { soort: "afwezig", naam: "numpy", hoe };
  }
  const process = startRegelproces(python, [benchFile(program)]);
  const { numpy } = await process.ask(input);
  return { soort: "aanwezig", speler: overRegels(`numpy ${numpy}`, process) };
}

function hasNumpy(python: string): boolean {
  try {
    execFileSync(python, ["-c", "import numpy"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
