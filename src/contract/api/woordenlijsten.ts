import { z } from "zod";
import { moment, nieuweLink, wie } from "./toegang.ts";

export const lijstpad = z.object({ lijst: z.string().max(100) });

export const lijstvraag = z.object({
  versie: z.coerce.number().pipe(z.int().min(1)).optional().meta({
    description: "Een eerdere versie; zonder dit de nieuwste.",
  }),
});

export const nieuweLijst = z
  .strictObject({ regio: z.string().min(1).max(200) })
  .meta({ id: "NieuweWoordenlijst" });

export const gemaakteLijst = z.object({ lijst: z.string(), ...nieuweLink });

const MEESTE_WOORDEN = 500;

const woorden = z
  .record(z.string().max(200), z.string().trim().min(1).max(80))
  .meta({ description: "Code en woord.", examples: [{ "evenwichtige-verdeling": "fair share" }] });

export const woordenlijst = z
  .object({
    lijst: z.string(),
    regio: z.string(),
    versie: z.int().min(0),
    woorden,
    wie: z.string().optional(),
    gemaaktOp: moment.optional(),
  })
  .meta({ id: "Woordenlijst", description: "Hoe een regio dingen noemt. Codes veranderen nooit." });

export const lijstverzoek = z
  .strictObject({
    woorden: woorden.refine((all) => Object.keys(all).length <= MEESTE_WOORDEN, {
      error: `dit is te veel. Hoogstens ${MEESTE_WOORDEN} woorden.`,
    }),
    van: z.int().min(0).meta({ description: "De versie waarvan u uitging." }),
    wie: wie.optional(),
  })
  .meta({ id: "Woordenlijstverzoek" });
