import { z } from "zod";

const punt = z
  .tuple([z.number(), z.number()])
  .meta({ description: "Naar rechts en naar beneden, in eenheden van de kaart." });

const pad = z.string().meta({
  description: "Een SVG-pad in eenheden van de kaart; vul met evenodd.",
  examples: ["M10,20l5,0,0,5z"],
});

const vorm = z.object({
  code: z.string().meta({ examples: ["GM0505"] }),
  naam: z.string(),
  pad,
  naamplek: punt.meta({ description: "Waar de naam het best staat." }),
});

/** The shapes of a region for a screen; what colour they get is for whoever draws them. */
export const kaart = z
  .object({
    regio: z.string(),
    titel: z.string(),
    soort: z.enum(["schematisch", "grenzen"]).meta({
      description: "Schematische cellen rond het midden van elke gemeente, of echte grenzen.",
    }),
    bron: z.string(),
    peildatum: z.string(),
    breedte: z.int(),
    hoogte: z.int(),
    meters: z.int().meta({ description: "Meters per eenheid van de kaart." }),
    gemeenten: z.array(vorm).meta({ description: "De leden van de regio, op alfabet." }),
    omgeving: z.array(vorm).meta({ description: "Wat er verder in beeld is." }),
    omtrek: pad.meta({ description: "De buitengrens van de regio." }),
    deelgrenzen: pad.meta({ description: "De grenzen tussen deelregio's." }),
    opschriften: z.array(z.object({ tekst: z.string(), plek: punt })).meta({
      description: "Namen van wateren en buurlanden.",
    }),
    zonderVorm: z.array(z.string()).meta({ description: "Leden die niet op de kaart staan." }),
    melding: z.string().optional().meta({ description: "Waarom een bestand niet is gebruikt." }),
  })
  .meta({ id: "Kaart" });

export type Kaart = z.infer<typeof kaart>;

export const kaartvraag = z.strictObject({
  regio: z
    .string()
    .min(1)
    .max(200)
    .meta({
      description: "De naam van een regio, `indeling@versie#regio`, of «nederland».",
      examples: ["drechtsteden"],
    }),
  op: z
    .string()
    .regex(/^\d{4}(?:-\d{2}-\d{2}|-H[12]|-Q[1-4])?$/)
    .default("2026-01-01")
    .meta({ description: "De dag waarop leden tellen, of een periode.", examples: ["2026-01-01"] }),
});
