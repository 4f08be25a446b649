import type { Asked } from "../command.ts";
import { readText } from "../open-document.ts";
import { readFigureFile } from "./figure-file.ts";
import { readFigureOptions } from "./figure-input.ts";

const MOST_BYTES = 20_000_000;

/** Every figure behind `--cijfers` and `--cijfer`, with what is wrong in how it was written. */
export function readFigures(asked: Asked): ReturnType<typeof readFigureOptions> {
  const readings = [
    ...asked.all("cijfers").map((file) => readFigureFile(readText(file, MOST_BYTES), file)),
    readFigureOptions(asked.all("cijfer")),
  ];
  return {
    figures: readings.flatMap(({ figures }) => figures),
    fouten: readings.flatMap(({ fouten }) => fouten),
  };
}
