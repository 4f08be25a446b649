import type { Option } from "../command.ts";

/** The options in which a question is put; they mean the same to every command that has them. */
export const QUESTION = {
  regio: {
    type: "string",
    value: "<regio of indeling#regio>",
    text: "voor wie; zonder deze optie de regio die het document zelf noemt",
  },
  op: {
    type: "string",
    value: "<datum of periode>",
    text: "wanneer: 2026-01-01, 2026, 2026-H1; anders vandaag",
  },
  cijfer: {
    type: "string",
    multiple: true,
    value: "<naam[@gemeente]=waarde>",
    text: "een cijfer van uzelf, gaat voor: urgenten=420..480, urgenten=450, mutatiegraad=5%..6%, inwoners@Dordrecht=122847, of =onbekend; mag vaker",
  },
  cijfers: {
    type: "string",
    multiple: true,
    value: "<bestand.yaml of .csv>",
    text: "cijfers uit een bestand; csv met de kolommen cijfer;gebied;waarde (en laag, hoog, moment, bron, opmerking)",
  },
  vul: {
    type: "string",
    multiple: true,
    value: "<naam=waarde>",
    text: "vul in wat het document aan mensen laat: een parameter, wat-niet-past=open, sleutel=inwoners, behoefte=60, gelijke-standen=A,B; mag vaker",
  },
  json: { type: "boolean", text: "de hele uitkomst, met exacte breuken als tekst" },
} as const satisfies Readonly<Record<string, Option>>;
