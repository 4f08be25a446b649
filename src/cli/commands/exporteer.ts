import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";
import { VERDEEL } from "./verdeel.ts";

const { naast } = VERDEEL.options;

export const EXPORTEER: Command = {
  name: "exporteer",
  summary: "schrijft een verdeling als rekenblad met formules, csv, plaatje of stuk",
  usage: "<document of bestand.yaml> --regio <regio> --als <soort> [opties]",
  options: {
    als: {
      type: "string",
      multiple: true,
      value: "<soort>",
      text: "xlsx, ods, csv, tabel.png, kaart.png, a4.pdf, oplegger.docx, nota.pdf, was-wordt.pdf …; zonder deze optie ods; mag vaker",
    },
    naar: {
      type: "string",
      value: "<map>",
      text: "in welke map; anders de map waar u staat",
    },
    gemeente: {
      type: "string",
      value: "<gemeente>",
      text: "bij een A4: alleen voor deze gemeente; anders voor elke gemeente, in één bestand",
    },
    was: {
      type: "string",
      value: "<kenmerk>",
      text: "bij was-wordt: de bevroren uitkomst van eerst; het begin is genoeg",
    },
    wordt: { type: "string", value: "<kenmerk>", text: "bij was-wordt: de uitkomst van nu" },
    regio: QUESTION.regio,
    op: QUESTION.op,
    cijfer: QUESTION.cijfer,
    cijfers: QUESTION.cijfers,
    vul: QUESTION.vul,
    ...(naast ? { naast } : {}),
  },
  notes: [
    "Een rekenblad (xlsx, ods) heeft de cijfers, de rekenwijze in formules, de uitkomst, de verantwoording en de versie. Naast elk getal staat wat Woonregie uitrekende; wat een rekenblad niet eerlijk kan narekenen, staat er in waarden, met de reden.",
    "Stukken voor mensen zijn er als .pdf en .docx: a4 (voor de eigen wethouder), oplegger, nota, en was-wordt tussen twee bevroren uitkomsten. Een cijfer dat u zelf intypt heeft geen bron; dan staat op elke bladzijde dat het stuk alleen voor eigen gebruik is. Zet het met zijn bron in een bestand, dan vervalt dat.",
    "Een bestand dat er al staat, wordt overschreven als het van dezelfde vraag is: de naam noemt regio, onderwerp en moment.",
  ],
  examples: [
    "woonregie exporteer urgenten-bovengrens --regio mra --cijfers regio.csv --als a4.pdf --als oplegger.docx",
    "woonregie exporteer --was 3f2a1b2c --wordt 9c1d44e0 --als was-wordt.pdf",
    "woonregie exporteer sleutel-inwoners --regio drechtsteden --cijfer urgenten=450 --als ods",
    "woonregie exporteer urgenten-bovengrens --regio mra --cijfer mutatiegraad=6% --vul wat-niet-past=open --als xlsx --als kaart.png",
  ],
  run: async (asked, around) => {
    const { runExporteer } = await import("../exporteer/run-exporteer.ts");
    return runExporteer(asked, around);
  },
};
