import type { Command } from "../command.ts";
import { EXIT } from "../exit-code.ts";

export const START: Command = {
  name: "start",
  summary: "start het scherm op deze computer",
  usage: "[--poort <poort>]",
  options: {
    poort: { type: "string", value: "<poort>", text: "op welke poort; anders 4173" },
  },
  notes: ["Hetzelfde als «npm start»."],
  examples: ["woonregie start", "woonregie start --poort 8080"],
  run: async (asked, around) => {
    const port = asked.one("poort");
    const started = await around.start(port === undefined ? [] : ["--poort", port]);
    return started ? EXIT.gedaan : EXIT.database;
  },
};
