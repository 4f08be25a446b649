import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";
import { kop, onderwerp, soort, status } from "./kop.ts";
import { vaststelling } from "./vaststelling.ts";

export const documentenvraag = z.strictObject({
  ...bladzijdevraag,
  soort: soort.optional(),
  onderwerp: onderwerp.optional(),
  status: status.optional(),
});

/** The name of a document in a path. */
export const documentpad = z.strictObject({
  id: z.string().meta({
    description: "De nieuwste versie (`id`), of één versie (`id@versie`).",
    example: "sleutel-inwoners",
  }),
});

export const documentInLijst = z.strictObject(kop).meta({ id: "DocumentInLijst" });

const zindeel = z
  .strictObject({
    tekst: z.string(),
    pad: z
      .string()
      .optional()
      .meta({ description: "Waar dit deel in de tekst van het document staat." }),
    status: z
      .string()
      .optional()
      .meta({ description: "Waarom mensen dit deel nog moeten invullen, als dat zo is." }),
  })
  .meta({ id: "Zindeel" });

export const document = z
  .strictObject({
    ...kop,
    zin: z.string().meta({ description: "De zin die dit document is." }),
    zindelen: z.array(zindeel),
    parameters: z.array(z.string()),
    tekst: z.string().meta({ description: "Het adres van de tekst zelf, in YAML." }),
    vaststellingen: z.array(vaststelling).meta({
      description: "Welke bestuursorganen precies deze tekst vaststelden.",
    }),
  })
  .meta({ id: "Document" });
