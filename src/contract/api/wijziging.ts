import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";

const dag = z.iso.date("schrijf een dag als 2026-11-30.");

/** Which changes are asked for, and which page of them. */
export const wijzigingenvraag = z.strictObject({
  ...bladzijdevraag,
  onderwerp: z
    .string()
    .max(100)
    .optional()
    .meta({ description: "Waarvan de wijziging is.", example: "document" }),
  sleutel: z
    .string()
    .max(300)
    .optional()
    .meta({ description: "Het id, of hoe het begint.", example: "mijn-verdeling" }),
  van: dag.optional().meta({ description: "De eerste dag." }),
  tot: dag.optional().meta({ description: "De laatste dag." }),
});

const veld = z.strictObject({
  veld: z.string(),
  was: z.string().optional(),
  wordt: z.string().optional(),
});

export const wijziging = z
  .strictObject({
    nummer: z.int().min(1).meta({ description: "De plaats in de keten van wijzigingen." }),
    op: z.iso.datetime(),
    onderwerp: z.string(),
    wat: z.string().meta({ description: "Hetzelfde in woorden." }),
    sleutel: z.string(),
    soort: z.enum(["gemaakt", "gewijzigd", "verwijderd"]),
    door: z.strictObject({
      persoon: z.string().optional().meta({ description: "Alleen voor collega's." }),
      organisatie: z.string().optional(),
    }),
    reden: z.string().optional(),
    velden: z.array(veld).meta({ description: "Wat er stond en wat er kwam; van inhoud niets." }),
  })
  .meta({ id: "Wijziging" });
