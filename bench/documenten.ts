import { loadDocument } from "#contract/kader/load.ts";
import type { Verdeling } from "#domain/verdeling.ts";

/** What a document of the bench divides. */
export const OPGAVE = 10_000;

/** A key as a document of its own, read by the loader of the product. */
export function sleutelDocument(cijfer: string, voorwaarde?: string): Verdeling {
  const bound = voorwaarde ? `, voorwaarden: [{ ${voorwaarde} }], wat-niet-past: open` : "";
  const text = `soort: verdeling
id: sleutel-${cijfer}
titel: Naar rato van ${cijfer}
onderwerp: woningbouw
spoor: 1
bron: voorbeeld van de bench
status: voorbeeld
opgave: { aantal: ${OPGAVE}, eenheid: woningen, periode: jaar }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: ${cijfer} }${bound} }]
`;
  const read = loadDocument(text, { bestand: `sleutel-${cijfer}.yaml` });
  if (!read.ok || read.document.soort !== "verdeling") {
    throw new Error(`het document over ${cijfer} wordt niet gelezen: ${JSON.stringify(read)}`);
  }
  return read.document;
}

/** A verdeling of nearly 1 MB: thousands of parameters with their sources, and 300 steps. */
export function largeDocument(): string {
  const head = `soort: verdeling
id: groot-document
titel: Een heel groot document
onderwerp: woningbouw
spoor: 1
bron: voorbeeld van de bench
status: voorbeeld
opgave: { aantal: 10000, eenheid: woningen, periode: jaar }
parameters:
`;
  const steps = Array.from(
    { length: 300 },
    (_, i) => `  - naam: stap-${i}
    over: gemeenten
    sleutel: { naar-rato-van: inwoners }
    voorwaarden:
      - { minstens: ${i + 1} }
      - { hoogstens: deel-${i} van inwoners, voor: { bij: [GM0505 Dordrecht, GM0363 Amsterdam] } }
`,
  ).join("");
  const parameters: string[] = [];
  for (let size = head.length + steps.length; size < 985_000; ) {
    const number = String(parameters.length).padStart(5, "0");
    const name = parameters.length < 300 ? `deel-${parameters.length}` : `parameter-${number}`;
    const parameter = `  ${name}:
    eenheid: deel
    waarde: 0.${number}
    zekerheid: aanname
    bron: { stuk: "Afsprakenkader ${number}", plaats: hoofdstuk 3, stand: beleid }
    toelichting: Wat partijen hierover afspraken, en wie het later mag wijzigen.
`;
    parameters.push(parameter);
    size += parameter.length;
  }
  return `${head}${parameters.join("")}stappen:\n${steps}`;
}
