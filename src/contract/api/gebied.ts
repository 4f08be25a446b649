import { z } from "zod";
import { isDatum } from "#domain/peildatum.ts";
import { bladzijdevraag } from "./bladzijde.ts";
import { dag } from "./getal.ts";

/** The day for which something is asked. */
const opVraag = z
  .string()
  .refine(isDatum, "schrijf een dag als 2026-01-01.")
  .optional()
  .meta({ description: "De dag waarop het geldt; anders die van de meegeleverde gebieden." });

export const gebiedenvraag = z.strictObject({
  ...bladzijdevraag,
  op: opVraag,
  soort: z
    .enum(["gemeente", "provincie"])
    .optional()
    .meta({ description: "Alleen gebieden van deze soort." }),
  provincie: z.string().optional().meta({ description: "Alleen gemeenten van deze provincie." }),
});

export const gebied = z
  .strictObject({
    code: z.string().meta({ description: "De code van het CBS.", example: "GM0505" }),
    soort: z.enum(["gemeente", "provincie"]),
    naam: z.string(),
    provincie: z.string().optional().meta({ description: "De code van de provincie." }),
    corop: z.string().optional().meta({ description: "De code van het COROP-gebied." }),
    sinds: dag.optional().meta({ description: "De eerste dag, waar die bekend is." }),
    tot: dag.optional().meta({ description: "De laatste dag; er niet zolang het gebied bestaat." }),
  })
  .meta({ id: "Gebied" });
