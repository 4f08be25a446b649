import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const VERGELIJK: Command = {
  name: "vergelijk",
  summary: "legt twee documenten of twee regio's naast elkaar",
  usage: "<document of regio> <ander document of regio> [--regio <regio>]",
  options: {
    regio: { ...QUESTION.regio, text: "voor wie de uitkomst wordt vergeleken" },
    op: QUESTION.op,
    cijfer: QUESTION.cijfer,
    cijfers: QUESTION.cijfers,
    vul: QUESTION.vul,
    json: { type: "boolean", text: "de verschillen in woorden als JSON" },
  },
  notes: [
    "Van twee regio's ziet u wie in beide zit en wie in een van de twee, met hoe zeker dat is, en of een afspraak voor de ene is af te stemmen op de andere. Een regio uit een bepaalde indeling schrijft u als indeling#regio.",
    "Ook twee versies van hetzelfde document (naam@1 en naam@2) of een document van uzelf (bestand.yaml).",
    "Van twee verdelingen komt de uitkomst per gemeente ernaast; van twee indelingen welke gemeenten ergens anders liggen. Geen van beide gaat voor.",
  ],
  examples: [
    "woonregie vergelijk sleutel-inwoners sleutel-sociale-huur --regio drechtsteden --cijfer urgenten=450",
    "woonregie vergelijk gmr-urgenten friesland-urgenten",
    "woonregie vergelijk corop-2024 provincies-2024",
    "woonregie vergelijk arnhem-nijmegen corop-arnhem-nijmegen",
  ],
  run: async (asked, around) => {
    const { runVergelijk } = await import("../vergelijk/run-vergelijk.ts");
    return runVergelijk(asked, around);
  },
};
