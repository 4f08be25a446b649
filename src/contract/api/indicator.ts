import { z } from "zod";
import { BETROUWBAARHEDEN } from "#domain/indicator.ts";
import { bladzijdevraag } from "./bladzijde.ts";
import { getal } from "./getal.ts";
import { kop, onderwerp } from "./kop.ts";

export const indicatorenvraag = z.strictObject({
  ...bladzijdevraag,
  onderwerp: onderwerp.optional(),
  niveau: z.string().optional().meta({ description: "gemeente, regio, plan, huishouden, …" }),
});

export const betrouwbaarheid = z.enum(BETROUWBAARHEDEN).meta({ id: "Betrouwbaarheid" });

export const indicator = z
  .strictObject({
    ...kop,
    zin: z.string().meta({ description: "Wat het cijfer betekent, in een zin." }),
    eenheid: z.string(),
    niveau: z.array(z.string()),
    meetmoment: z.enum(["peildatum", "periode"]),
    uitsplitsing: z.array(z.string()),
    optelbaar: z.boolean().meta({ description: "Of een som over gebieden iets betekent." }),
    betrouwbaarheid,
    marge: z
      .strictObject({ soort: z.enum(["procentpunt", "procent", "eenheid"]), waarde: getal })
      .optional(),
    definitie: z.strictObject({ landelijk: z.string(), wijktAf: z.string().optional() }).optional(),
    herkomst: z
      .strictObject({
        tabel: z.string().optional(),
        maat: z.string().optional(),
        link: z.string().optional(),
      })
      .optional(),
    kleineAantallen: z.boolean().meta({
      description:
        "Of dit een cijfer over een groep mensen is, dat in kleine aantallen dicht blijft.",
    }),
  })
  .meta({ id: "Indicator" });
