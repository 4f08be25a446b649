import { z } from "zod";
import { KEUZEN } from "#domain/verdeling.ts";
import { getal } from "./getal.ts";

const ontbrekend = z
  .strictObject({
    cijfer: z.string(),
    van: z.string().optional(),
    moment: z.string().optional(),
    botst: z.array(z.strictObject({ bron: z.string(), waarde: z.string() })).optional(),
  })
  .meta({ id: "Ontbrekend", description: "Een cijfer dat nodig is en dat niemand leverde." });

const keuzegevolg = z
  .strictObject({
    keuze: z.enum(KEUZEN),
    uitkomst: z.array(z.strictObject({ eenheid: z.string(), aantal: getal })).optional(),
    groeit: z.array(z.string()),
    open: getal,
    waarom: z.string().optional(),
  })
  .meta({ id: "Keuzegevolg", description: "Wat een keuze zou doen; geen staat al aan." });

const besluitNodig = [
  z.strictObject({
    soort: z.literal("besluit-nodig"),
    wat: z.literal("wat-niet-past"),
    stap: z.string(),
    pastNiet: getal,
    aanDeGrens: z.array(z.string()),
    keuzes: z.array(keuzegevolg),
  }),
  z.strictObject({
    soort: z.literal("besluit-nodig"),
    wat: z.literal("gelijke-stand"),
    stap: z.string(),
    onderdeel: z.string().optional(),
    kandidaten: z.array(z.string()),
    teVerdelen: z.int(),
  }),
] as const;

/** How an outcome can be other than a number. */
export const melding = z
  .union([
    z.strictObject({ soort: z.literal("onvolledig"), ontbreekt: z.array(ontbrekend) }),
    z.strictObject({
      soort: z.literal("onbepaald"),
      wat: z.string(),
      parameter: z.looseObject({ eenheid: z.string(), zekerheid: z.string() }).optional(),
      waarom: z.string(),
    }),
    ...besluitNodig,
    z.strictObject({
      soort: z.literal("onhaalbaar"),
      tekst: z.string(),
      botsend: z.array(z.string()),
      uitweg: z.array(z.string()),
    }),
    z.strictObject({ soort: z.literal("geweigerd"), regel: z.string(), reden: z.string() }),
    z.strictObject({
      soort: z.literal("niet-te-onderscheiden"),
      document: z.string(),
      cijfer: z.string(),
    }),
  ])
  .meta({ id: "Melding", description: "Waarom een uitkomst geen getal is, en wie nu aan zet is." });
