import { formatExact, formatMoment } from "#domain/notatie.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { checkBewaard } from "#storage/controle.ts";
import { insertKetencontrole } from "#storage/inzage.repository.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";

/** Looks whether what was kept still is what it was. */
export async function runControleer(around: Surroundings): Promise<ExitCode> {
  const database = await around.openDatabase("woonregie beheer controleer", tellProgress(around));
  try {
    const found = await checkBewaard(database.eigenaar);
    const { bevriezingen, versies, documenten, wijzigingen, inzagen, opgeruimd, kop, beschadigd } =
      found;
    await insertKetencontrole(database.eigenaar, { wijzigingen, heel: found.ketenHeel });
    const count = (aantal: number) => formatExact(`${aantal}`);
    around.write(
      `Nagekeken: ${count(bevriezingen)} bevroren uitkomsten, ${count(versies)} versies, ${count(documenten)} documenten, ${count(wijzigingen)} wijzigingen en ${count(inzagen)} regels van het logboek van inzage.\n`,
    );
    if (opgeruimd) {
      around.write(
        `Van het logboek van inzage zijn ${count(opgeruimd.regels)} regels opgeruimd, tot en met ${formatMoment(opgeruimd.tot)}; voor het laatst op ${formatMoment(dagVan(new Date(opgeruimd.op)))}.\n`,
      );
    }
    if (kop)
      around.write(`Kenmerk van de laatste wijziging: ${kop}. Bewaar het buiten deze database.\n`);
    if (beschadigd.length === 0) {
      around.write("Alles past bij zijn kenmerk.\n");
      return EXIT.gedaan;
    }
    for (const naam of beschadigd) around.warn(`Past niet meer bij zijn kenmerk: ${naam}\n`);
    around.warn("Zet een reservekopie terug in een lege database, en vergelijk.\n");
    return EXIT.database;
  } finally {
    await database.close();
  }
}
