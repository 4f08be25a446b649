import type { Command } from "../command.ts";

export const CONTROLEER: Command = {
  name: "controleer",
  summary: "kijkt documenten na en voert hun scenario's uit",
  usage: "[bestand of map …] [--schrijf]",
  options: {
    schrijf: {
      type: "boolean",
      text: "zet bij gemeenten die alleen met hun naam genoemd zijn de code; verandert verder niets",
    },
  },
  notes: [
    "Zonder bestand: alles in kaders/. Bij een document hoort een bestand <id>.scenarios.yaml in dezelfde map; dat wordt dan ook uitgevoerd.",
  ],
  examples: [
    "woonregie controleer",
    "woonregie controleer mijn-verdeling.yaml",
    "woonregie controleer mijn-map --schrijf",
  ],
  run: async (asked, around) => {
    const { runControleer } = await import("../controleer/run-controleer.ts");
    return runControleer(asked, around);
  },
};
