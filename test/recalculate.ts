import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A program of the system by its name; undefined where it is not there. */
export function findProgram(naam: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, naam)).find(existsSync);
}

/** Where LibreOffice is; undefined where it is not installed. */
export const SOFFICE = findProgram("soffice");

/** Has every formula worked out anew on loading, whatever number stands beside it in the file. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/**
 * Opens these files in LibreOffice, has all of it worked out anew, and gives them back as xlsx.
 *
 * One start for all files: starting is what takes the time.
 */
export async function recalculate(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, Uint8Array>>> {
  if (!SOFFICE) throw new Error("LibreOffice is not installed");
  const folder = await mkdtemp(join(tmpdir(), "woonregie-office-"));
  try {
    const profile = join(folder, "profile");
    const out = join(folder, "out");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(join(profile, "user/registrymodifications.xcu"), RECALCULATE);
    const names = Object.keys(files);
    for (const naam of names) await writeFile(join(folder, naam), files[naam] ?? "");
    await run(SOFFICE, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--convert-to",
      "xlsx",
      "--outdir",
      out,
      ...names.map((naam) => join(folder, naam)),
    ]);
    const read = names.map(async (naam) => {
      const made = join(out, naam.replace(/\.\w+$/, ".xlsx"));
      return [naam, new Uint8Array(await readFile(made))] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
