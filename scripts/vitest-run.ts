import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** One test of a run; `title` holds the titles of its groups too, `file` its path from the root. */
export type TestResult = {
  readonly title: string;
  readonly status: string;
  readonly file: string;
};

/** What a run of vitest said, and whether all of it went well. */
export type TestRun = { readonly ok: boolean; readonly results: readonly TestResult[] };

type JsonReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/**
 * Runs vitest and shows what it says as it goes.
 *
 * A file that could not be read counts as one failed test, and so does a run that ended
 * badly without a failed test.
 */
export async function runVitest(args: readonly string[]): Promise<TestRun> {
  const folder = await mkdtemp(join(tmpdir(), "woonregie-tests-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await succeeds(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args]);

  const report = await readFile(file, "utf8").catch(() => '{ "testResults": [] }');
  await rm(folder, { recursive: true });
  const results = readResults(JSON.parse(report));
  const explained = ok || results.some(({ status }) => status === "failed");
  return {
    ok,
    results: explained ? results : [...results, { title: "vitest", status: "failed", file: "" }],
  };
}

function succeeds(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.on("close", (code) => resolve(code === 0));
  });
}

function readResults({ testResults }: JsonReport): TestResult[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      status,
      file,
    }));
    const explained = status !== "failed" || tests.some((test) => test.status === "failed");
    return explained ? tests : [...tests, { title: name, status: "failed", file }];
  });
}
