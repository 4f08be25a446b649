import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addGemeentecodes } from "#contract/kader/edit.ts";
import { HOOGSTE_GROOTTE } from "#contract/kader/leesfout.ts";
import { documentnaam } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readText } from "../open-document.ts";
import type { Surroundings } from "../surroundings.ts";
import { createStyle } from "../text/style.ts";
import { indent } from "../text/wrap.ts";
import { type CheckResult, checkDocuments } from "./check-documents.ts";
import { type CheckFile, findFiles, shownPath } from "./find-files.ts";

/** More than this many good documents are counted, not listed. */
const LISTED = 12;

/** Reads documents, runs their proofs, and tells everything that is wrong. */
export async function runControleer(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const { words } = asked;
  const files = findFiles(words.length > 0 ? words : [join(around.root, "kaders")]);
  const basis = await around.loadBasis();
  if (asked.has("schrijf")) writeCodes(files, basis, around);
  const results = checkDocuments(files, basis);
  around.write(`${report(results, around)}\n`);
  return results.some(({ fouten }) => fouten.length > 0) ? EXIT.fout : EXIT.gedaan;
}

/** Puts codes before names of gemeenten; every other byte stays as it was. */
function writeCodes(files: readonly CheckFile[], { kennis }: Basis, { write }: Surroundings): void {
  for (const { path } of files) {
    const { tekst, toegevoegd } = addGemeentecodes(readText(path, HOOGSTE_GROOTTE), kennis);
    if (toegevoegd.length === 0) continue;
    writeFileSync(path, tekst);
    write(`${shownPath(path)}: code gezet bij ${toegevoegd.join(", ")}\n`);
  }
}

function report(results: readonly CheckResult[], { width, colour }: Surroundings): string {
  const style = createStyle(colour);
  const asLines = (text: string) => {
    const [place = "", ...below] = text.split("\n");
    return [style.bold(place), ...below.flatMap((line) => indent(line, 2, width))];
  };
  const fouten = results.flatMap(({ fouten: own }) => own.flatMap(asLines));
  const opmerkingen = results.flatMap(({ opmerkingen: own }) =>
    own.flatMap((text) => asLines(text.replace("\n  ", "\n  Opmerking: "))),
  );
  const good = results.length > LISTED ? [] : results.flatMap(goodLine);
  return [...fouten, ...opmerkingen, ...good, summary(results)].join("\n");
}

function goodLine({ path, document, fouten, goed }: CheckResult): string[] {
  if (!document || fouten.length > 0) return [];
  const proofs = goed > 0 ? `, ${scenarios(goed)} goed` : "";
  return [`${path}  ${document.soort} ${documentnaam(document)}: goed${proofs}`];
}

function summary(results: readonly CheckResult[]): string {
  const count = (of: (result: CheckResult) => number) =>
    results.reduce((sum, result) => sum + of(result), 0);
  const wrong = results.filter(({ fouten }) => fouten.length > 0).length;
  const parts = [
    `${results.length} ${results.length === 1 ? "document" : "documenten"}`,
    wrong === 0 ? "geen fouten" : `${wrong} met fouten`,
    `${scenarios(count(({ goed }) => goed))} goed`,
  ];
  return `${parts.join(", ")}.`;
}

function scenarios(count: number): string {
  return count === 1 ? "1 scenario" : `${count} scenario's`;
}
