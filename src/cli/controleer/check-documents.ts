import { readFileSync } from "node:fs";
import { type Documentfout, formatFout } from "#contract/kader/fout.ts";
import type { Kennis } from "#contract/kader/kennis.ts";
import { HOOGSTE_GROOTTE } from "#contract/kader/leesfout.ts";
import { type Laadresultaat, loadDocument } from "#contract/kader/load.ts";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { proveScenario, provesDocument } from "#services/scenario/scenario.service.ts";
import { readText } from "../open-document.ts";
import { type CheckFile, shownPath } from "./find-files.ts";

/** What came of one document: what is wrong, what is remarkable, and how its proofs went. */
export type CheckResult = {
  readonly path: string;
  readonly document?: RegieDocument;
  /** Each in its two lines. */
  readonly fouten: readonly string[];
  readonly opmerkingen: readonly string[];
  readonly goed: number;
};

type Read = CheckFile & { readonly tekst: string };

/** Checks documents that may point to each other and to those that ship, and runs their proofs. */
export function checkDocuments(
  files: readonly CheckFile[],
  shipped: Basis,
): readonly CheckResult[] {
  const read = files.map((file) => ({ ...file, tekst: readText(file.path, HOOGSTE_GROOTTE) }));
  const basis = withDocumentsOf(read, shipped);
  return read.map((file) => checkOne(file, basis));
}

function load({ path, tekst }: Read, kennis: Kennis): Laadresultaat {
  return loadDocument(tekst, { bestand: shownPath(path), kennis });
}

/** What ships with, on top of it, these documents: good ones are known to each other. */
function withDocumentsOf(read: readonly Read[], shipped: Basis): Basis {
  const { bibliotheek: _all, ...alone } = shipped.kennis;
  const first = read.flatMap((file) => {
    const result = load(file, alone);
    return result.ok ? [result.document] : [];
  });
  const own = createBibliotheek(first);
  const bibliotheek = {
    ...shipped.bibliotheek,
    find: (naam: string) => own.find(naam) ?? shipped.bibliotheek.find(naam),
  };
  return { ...shipped, bibliotheek, kennis: { ...withIndicatoren(first, shipped), bibliotheek } };
}

/** Only where there are new ones: the list that ships is read as far as it is asked. */
function withIndicatoren(documents: readonly RegieDocument[], { kennis }: Basis): Kennis {
  const own = documents.flatMap((document) =>
    document.soort === "indicator" && !kennis.indicatoren?.has(document.id)
      ? [[document.id, document.uitsplitsing] as const]
      : [],
  );
  if (own.length === 0) return kennis;
  return { ...kennis, indicatoren: new Map([...(kennis.indicatoren ?? []), ...own]) };
}

function checkOne(file: Read, basis: Basis): CheckResult {
  const result = load(file, basis.kennis);
  const opmerkingen = result.opmerkingen.map(formatFout);
  const path = shownPath(file.path);
  const nothing = { path, opmerkingen, goed: 0 };
  if (!result.ok) return { ...nothing, fouten: result.fouten.map(formatFout) };
  const { document } = result;
  if (!file.scenarios) return { ...nothing, document, fouten: [] };
  return { ...nothing, document, ...prove(file.scenarios, file, document, basis) };
}

type Proofs = Pick<CheckResult, "fouten" | "goed">;

function prove(scenarios: string, file: Read, document: RegieDocument, basis: Basis): Proofs {
  const bestand = shownPath(scenarios);
  const read = loadScenarios(readFileSync(scenarios, "utf8"), { bestand, kennis: basis.kennis });
  if (!read.ok) return { fouten: read.fouten.map(formatFout), goed: 0 };
  if (!provesDocument(read.document, document)) {
    const tekst = `Dit bestand bewijst «${read.document}», maar ernaast staat versie ${document.versie} van «${document.id}». Pas «document» aan.`;
    const fout: Documentfout = { bestand, regel: 1, kolom: 1, pad: "document", tekst };
    return { fouten: [formatFout(fout)], goed: 0 };
  }
  const fouten: string[] = [];
  let goed = 0;
  for (const scenario of read.scenarios) {
    const tell = (tekst: string) =>
      fouten.push(
        formatFout({ bestand, ...scenario.plaats, pad: `scenario «${scenario.naam}»`, tekst }),
      );
    const differences = tryProve(scenario, file, basis, tell);
    if (differences?.length === 0) goed += 1;
    for (const { wat, verwacht, gekregen } of differences ?? []) {
      tell(`${wat}: verwacht is ${verwacht}, er komt ${gekregen} uit.`);
    }
  }
  return { fouten, goed };
}

function tryProve(
  scenario: Parameters<typeof proveScenario>[0],
  { path, tekst }: Read,
  basis: Basis,
  tell: (tekst: string) => void,
) {
  try {
    return proveScenario(scenario, { pad: shownPath(path), tekst }, basis);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    tell(describeRuleError(error));
    return undefined;
  }
}
