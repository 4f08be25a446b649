import type { Command } from "../command.ts";

export const IMPORTEER: Command = {
  name: "importeer",
  summary: "leest een bestand met cijfers in, na een controle",
  usage: "<bestand> --afzender <wie> --bron <bron> [--proef]",
  options: {
    afzender: { type: "string", value: "<wie>", text: "wie de cijfers levert" },
    bron: { type: "string", value: "<bron>", text: "zo staat het bij elk cijfer" },
    cijfer: {
      type: "string",
      value: "<id>",
      text: "welk cijfer het is, voor kolommen die het niet zeggen",
    },
    moment: {
      type: "string",
      value: "<moment>",
      text: "van wanneer, voor kolommen die het niet zeggen: 2026-01-01, 2025",
    },
    regio: { type: "string", value: "<regio>", text: "meld welke gemeenten hiervan ontbreken" },
    peildatum: { type: "string", value: "<dag>", text: "de laatste dag die de bron meet" },
    licentie: { type: "string", value: "<licentie>", text: "bijvoorbeeld CC BY 4.0" },
    betrouwbaarheid: { type: "string", value: "<woord>", text: "gemeten, geschat of aanname" },
    status: { type: "string", value: "<woord>", text: "voorlopig of vast" },
    voorstellen: { type: "boolean", text: "neem ook kolommen zoals zij lijken te zijn" },
    reden: { type: "string", value: "<tekst>", text: "waarom elke opmerking klopt" },
    keuze: {
      type: "string",
      value: "<keuze>",
      text: "gaat-voor of naast-elkaar, waar een ander iets anders leverde (met --reden)",
    },
    proef: { type: "boolean", text: "alleen controleren, er gaat niets gelden" },
  },
  notes: [
    "Eerst wordt alles gecontroleerd; elke fout en opmerking staat erbij, per cel. Bij een fout gaat er niets gelden: verbeter het bestand. Bij een opmerking of een keuze zegt u waarom met «--reden». Op het scherm (Cijfers inleveren) kan het per cel.",
  ],
  examples: [
    'woonregie importeer plannen.xlsx --afzender "Gemeente Dordrecht" --bron "eigen telling" --proef',
    'woonregie importeer woningen.csv --afzender Regio --bron "monitor 2026" --moment 2026-01-01',
  ],
  run: async (asked, around) => {
    const { runImporteer } = await import("../importeer/run-importeer.ts");
    return runImporteer(asked, around);
  },
};
