import type { Command } from "../command.ts";

export const HERBEREKEN: Command = {
  name: "herbereken",
  summary: "rekent een bevroren uitkomst na, tot op de byte",
  usage: "<kenmerk of het begin ervan> | --bestand <f.json>",
  options: {
    bestand: {
      type: "string",
      value: "<f.json>",
      text: "een bevroren uitkomst uit een bestand in plaats van uit de database",
    },
  },
  notes: ["Het kenmerk is wat «woonregie verdeel … --bevries» noemt; het begin is genoeg."],
  examples: ["woonregie herbereken 3f2a1b2c", "woonregie herbereken --bestand bevroren.json"],
  run: async (asked, around) => {
    const { runHerbereken } = await import("../herbereken/run-herbereken.ts");
    return runHerbereken(asked, around);
  },
};
