import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";
import { dag } from "./getal.ts";

const kenmerk = z.string().max(200);

export const vaststelpad = z.object({ id: kenmerk });

const wat = {
  document: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Eén versie van een document (`id@versie`)." }),
  versie: z.string().max(100).optional().meta({ description: "Een bewaarde versie." }),
};

export const vaststelvraag = z.strictObject({ ...bladzijdevraag, ...wat });

const orgaan = z.enum(["minister", "ps", "gs", "raad", "college"]);

const stuk = z
  .object({
    titel: z.string(),
    kenmerk: z.string().meta({ description: "Het nummer dat het orgaan het gaf." }),
    link: z.string().optional(),
    sha256: z.string().optional().meta({ description: "Het kenmerk van het bestand." }),
  })
  .meta({ id: "Besluitstuk" });

export const vaststelling = z
  .object({
    id: z.string(),
    ...wat,
    kenmerk: z.string().meta({ description: "De sha256 van precies wat is vastgesteld." }),
    over: z.string().meta({ description: "De bevoegdheid, met haar naam in de lijst." }),
    orgaan,
    vanWie: z.string(),
    organisatie: z.string(),
    datum: dag,
    stuk,
    ingetrokken: z.object({ datum: dag, stuk }).optional(),
  })
  .meta({
    id: "Vaststelling",
    description: "Dat een bestuursorgaan iets vaststelde, met zijn besluit.",
  });

const besluit = {
  datum: dag.meta({ description: "De dag van het besluit." }),
  stuk: z.strictObject({
    titel: z.string().max(1000),
    kenmerk: z.string().max(1000),
    link: z.string().max(2000).default(""),
    sha256: z.string().max(200).default(""),
  }),
};

export const nieuweVaststelling = z
  .strictObject({
    ...wat,
    over: z.string().max(100),
    organisatie: z.string().max(100).optional().meta({
      description: "De organisatie, als u voor meer handelt.",
    }),
    ...besluit,
  })
  .meta({ id: "NieuweVaststelling" });

export const nieuweIntrekking = z.strictObject(besluit).meta({ id: "NieuweIntrekking" });
