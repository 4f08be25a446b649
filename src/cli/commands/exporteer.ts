import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";
import { VERDEEL } from "./verdeel.ts";

const { naast } = VERDEEL.options;

export const EXPORTEER: Command = {
  name: "exporteer",
  summary: "schrijft een verdeling als rekenblad met formules, csv of plaatje",
  usage: "<document of bestand.yaml> --regio <regio> --als <soort> [opties]",
  options: {
    als: {
      type: "string",
      multiple: true,
      value: "<soort>",
      text: "xlsx, ods, csv, tabel.png, staven.svg, kaart.png, cijfers.csv …; zonder deze optie ods; mag vaker",
    },
    naar: {
      type: "string",
      value: "<map>",
      text: "in welke map; anders de map waar u staat",
    },
    regio: QUESTION.regio,
    op: QUESTION.op,
    cijfer: QUESTION.cijfer,
    cijfers: QUESTION.cijfers,
    vul: QUESTION.vul,
    ...(naast ? { naast } : {}),
  },
  notes: [
    "Een rekenblad (xlsx, ods) heeft de cijfers, de rekenwijze in formules, de uitkomst, de verantwoording en de versie. Naast elk getal staat wat Woonregie uitrekende; wat een rekenblad niet eerlijk kan narekenen, staat er in waarden, met de reden.",
    "Een bestand dat er al staat, wordt overschreven als het van dezelfde vraag is: de naam noemt regio, onderwerp en moment.",
  ],
  examples: [
    "woonregie exporteer sleutel-inwoners --regio drechtsteden --cijfer urgenten=450 --als ods",
    "woonregie exporteer urgenten-bovengrens --regio mra --cijfer mutatiegraad=6% --vul wat-niet-past=open --als xlsx --als kaart.png",
  ],
  run: async (asked, around) => {
    const { runExporteer } = await import("../exporteer/run-exporteer.ts");
    return runExporteer(asked, around);
  },
};
