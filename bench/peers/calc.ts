import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchFile } from "../plaats.ts";
import { startRegelproces } from "../regelproces.ts";
import { type Gevonden, overRegels } from "./tegenspeler.ts";

/** Sheets by name: weights per column, and problems as total and column. */
export type CalcInvoer = Readonly<
  Record<
    string,
    {
      readonly gewichten: readonly (readonly number[])[];
      readonly problemen: readonly (readonly [totaal: number, kolom: number])[];
    }
  >
>;

const HOE = "apt-get install --no-install-recommends libreoffice-calc python3-uno";

/**
 * Looks for LibreOffice with its Python bridge, opens it with a profile of its own and builds the
 * sheets; what is timed later is only the recalculation in that warm process.
 */
export async function findCalc(input: CalcInvoer): Promise<Gevonden> {
  const python = ["/usr/bin/python3", "python3"].find((name) => runs(name, ["-c", "import uno"]));
  const version = versionOf("soffice");
  if (!python || !version) return { soort: "afwezig", naam: "LibreOffice", hoe: HOE };
  const profile = mkdtempSync(join(tmpdir(), "woonregie-calc-"));
  const pipe = `woonregie${process.pid}`;
  const office = spawn("soffice", [
    "--headless",
    "--norestore",
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    `--accept=pipe,name=${pipe};urp;StarOffice.ComponentContext`,
  ]);
  office.on("close", () => rmSync(profile, { recursive: true, force: true }));
  const script = startRegelproces(python, [benchFile("peers/calc-peer.py"), pipe]);
  const { bouw } = await script.ask(input);
  const built = Object.values(bouw as Readonly<Record<string, number>>).reduce((a, b) => a + b, 0);
  return {
    soort: "aanwezig",
    speler: overRegels(version, script),
    bouw: `bladen opbouwen ${(built / 1000).toFixed(1).replace(".", ",")} s, niet meegeteld`,
  };
}

function versionOf(command: string): string | undefined {
  try {
    const text = execFileSync(command, ["--version"], { encoding: "utf8", stdio: "pipe" });
    return /LibreOffice \d+\.\d+\.\d+/u.exec(text)?.[0];
  } catch {
    return undefined;
  }
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
