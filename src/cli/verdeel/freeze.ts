import { toBevriezing } from "#services/kader/bevriezing.service.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import type { Asked } from "../command.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import type { Request } from "./read-request.ts";
import type { Sheet } from "./sheet.ts";

/** Keeps the outcome with all it stands on, and says under which name. */
export async function freezeOutcome(
  asked: Asked,
  { tekst, ingevuld }: Request,
  { tabel, basis }: Sheet,
  around: Surroundings,
): Promise<void> {
  const verklaring = asked.one("verklaring");
  const inhoud = toBevriezing({
    vraag: tabel.vraag,
    tekst,
    tekstVan: basis.tekstVan,
    ingevuld,
    ...(verklaring === undefined ? {} : { verklaring }),
  });
  const database = await around.openDatabase("woonregie verdeel", tellProgress(around));
  try {
    const { hash, nieuw } = await insertBevriezing(database.db, inhoud);
    const done = nieuw ? "Bevroren" : "Was al bevroren";
    // With JSON or csv the result must stay what a program can read.
    const say = asked.has("json") || asked.has("csv") ? around.warn : around.write;
    say(`\n${done}: ${hash}\nReken het na met: woonregie herbereken ${hash.slice(0, 12)}\n`);
  } finally {
    await database.close();
  }
}
