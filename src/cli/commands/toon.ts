import type { Command } from "../command.ts";

export const TOON: Command = {
  name: "toon",
  summary: "toont een document als zin, een gemeente of een regio",
  usage: "[document, gemeente of regio] [--op <datum>]",
  options: {
    op: { type: "string", value: "<datum of periode>", text: "wanneer; anders vandaag" },
  },
  notes: [
    "Zonder naam: alle documenten per soort, en alle regio's.",
    "«toon herindelingen»: welke gemeenten samengingen of splitsten, en wat is aangekondigd.",
  ],
  examples: [
    "woonregie toon",
    "woonregie toon gmr-urgenten",
    "woonregie toon Dordrecht",
    "woonregie toon drechtsteden --op 2026-01-01",
    "woonregie toon herindelingen",
  ],
  run: async (asked, around) => {
    const { runToon } = await import("../toon/run-toon.ts");
    return runToon(asked, around);
  },
};
