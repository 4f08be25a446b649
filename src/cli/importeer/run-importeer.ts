import type { Koppeling } from "#domain/inlevering.ts";
import type { Werkmap } from "#domain/werkmap.ts";
import { beantwoord, koppel, neemOver, ontvang } from "#services/inlevering/inlevering.service.ts";
import type { Inleverkluis } from "#services/inlevering/kluis.ts";
import { openInleverkluis } from "#services/inlevering/open-kluis.ts";
import { type Leeswens, type Proef, proposeBladen, runProef } from "#services/inlevering/proef.ts";
import { findInlevering } from "#storage/inlevering.repository.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";
import { printProef } from "./print-proef.ts";
import { type Importverzoek, readImport } from "./read-request.ts";

/** Checks a file of figures, says all that is wrong with it, and takes it over where nothing is. */
export async function runImporteer(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const verzoek = readImport(asked);
  const database = await around.openDatabase("woonregie importeer", tellProgress(around));
  try {
    await around.readIn(database, () => {});
    const kluis = await openInleverkluis(database.db, around.root);
    return await runWith(kluis, verzoek, asked, around);
  } finally {
    await database.close();
  }
}

async function runWith(
  kluis: Inleverkluis,
  verzoek: Importverzoek,
  asked: Asked,
  around: Surroundings,
): Promise<ExitCode> {
  const werkmap = await readFile(kluis, verzoek);
  const wens = await readWens(kluis, werkmap, verzoek, asked.has("voorstellen"));
  const first = await runProef(kluis, kluis.db, werkmap, wens);
  const answered = withAnswers(wens, first, verzoek);
  const proef = await runProef(kluis, kluis.db, werkmap, answered);
  around.write(printProef(proef, kluis, verzoek.bestandsnaam, around.width));
  const { vragen, fouten } = proef.open;
  if (fouten.length > 0) return EXIT.fout;
  if (vragen.length > 0 || !proef.klaar) return EXIT.mensen;
  if (asked.has("proef")) {
    around.write(
      "Er is niets op te merken wat niet is gezegd. Er is niets overgenomen: dit is een proef.\n",
    );
    return EXIT.gedaan;
  }
  return takeOver(kluis, verzoek, answered, around);
}

async function readFile(kluis: Inleverkluis, verzoek: Importverzoek): Promise<Werkmap> {
  const lezing = await kluis.lees({ ...verzoek, sha256: "" });
  if (lezing.ok) return lezing.werkmap;
  const fouten = lezing.fouten.map(({ tekst }) => `${verzoek.bestandsnaam}\n  ${tekst}`);
  throw new UsageError(fouten);
}

/** How the file is read; a column of which it is not certain what it holds is told, unless asked. */
async function readWens(
  kluis: Inleverkluis,
  werkmap: Werkmap,
  { kop }: Importverzoek,
  likely: boolean,
): Promise<Leeswens> {
  const proposed = await proposeBladen(kluis, werkmap, kop);
  const bladen = proposed.filter(({ herkend }) => herkend);
  const koppelingen: readonly Koppeling[] = bladen.map(({ koppeling }) => koppeling);
  const unsure = likely
    ? []
    : bladen.flatMap(({ koppeling, onzeker }) =>
        [...onzeker].map(([kolom, tekst]) => ({ blad: koppeling.blad, kolom, tekst })),
      );
  if (unsure.length > 0) {
    const lines = unsure.map(
      ({ blad, kolom, tekst }) => `blad ${blad}, kolom ${kolom + 1}\n  ${tekst}`,
    );
    throw new UsageError([
      ...lines,
      "Kloppen deze voorstellen, geef dan «--voorstellen» mee. Anders kiest u de kolommen op het scherm.",
    ]);
  }
  return { kop, koppelingen, verbeteringen: [], bevestigingen: [], keuzes: [] };
}

function withAnswers(wens: Leeswens, { open }: Proef, { reden, keuze }: Importverzoek): Leeswens {
  if (reden === undefined) return wens;
  return {
    ...wens,
    bevestigingen: open.opmerkingen.map(({ id }) => ({ id, reden })),
    keuzes: keuze ? open.botsingen.map(({ id }) => ({ id, keuze, reden })) : [],
  };
}

async function takeOver(
  kluis: Inleverkluis,
  verzoek: Importverzoek,
  { koppelingen, bevestigingen, keuzes }: Leeswens,
  around: Surroundings,
): Promise<ExitCode> {
  const made = await ontvang(kluis, verzoek);
  if (made.soort !== "ontvangen") throw new Error("it was read a moment ago");
  await koppel(kluis, await concept(kluis, made.id), koppelingen);
  await beantwoord(kluis, await concept(kluis, made.id), { bevestigingen, keuzes });
  const { soort } = await neemOver(kluis, await concept(kluis, made.id));
  if (soort !== "overgenomen") {
    around.warn("Intussen is iets anders gaan gelden. Kijk opnieuw met «--proef».\n");
    return EXIT.mensen;
  }
  const done = await concept(kluis, made.id);
  around.write(
    `${done.uitkomst}: levering ${done.id}. Terugdraaien kan op het scherm, onder Cijfers inleveren.\n`,
  );
  return EXIT.gedaan;
}

async function concept(kluis: Inleverkluis, id: string) {
  const found = await findInlevering(kluis.db, id);
  if (!found) throw new Error("it was kept a moment ago");
  return found;
}
