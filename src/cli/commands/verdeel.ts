import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const VERDEEL: Command = {
  name: "verdeel",
  summary: "rekent uit wie welk deel neemt, met waar elk getal vandaan komt",
  usage: "<document of bestand.yaml> --regio <regio> [opties]",
  options: {
    regio: QUESTION.regio,
    op: QUESTION.op,
    cijfer: QUESTION.cijfer,
    cijfers: QUESTION.cijfers,
    vul: QUESTION.vul,
    naast: {
      type: "string",
      multiple: true,
      value: "<document>",
      text: "leg een ander document ernaast, op dezelfde cijfers; mag vaker",
    },
    "al-toegewezen": {
      type: "string",
      value: "<aantal>",
      text: "hoeveel van een maximum al is gebruikt; de uitkomst zegt dan hoeveel ruimte er nog is",
    },
    aanbod: {
      type: "string",
      value: "<aantal>",
      text: "hoeveel er daar bovenop wordt aangeboden; meer dan er ruimte is wordt geweigerd",
    },
    ruil: {
      type: "string",
      multiple: true,
      value: '<"van>naar=aantal">',
      text: "een afgesproken ruil tussen twee gemeenten; mag vaker",
    },
    uitleg: {
      type: "string",
      optional: true,
      value: "[gemeente]",
      text: "hoe een getal tot stand komt, tot op het cijfer met bron en datum; zonder gemeente: de hele verdeling",
    },
    json: QUESTION.json,
    csv: { type: "boolean", text: "een rij per gemeente, voor een rekenblad" },
    bevries: {
      type: "boolean",
      text: "bewaar de uitkomst met alles waar zij op rust, om later na te rekenen",
    },
    verklaring: {
      type: "string",
      value: "<tekst>",
      text: "bij --bevries: van wie de ingevulde cijfers en keuzes zijn, en waarom",
    },
  },
  notes: [
    "Er is geen volgorde van beste of slechtste: de rijen staan per deelregio en op alfabet, en geen sleutel gaat voor. Wat niemand heeft geleverd, is «onbekend» en geen nul.",
    'JSON: { soort: "verdeeltabel", document, op, gebied, ingevuld, kolommen, vergelijkingen, nu }. Elke kolom is { document, titel, status, zin, uitkomst }; in «uitkomst» staan opgave, eenheden, open, jaren, ernaast, meldingen, stappen, gebruikt en aannames. Elk getal is exacte tekst: "450", "16610.04" of "1/3". Met --uitleg komt «verantwoording» erbij.',
    "CSV: puntkomma's en decimale komma's, zoals een Nederlands rekenblad ze opent; code, gemeente, deelregio en nu, en dan per document laag, midden, hoog, aanbod, deel van aanbod in %, over (laag, midden, hoog), open en saldo.",
  ],
  examples: [
    "woonregie verdeel sleutel-inwoners --regio drechtsteden --cijfer urgenten=420..480 --cijfer mutatiegraad=5%..6%",
    "woonregie verdeel sleutel-inwoners --naast sleutel-sociale-huur --regio drechtsteden --cijfer urgenten=450",
    "woonregie verdeel urgenten-bovengrens --regio mra --cijfer mutatiegraad=6% --vul wat-niet-past=open",
    "woonregie verdeel sleutel-inwoners --regio drechtsteden --cijfer urgenten=450 --uitleg Dordrecht",
    "woonregie verdeel mijn-verdeling.yaml --regio mra --cijfers opgaven.csv --csv > uitkomst.csv",
  ],
  run: async (asked, around) => {
    const { runVerdeel } = await import("../verdeel/run-verdeel.ts");
    return runVerdeel(asked, around);
  },
};
