import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { compareVersies } from "#services/rekenversie/was-wordt.ts";
import { STUKVORMEN } from "#services/stukken/stukken.service.ts";
import { uitvoerVanBevriezing } from "#services/uitvoer/bevroren-uitvoer.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { findBevriezing } from "#storage/bevriezing.repository.ts";
import type { Database } from "#storage/database.ts";
import type { VersieInhoud } from "#storage/rekenversie.repository.ts";
import type { Asked } from "../command.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";
import { type Stukbestand, writePaper } from "./stukken.ts";

/** What two frozen outcomes beside each other can be written as. */
export const WAS_WORDT: readonly string[] = STUKVORMEN.map((vorm) => `was-wordt.${vorm}`);

/** Writes what differs between two frozen outcomes, each by its kenmerk or the beginning of it. */
export async function writeWasWordt(
  namen: readonly string[],
  asked: Asked,
  basis: OpenbareBasis,
  around: Surroundings,
): Promise<readonly Stukbestand[]> {
  const [before, after] = [asked.one("was"), asked.one("wordt")];
  if (before === undefined || after === undefined) throw new UsageError([BEIDE]);
  const database = await around.openDatabase("woonregie exporteer", tellProgress(around));
  try {
    const was = await read(before, database, basis);
    const wordt = await read(after, database, basis);
    const compared = compareVersies(basis, was.inhoud, wordt.inhoud);
    if (!compared.ok) throw new UsageError(compared.fouten);
    const { sleutels } = compared;
    const vraag = { soort: "was-wordt", was: was.blad, sleutels } as const;
    const vormen = STUKVORMEN.filter((vorm) => namen.includes(`was-wordt.${vorm}`));
    return await Promise.all(vormen.map((vorm) => writePaper(wordt.blad, vraag, vorm, around)));
  } finally {
    await database.close();
  }
}

const BEIDE =
  "Was-wordt legt twee bevroren uitkomsten naast elkaar. Noem beide: «--was 3f2a1b2c --wordt 9c1d…».";

async function read(
  begin: string,
  { db }: Database,
  basis: OpenbareBasis,
): Promise<{ readonly blad: Uitvoerblad; readonly inhoud: VersieInhoud }> {
  const found = await findBevriezing(db, begin.toLowerCase());
  if (found.soort !== "gevonden") {
    const why = found.soort === "geen" ? "Er is geen" : "Er is meer dan één";
    throw new UsageError([`${why} bevroren uitkomst met kenmerk ${begin}.`]);
  }
  const made = uitvoerVanBevriezing(basis, found.bevriezing);
  if (!made.ok) throw new UsageError(made.fouten);
  const inhoud = { naam: begin, adres: "", regio: "", ongebronde: [] };
  const { blad } = made;
  // On the command line the way back to an outcome is the line that carries it out again.
  const adres = `woonregie herbereken ${found.bevriezing.hash.slice(0, 16)}`;
  return {
    blad: { ...blad, herkomst: { ...blad.herkomst, adres } },
    inhoud: { ...inhoud, bevriezingen: [found.bevriezing] },
  };
}
