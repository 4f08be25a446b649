import type { Command } from "../command.ts";

export const DOCUMENTEN: Command = {
  name: "documenten",
  summary: "toont eigen documenten, leest ze in of geeft hun tekst",
  usage: "[inlezen <bestand> … | tekst <document>]",
  options: {},
  notes: [
    "Zonder meer: alle eigen documenten in de database, elk in zijn nieuwste versie.",
    "«inlezen» kijkt de bestanden samen na en bewaart ze allemaal, of geen. Van een document dat er al is, wordt het een volgende versie. Het blijft een voorbeeld of een concept: vaststellen kan alleen een bestuursorgaan.",
    "«tekst» geeft de tekst zoals hij is geschreven, ook van wat wordt meegeleverd.",
  ],
  examples: [
    "woonregie documenten",
    "woonregie documenten inlezen onze-verdeling.yaml onze-toets.yaml",
    "woonregie documenten tekst onze-verdeling > onze-verdeling.yaml",
  ],
  run: async (asked, around) => {
    const { runDocumenten } = await import("../documenten/run-documenten.ts");
    return runDocumenten(asked, around);
  },
};
