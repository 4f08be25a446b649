import { formatExact, formatMoment } from "#domain/notatie.ts";
import { type Herberekening, recompute } from "#services/kader/bevriezing.service.ts";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import { type BevriezingInhoud, hashBevriezing } from "#storage/bevriezing-hash.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readText } from "../open-document.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { beside, withoutControls } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { readFrozenFile } from "./frozen-file.ts";

type Frozen = BevriezingInhoud & { readonly bevrorenOp?: string };

/** Runs a frozen outcome again, from the database or from a file, and says what differs. */
export async function runHerbereken(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const frozen = await findFrozen(asked, around);
  const outcome = recompute(frozen);
  around.write(`${describe(frozen, outcome, around.width).join("\n")}\n`);
  if (outcome.soort === "gelijk") return EXIT.gedaan;
  return outcome.soort === "anders" ? EXIT.mensen : EXIT.fout;
}

const MOST_BYTES = 50_000_000;

async function findFrozen(asked: Asked, around: Surroundings): Promise<Frozen> {
  const file = asked.one("bestand");
  const [begin, ...others] = asked.words;
  if (file !== undefined && begin === undefined) {
    return readFrozenFile(readText(file, MOST_BYTES), file);
  }
  if (begin === undefined || others.length > 0 || file !== undefined) {
    throw new UsageError([
      "Noem één kenmerk (het begin is genoeg) of één bestand: «woonregie herbereken 3f2a1b2c» of «--bestand f.json».",
    ]);
  }
  return fromDatabase(begin.toLowerCase(), around);
}

async function fromDatabase(begin: string, around: Surroundings): Promise<Frozen> {
  if (!/^[0-9a-f]{1,64}$/.test(begin)) {
    throw new UsageError([
      `«${begin}» is geen kenmerk. Een kenmerk bestaat uit cijfers en de letters a tot en met f; het begin is genoeg.`,
    ]);
  }
  const database = await around.openDatabase("woonregie herbereken", tellProgress(around));
  try {
    const found = await findBevriezing(database.db, begin);
    if (found.soort === "gevonden") return found.bevriezing;
    throw new UsageError([
      found.soort === "geen"
        ? `Er is geen bevroren uitkomst met kenmerk ${begin}. Kijk of WOONREGIE_VAR of DATABASE_URL naar de goede database wijst.`
        : `Er zijn meer bevroren uitkomsten die zo beginnen:\n  ${found.hashes.join("\n  ")}\nGeef meer van het kenmerk.`,
    ]);
  } finally {
    await database.close();
  }
}

const LABEL = 14;

function describe(frozen: Frozen, outcome: Herberekening, width: number): readonly string[] {
  const { document, op, gebied, engineVersie, bevrorenOp } = frozen;
  return [
    ...beside("Kenmerk", hashBevriezing(frozen), LABEL, width),
    ...beside("Document", `${document.id}@${document.versie}`, LABEL, width),
    ...beside("Regio", gebied, LABEL, width),
    ...beside("Op", op, LABEL, width),
    ...beside("Rekenkern", `versie ${engineVersie}`, LABEL, width),
    ...(bevrorenOp ? beside("Bevroren op", momentText(bevrorenOp), LABEL, width) : []),
    ...filledLines(frozen, width),
    ...beside("Nagerekend", verdict(outcome), LABEL, width),
    ...details(outcome, width),
  ];
}

function momentText(iso: string): string {
  return `${formatMoment(iso.slice(0, 10))}, ${iso.slice(11, 16)} uur UTC`;
}

/** What people filled in then, and what they said of it. */
function filledLines({ ingevuld }: Frozen, width: number): readonly string[] {
  const stored: { readonly ingevuld?: object; readonly verklaring?: string } = JSON.parse(ingevuld);
  const entries = Object.entries(stored.ingevuld ?? {});
  const filled = entries.map(([naam, value]) => `${naam}: ${JSON.stringify(value)}`).join(", ");
  return [
    ...(filled ? beside("Ingevuld", filled, LABEL, width) : []),
    ...(stored.verklaring
      ? beside("Verklaring", withoutControls(stored.verklaring), LABEL, width)
      : []),
  ];
}

function verdict(outcome: Herberekening): string {
  if (outcome.soort === "gelijk") {
    return `dezelfde bytes (${formatExact(`${outcome.bytes}`)} bytes)`;
  }
  if (outcome.soort === "onleesbaar") return "kan niet meer worden gelezen:";
  return `anders. Toen rekenkern ${outcome.toen}, nu ${outcome.nu}; dit verschilt:`;
}

function details(outcome: Herberekening, width: number): readonly string[] {
  if (outcome.soort === "gelijk") return [];
  if (outcome.soort === "onleesbaar") {
    return outcome.fouten.flatMap((fout) => beside("  –", fout, 4, width));
  }
  return outcome.verschillen.flatMap(({ pad, toen, nu }) =>
    beside("  –", `${pad}: toen ${toen}, nu ${nu}`, 4, width),
  );
}
