import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const KADER: Command = {
  name: "kader",
  summary: "zegt wat is afgesproken, en hoe het er op een dag voor staat",
  usage: "<document of bestand.yaml> [--regio <regio>] [opties]",
  options: {
    regio: QUESTION.regio,
    op: { type: "string", value: "<datum>", text: "op welke dag: 2026-07-01; anders vandaag" },
    cijfer: QUESTION.cijfer,
    cijfers: QUESTION.cijfers,
    geland: {
      type: "string",
      multiple: true,
      value: "<bestand.yaml>",
      text: "wat er gebeurde: onder «geland» wat waar is opgenomen, onder «verslagen» de evaluaties, onder «besluiten» wat partijen besloten, onder «gebeurtenissen» per onderdeel wat er in een traject gebeurde",
    },
    vul: {
      type: "string",
      multiple: true,
      value: "<naam=waarde>",
      text: "vul in wat het document aan mensen laat: evaluatiemoment=2027-01-01; voor een onderdeel met zijn naam ervoor: verdeling-urgenten.behoefte=60; mag vaker",
    },
    json: { type: "boolean", text: "de hele stand, met exacte breuken als tekst" },
  },
  notes: [
    "Vier woorden zeggen hoe het gaat. «Op koers»: wat bekend is, is genoeg. «In gevaar»: de termijn loopt nog en het cijfer ligt achter. «Gemist»: de termijn is voorbij en het cijfer is te laag. «Niet te beoordelen»: er ontbreekt iets, of mensen moeten het beoordelen. Wat ontbreekt, is nooit «gemist». Gemeenten staan op alfabet.",
    "Een bestand voor --geland: «geland: [{ onderdeel: verdeling-urgenten, eenheid: Dordrecht, plaats: artikel 2.3, op: 2026-03-01 }]», «verslagen: [2026-12-01]», «besluiten: [{ wie: gemeenten, op: 2026-02-01, standpunt: definitief, haalbaarheid: notitie over geld }]».",
    'JSON: { soort: "kaderstand", op, gebied, ingevuld, stand }. In «stand» staan status, blokkade, partijen, sporen, themas, deelonderwerpen, onderdelen (met voortgang, waarom, metingen, landing, binding), evaluaties, naleving, ontbreekt, teLaat, opmerkingen en meldingen.',
  ],
  examples: [
    "woonregie kader gmr-aandachtsgroepen --op 2026-07-01",
    "woonregie kader gmr-aandachtsgroepen --cijfer mutatiegraad=6% --vul evaluatiemoment=2027-01-01",
    "woonregie kader drie-sporen --regio drechtsteden --geland stand.yaml",
  ],
  run: async (asked, around) => {
    const { runKader } = await import("../kader/run-kader.ts");
    return runKader(asked, around);
  },
};
