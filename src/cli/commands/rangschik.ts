import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const RANGSCHIK: Command = {
  name: "rangschik",
  summary: "zegt wie voorgaat, en waarom",
  usage: "<document of bestand.yaml> --kandidaten <bestand.csv> [opties]",
  options: {
    kandidaten: {
      type: "string",
      multiple: true,
      value: "<bestand.csv>",
      text: "wie er zijn: een rij per kandidaat, de eerste kolom «kandidaat», elke andere een kenmerk; een lege cel is onbekend",
    },
    kandidaat: {
      type: "string",
      multiple: true,
      value: '<"naam: kenmerk=waarde, …">',
      text: "een kandidaat op de regel; «alle: kenmerk=waarde» geldt voor wie het niet zelf zegt; mag vaker",
    },
    regio: {
      type: "string",
      value: "<regio of indeling#regio>",
      text: "bij een rangorde van gemeenten: welke; anders de regio die het document zelf noemt",
    },
    op: QUESTION.op,
    vul: {
      type: "string",
      multiple: true,
      value: "<naam=waarde>",
      text: "vul in wat het document aan mensen laat: een parameter, of gelijke-standen=A,B als besluit; mag vaker",
    },
    loting: {
      type: "string",
      multiple: true,
      value: '<"orgaan datum: A, B">',
      text: "een loting die gehouden is: door wie, wanneer, en wie voor wie kwam; hier wordt nooit geloot",
    },
    uitleg: {
      type: "string",
      optional: true,
      value: "[kandidaat]",
      text: "waarom iemand staat waar hij staat; zonder naam: van allen",
    },
    json: QUESTION.json,
    csv: { type: "boolean", text: "een rij per kandidaat, voor een rekenblad" },
  },
  notes: [
    "Wie gelijk staat of in een open trede valt, staat bij elkaar: daarover beslissen mensen. Wat onbekend is, is geen nee: wie daardoor niet te beoordelen is, krijgt nader onderzoek. Hangt een plaats van iets onbekends af, dan staat er wat eerst bekend moet zijn.",
    "Noem kandidaten met een nummer of een letter, en geef alleen de kenmerken die het document vraagt. Er wordt niets van hen bewaard.",
    'JSON: { soort: "rangordeuitkomst", document, op, zin, uitkomst }. In «uitkomst» staan plaatsen, kandidaten (met toelating, punten, regels en termijnen), meldingen en gebruikt. Met --uitleg komt «verantwoording» erbij.',
    "CSV: puntkomma's en decimale komma's; plaats, tot en met, wie, stand, punten en waarom.",
  ],
  examples: [
    "woonregie rangschik holland-rijnland-standplaatsen --kandidaten zoekers.csv",
    'woonregie rangschik holland-rijnland-standplaatsen --kandidaat "Kim: relatie=verhuisd-kind, sinds-verhuizing=25 jaar, inschrijfduur=24 maanden" --kandidaat "Sam: relatie=geen, inschrijfduur=130 maanden" --uitleg Kim',
    'woonregie rangschik nob-waar-zoeken --kandidaat "Oss: eigen-gemeente=ja" --kandidaat "alle: eigen-gemeente=nee, familie-in-gemeente=nee"',
  ],
  run: async (asked, around) => {
    const { runRangschik } = await import("../rangschik/run-rangschik.ts");
    return runRangschik(asked, around);
  },
};
