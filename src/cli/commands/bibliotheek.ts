import type { Command } from "../command.ts";

export const BIBLIOTHEEK: Command = {
  name: "bibliotheek",
  summary: "zoekt in alle documenten: wat er staat, en waar het vandaan komt",
  usage: "[zoekwoord]… [--soort <soort>] [--onderwerp <onderwerp>]",
  options: {
    soort: { type: "string", multiple: true, value: "<soort>", text: "alleen deze soort" },
    onderwerp: {
      type: "string",
      multiple: true,
      value: "<onderwerp>",
      text: "alleen over dit onderwerp",
    },
    status: { type: "string", multiple: true, value: "<status>", text: "alleen met deze status" },
    orgaan: { type: "string", multiple: true, value: "<orgaan>", text: "alleen van dit orgaan" },
    "gericht-tot": {
      type: "string",
      multiple: true,
      value: "<wie>",
      text: "alleen wat tot hen is gericht: rijk, provincie, regio, gemeente, corporatie",
    },
    cijfers: {
      type: "boolean",
      text: "ook de documenten die alleen zeggen wat een cijfer betekent",
    },
    json: { type: "boolean", text: "als JSON, voor een ander programma" },
    csv: { type: "boolean", text: "als csv, voor een rekenblad" },
  },
  notes: [
    "Een zoekwoord wordt gezocht in naam, titel, zin en bron. Met meer woorden moeten alle voorkomen.",
  ],
  examples: [
    "woonregie bibliotheek",
    "woonregie bibliotheek urgenten --soort verdeling",
    "woonregie bibliotheek Platform31 --csv",
  ],
  run: async (asked, around) => {
    const { runBibliotheek } = await import("../bibliotheek/run-bibliotheek.ts");
    return runBibliotheek(asked, around);
  },
};
