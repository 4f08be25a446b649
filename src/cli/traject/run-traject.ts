import { writeFileSync } from "node:fs";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { drawTraject } from "#services/traject/traject.service.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { createStyle } from "../text/style.ts";
import { UsageError } from "../usage-error.ts";
import { drawText } from "./draw-text.ts";
import { printStand } from "./print-stand.ts";
import { type Request, readRequest } from "./read-request.ts";

/** Works out where a traject stands and shows it: as a page, a drawing, a picture or JSON. */
export async function runTraject(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const request = readRequest(asked, await around.loadBasis(), around.now());
  const { stand } = request.blad;
  const file = asked.one("teken");
  if (file === undefined) around.write(`${render(asked, request, around)}\n`);
  else savePicture(file, request, around);
  const wanting = stand.blokkade.length + stand.meldingen.length + stand.teLaat.length;
  return wanting > 0 ? EXIT.mensen : EXIT.gedaan;
}

function render(asked: Asked, request: Request, around: Surroundings): string {
  const { blad } = request;
  const { width } = around;
  const style = createStyle(around.colour);
  if (asked.has("json")) {
    return toCanoniek({ soort: "trajectstand", stand: blad.stand, gebied: blad.gebied.id });
  }
  if (asked.has("teken")) return drawText(blad, width, style).join("\n");
  return printStand({ ...request, width, style });
}

/** @throws UsageError where the file is no picture, or cannot be written. */
function savePicture(file: string, { blad }: Request, around: Surroundings): void {
  if (!/\.svg$/i.test(file)) {
    throw new UsageError([
      `--teken ${file}\n  De tekening is een svg. Schrijf «--teken ${file}.svg».`,
    ]);
  }
  try {
    writeFileSync(file, drawTraject(blad));
  } catch {
    throw new UsageError([`--teken ${file}\n  Dit bestand kan niet worden geschreven.`]);
  }
  around.warn(`De tekening staat in ${file}.\n`);
}
