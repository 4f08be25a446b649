import { SOORTNAMEN } from "#domain/toegang.ts";
import { voegOrganisatieToe } from "#services/toegang/begin.service.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { assertGood } from "../usage-error.ts";

/** Lets a body take part, with a first beheerder: nobody could invite that one. */
export async function runOrganisatie(
  naam: string,
  asked: Asked,
  around: Surroundings,
): Promise<ExitCode> {
  const vraag = {
    ...{ naam, soort: asked.one("soort") ?? "", beheerder: asked.one("beheerder") ?? "" },
    ...{ gebied: asked.one("gebied") ?? "", tot: asked.one("tot") ?? "" },
  };
  const database = await around.openDatabase("woonregie beheer organisatie", tellProgress(around));
  try {
    const uitkomst = await voegOrganisatieToe(database.eigenaar, vraag, around.now());
    if (uitkomst.soort === "fouten") assertGood(uitkomst.fouten);
    if (uitkomst.soort !== "gedaan") return EXIT.fout;
    const { organisatie, bestond } = uitkomst;
    around.write(
      bestond
        ? `${organisatie.naam} deed al mee. Er is een beheerder bij: ${vraag.beheerder}.\n`
        : `${organisatie.naam} (${SOORTNAMEN[organisatie.soort]}) doet mee. Beheerder: ${vraag.beheerder}.\n`,
    );
    around.write("Wie zich met dat adres aanmeldt, kan daar mensen uitnodigen.\n");
    return EXIT.gedaan;
  } finally {
    await database.close();
  }
}
