import type { Command } from "../command.ts";
import { QUESTION } from "./question-options.ts";

export const TOETS: Command = {
  name: "toets",
  summary: "toetst of een norm of afspraak gehaald wordt",
  usage: "<document of bestand.yaml> [--regio <regio>] [opties]",
  options: {
    regio: {
      type: "string",
      value: "<regio of indeling#regio>",
      text: "waar; zonder deze optie de regio die het document zelf noemt. Voor een plan of een persoon hoeft het niet",
    },
    niveau: {
      type: "string",
      value: "<niveau>",
      text: "wat een oordeel krijgt: gemeente, deelregio, regio, provincie, nederland, plan, wijk, locatie, corporatie, huishouden of persoon; anders wat bij het document past",
    },
    fase: {
      type: "string",
      value: "<programmering of realisatie>",
      text: "waar de cijfers over gaan; anders elk dat het document meet",
    },
    op: QUESTION.op,
    cijfer: {
      type: "string",
      multiple: true,
      value: "<naam[@wie]=waarde>",
      text: "een cijfer van uzelf, gaat voor: woningen@Dordrecht=1000, woningen.sociale-huur@plan-oost=30, eigendom=huur; mag vaker",
    },
    cijfers: QUESTION.cijfers,
    vul: {
      type: "string",
      multiple: true,
      value: "<naam=waarde>",
      text: "vul een parameter in die het document aan mensen laat: drempel-daeb-aandeel=27%; mag vaker",
    },
    "leg-uit": {
      type: "string",
      multiple: true,
      value: "<eis[@wie]=tekst>",
      text: "waarom er wordt afgeweken, bij een afspraak van pas toe of leg uit; mag vaker",
    },
    besluit: {
      type: "string",
      multiple: true,
      value: "<{ ontheffing, orgaan, … }>",
      text: "een besluit over ontheffing, met ontheffing (de eis), orgaan, ondergrens of bovengrens, en gemeente, datum, termijn, motivering; mag vaker",
    },
    uitleg: {
      type: "string",
      optional: true,
      value: "[wie]",
      text: "hoe een oordeel tot stand komt, tot op het cijfer met bron en datum; zonder naam: van allen",
    },
    json: QUESTION.json,
    csv: {
      type: "boolean",
      text: "een rij per eis van wie een oordeel krijgt, voor een rekenblad",
    },
  },
  notes: [
    "Wat niemand heeft geleverd, is «onvolledig»: nooit «voldoet» en nooit «voldoet niet». Wat mensen eerst moeten vaststellen, is «onbepaald». Bij een persoon of huishouden heet dat «nader onderzoek». Er is geen volgorde van beste of slechtste: de rijen staan op naam.",
    "«Te kort» is het kleinste hele aantal dat anders moet zijn om de eis te halen, bij hetzelfde totaal: 666 van 1.000 is bij twee derde 1 te weinig.",
    'JSON: { soort: "toetsuitkomst", document, op, gebied, ingevuld, zin, uitkomst }. In «uitkomst» staan eenheden (met per eis oordeel, gat, opmerkingen en verslag), overgang, botsingen, norm, meldingen, gebruikt. Met --uitleg komt «verantwoording» erbij.',
    "CSV: puntkomma's en decimale komma's, zoals een Nederlands rekenblad ze opent; code, naam, deelregio, eis, fase, oordeel, cijfer, aantal, van, deel in %, grens, te kort, richting en opmerkingen.",
  ],
  examples: [
    "woonregie toets wvrv-gemeente --regio drechtsteden --vul drempel-daeb-aandeel=27%",
    "woonregie toets wvrv-regio --regio drechtsteden --vul meetperiode=2026-01-01/2035-12-31 --cijfer woningen=1000 --cijfer betaalbare-woningen=666 --cijfer woningen.sociale-huur=300",
    'woonregie toets west-friesland-checklist --cijfer woningen@oost=100 --cijfer woningen.nultreden@oost=30 --cijfer woningen.rolstoeltoegankelijk@oost=9 --leg-uit "rolstoel@oost=geen lift in het bestaande blok"',
    "woonregie toets nijmegen-reisurgentie --cijfer reistijd=121 --cijfer toewijzingsdag=2026-07-01 --uitleg",
  ],
  run: async (asked, around) => {
    const { runToets } = await import("../toets/run-toets.ts");
    return runToets(asked, around);
  },
};
