import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether LibreOffice is on this machine; a test that needs it is skipped where it is not. */
export async function hasLibreOffice(): Promise<boolean> {
  return run("soffice", ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Lets LibreOffice open files and save them as another kind; answers in the order of the files. */
export async function convertTo(
  kind: string,
  files: readonly { readonly naam: string; readonly inhoud: string | Uint8Array }[],
): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), "woonregie-soffice-"));
  try {
    const paths = files.map(({ naam }) => join(folder, naam));
    for (const [i, { inhoud }] of files.entries()) await writeFile(paths[i] ?? "", inhoud);
    const profile = `-env:UserInstallation=file://${join(folder, "profiel")}`;
    const out = join(folder, "uit");
    await run("soffice", [profile, "--headless", "--convert-to", kind, "--outdir", out, ...paths]);
    const [extension = ""] = kind.split(":");
    const made = files.map(({ naam }) => naam.replace(/[^.]+$/u, extension));
    return await Promise.all(made.map((naam) => readFile(join(out, naam))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
