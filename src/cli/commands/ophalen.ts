import type { Command } from "../command.ts";

export const OPHALEN: Command = {
  name: "ophalen",
  summary: "haalt cijfers, grenzen of plannen op bij de bron, en zegt wat er verandert",
  usage: "[cbs <tabel> | pdok | woningbouwkaart | verder <taak> | ongedaan <taak>]",
  options: {
    maat: { type: "string", value: "<code>", text: "cbs: de maat; zonder ziet u welke er zijn" },
    cijfer: {
      type: "string",
      value: "<indicator>",
      text: "cbs: welk cijfer van Woonregie het wordt",
    },
    periode: {
      type: "string",
      value: "<code>",
      multiple: true,
      text: "cbs: een periode zoals 2024JJ00; mag vaker",
    },
    gebied: {
      type: "string",
      value: "gemeente|provincie|nederland",
      multiple: true,
      text: "cbs: voor welke gebieden; mag vaker (anders: gemeente)",
    },
    stand: {
      type: "string",
      value: "begin|einde",
      text: "cbs: telt CBS een stand aan het begin of aan het einde van de periode",
    },
    kies: {
      type: "string",
      value: "<dimensie>=<code>",
      multiple: true,
      text: "cbs: het onderdeel van een andere dimensie; mag vaker",
    },
    jaar: { type: "string", value: "<jaar>", text: "pdok: het jaar van de grenzen" },
    bestand: {
      type: "string",
      value: "<f.geojson>",
      text: "pdok: grenzen uit een bestand (GeoJSON of TopoJSON) in plaats van het netwerk",
    },
    op: {
      type: "string",
      value: "<datum>",
      text: "woningbouwkaart: de dag waarvoor de cijfers gelden, als de bron er geen noemt",
    },
  },
  notes: [
    "Zonder woorden ziet u wat er eerder is opgehaald. Stopt u halverwege, dan is bewaard wat al binnen was: «verder» gaat daar verder, «ongedaan» zet terug wat er stond.",
    "Er wordt alleen opgehaald bij datasets.cbs.nl, api.pdok.nl en nationalewoningbouwkaart.nl. Met WOONREGIE_NETWERK=nee gebeurt dat nooit; een bestand inlezen kan dan wel.",
  ],
  examples: [
    "woonregie ophalen pdok --jaar 2026",
    "woonregie ophalen cbs 84985NED",
    "woonregie ophalen cbs 81955NED --maat M000001 --cijfer woningvoorraad --stand begin --periode 2024JJ00 --kies Gebruiksfunctie=A045364",
  ],
  run: async (asked, around) => {
    const { runOphalen } = await import("../ophalen/run-ophalen.ts");
    return runOphalen(asked, around);
  },
};
