import { z } from "zod";
import { OPMERKINGDELINGEN } from "#domain/opmerking.ts";
import { bladzijdeVan, bladzijdevraag } from "./bladzijde.ts";
import { moment } from "./toegang.ts";

export const opmerkingpad = z.object({ opmerking: z.string().max(100) });

const gemeente = z
  .string()
  .regex(/^GM\d{4}$/)
  .meta({ examples: ["GM0505"] });

const zichtbaarheid = z.enum(OPMERKINGDELINGEN).meta({
  description: "Wie de opmerking ziet nadat de gemeente haar heeft gezien.",
});

export const opmerkingvraag = z.object({ ...bladzijdevraag, gemeente: gemeente.optional() });

export const nieuweOpmerking = z
  .strictObject({
    gemeente,
    adres: z
      .string()
      .max(2000)
      .meta({
        description: "De pagina waar het over gaat, als pad op deze server.",
        examples: ["/gemeenten/GM0505"],
      }),
    waarover: z.string().max(200),
    tekst: z.string().max(4000).meta({
      description: "Zonder namen of gegevens van personen. Een opmerking verandert niet meer.",
    }),
    zichtbaarheid,
    kring: z.string().max(100).optional(),
  })
  .meta({ id: "NieuweOpmerking" });

export const nieuwAntwoord = z
  .strictObject({ tekst: z.string().max(4000) })
  .meta({ id: "NieuwAntwoord" });

export const opmerking = z
  .object({
    opmerking: z.string(),
    gemeente: z.string(),
    adres: z.string(),
    waarover: z.string(),
    tekst: z.string(),
    van: z.string().meta({ description: "De organisatie die haar maakte." }),
    zichtbaarheid,
    op: moment,
    gezienOp: moment
      .optional()
      .meta({ description: "Ontbreekt zolang de gemeente haar niet zag." }),
    antwoorden: z.array(z.object({ tekst: z.string(), van: z.string(), op: moment })),
  })
  .meta({
    id: "Opmerking",
    description: "De gemeente ziet haar als eerste; anderen pas nadat zij haar heeft gezien.",
  });

export const opmerkingen = bladzijdeVan("Opmerkingen", opmerking);
