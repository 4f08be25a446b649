import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const TRAJECT: Command = {
  name: "traject",
  summary: "zegt waar een traject staat, wie aan zet is en wat ontbreekt",
  usage: "<document of bestand.yaml> [--gebeurtenissen <bestand>] [opties]",
  options: {
    gebeurtenissen: {
      type: "string",
      multiple: true,
      value: "<bestand.yaml of .csv>",
      text: "wat er gebeurde; yaml met een lijst «gebeurtenissen», of csv met dezelfde woorden als kolommen",
    },
    gebeurtenis: {
      type: "string",
      multiple: true,
      value: '<"stap=…, stuk=…, op=…">',
      text: "één gebeurtenis: stap en op, met stuk, orgaan, naar, klaar of genodigde, en voor wie (gemeente=…); mag vaker",
    },
    regio: QUESTION.regio,
    op: { type: "string", value: "<datum>", text: "op welke dag u kijkt; anders vandaag" },
    begin: {
      type: "string",
      value: "<datum>",
      text: "de eerste dag van het traject; wat eerder was, telt niet",
    },
    cijfer: {
      type: "string",
      multiple: true,
      value: "<naam[@gemeente]=waarde>",
      text: "een cijfer voor een poort of een weg: achterstand-taakstelling=4; mag vaker",
    },
    vul: {
      type: "string",
      multiple: true,
      value: "<naam=waarde>",
      text: 'vul een parameter in: inwerkingtreding=2026-07-01, termijn-reactie="6 weken"; mag vaker',
    },
    termijnenwet: {
      type: "string",
      value: "<ja of nee>",
      text: "of een wettelijke termijn die in een weekend of op een feestdag eindigt, doorloopt (Algemene termijnenwet); zonder deze optie niet, en dan staat dat erbij",
    },
    teken: {
      type: "string",
      optional: true,
      value: "[bestand.svg]",
      text: "alleen de tekening; met een bestand als plaatje",
    },
    json: { type: "boolean", text: "de hele stand" },
  },
  notes: [
    "Alleen een stap die van de wet moet, houdt iets tegen. Bij een andere stap staat wat ontbreekt, en mensen mogen verder: «klaar=2026-03-01, reden=…». De reden blijft staan.",
    "Wat niet kan gebeurd zijn, wordt genoemd en verandert niets: een onbekende stap, een orgaan dat niet bevoegd is, een dag na «--op».",
    'JSON: { soort: "trajectstand", stand, gebied }. In «stand» staan stap, status, stappen, blokkade, ontbreekt, teLaat, vervolg, aanZet, vergrendeld, taken, bezoeken, opmerkingen en meldingen.',
  ],
  examples: [
    "woonregie traject mra-indeling --op 2025-12-04",
    'woonregie traject mra-indeling --gebeurtenis "stap=adviesnota, klaar=2026-02-20, reden=ambtelijk akkoord" --op 2026-03-01',
    'woonregie traject koppeling-vergunninghouder --gebeurtenis "stap=koppeling, stuk=koppeling, op=2026-01-05" --op 2026-03-17',
    "woonregie traject interventieladder --cijfer achterstand-taakstelling=4 --teken ladder.svg",
  ],
  run: async (asked, around) => {
    const { runTraject } = await import("../traject/run-traject.ts");
    return runTraject(asked, around);
  },
};
