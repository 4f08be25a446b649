import { z } from "zod";
import { probleem } from "./probleem.ts";

export const documentinzending = z
  .strictObject({
    tekst: z.string().meta({ description: "Het document, in YAML." }),
    van: z.int().min(0).default(0).meta({
      description: "De versie waarvan u uitging; 0 voor een nieuw document.",
    }),
    reden: z.string().trim().max(500).optional().meta({
      description: "Waarom u het verandert, voor wie de geschiedenis leest.",
    }),
  })
  .meta({ id: "Documentinzending" });

/** The id of an own document in a path; a version is no document of its own. */
export const eigenpad = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "schrijf het id zonder versie, in kleine letters.")
    .meta({ description: "Het id van een eigen document.", example: "mijn-verdeling" }),
});

export const bewaardDocument = z
  .strictObject({
    id: z.string(),
    versie: z.int().min(1),
    titel: z.string(),
    tekst: z.string().meta({ description: "De tekst zoals zij is bewaard, met haar versie." }),
    nieuw: z.boolean().meta({ description: "Of deze tekst er nog niet stond." }),
  })
  .meta({ id: "BewaardDocument" });

const documentverschil = z.strictObject({
  pad: z.string().meta({ description: "Waar in het document, of welk deel van de kop." }),
  links: z.string().optional().meta({ description: "Wat de bewaarde versie zegt." }),
  rechts: z.string().optional().meta({ description: "Wat uw tekst zegt." }),
});

const botsend = z.strictObject({
  plaats: z.string().meta({ description: "Waar in de tekst, in woorden." }),
  was: z.string().optional().meta({ description: "Wat er stond toen u begon." }),
  ander: z.string().optional().meta({ description: "Wat er nu staat." }),
  uw: z.string().optional().meta({ description: "Wat u stuurde." }),
  kiezen: z.boolean().meta({ description: "Of u het allebei veranderde, elk anders." }),
});

/** What stands there meanwhile, and how it differs from what was sent. */
export const documentbotsing = probleem
  .extend({
    nieuwste: z
      .strictObject({ versie: z.int(), tekst: z.string(), bewaardOp: z.iso.datetime() })
      .optional()
      .meta({ description: "Wat er nu staat; niets als het is weggegooid." }),
    uitgangspunt: z.int().optional().meta({ description: "De versie waarvan u uitging." }),
    verschillen: z.array(documentverschil).optional(),
    velden: z.array(botsend).optional().meta({
      description: "Elk onderdeel dat een van beiden veranderde.",
    }),
  })
  .meta({ id: "Documentbotsing", description: "Een ander bewaarde intussen; niets is weg." });

/** As the schemas have it, for whoever reads the answer. */
export type Documentbotsing = Readonly<z.infer<typeof documentbotsing>>;
export type BewaardDocument = Readonly<z.infer<typeof bewaardDocument>>;

const benoemd = z.looseObject({ code: z.string(), naam: z.string() });

export const taalgegevens = z
  .object({
    peildatum: z.string(),
    gemeenten: z.array(benoemd),
    provincies: z.array(benoemd),
    andereNamen: z.array(benoemd),
    documenten: z.array(z.looseObject({ soort: z.string(), id: z.string() })),
    codelijsten: z.record(z.string(), z.array(z.string())),
    bevoegdheden: z.array(z.looseObject({ over: z.string() })),
    eigen: z.array(z.string()).meta({ description: "De ids van eigen documenten." }),
  })
  .meta({ id: "Taalgegevens" });
