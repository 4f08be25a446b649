import type { Command } from "../command.ts";

export const BEHEER: Command = {
  name: "beheer",
  summary: "toont de database, of leest in wat wordt meegeleverd",
  usage: "[inlezen]",
  options: {},
  notes: [
    "De database staat in de map van WOONREGIE_VAR (anders ./var), of op de PostgreSQL-server van DATABASE_URL. Eén programma tegelijk gebruikt de map; is zij in gebruik, dan staat erbij door wie.",
  ],
  examples: ["woonregie beheer", "woonregie beheer inlezen"],
  run: async (asked, around) => {
    const { runBeheer } = await import("../beheer/run-beheer.ts");
    return runBeheer(asked, around);
  },
};
