import { z } from "zod";
import { getal } from "./getal.ts";

export const herkomst = z
  .strictObject({
    indicator: z.string(),
    gebied: z.string(),
    moment: z.string().optional(),
    bron: z.string(),
    betrouwbaarheid: z.string().optional(),
    opmerking: z.string().optional(),
  })
  .meta({ id: "Herkomst", description: "Waar een cijfer vandaan komt." });

type Verantwoording = {
  readonly wat: string;
  readonly waarde?: string | undefined;
  readonly laag?: string | undefined;
  readonly hoog?: string | undefined;
  readonly eenheid?: string | undefined;
  readonly herkomst?: z.infer<typeof herkomst> | undefined;
  readonly pad?: string | undefined;
  readonly delen: readonly Verantwoording[];
};

/** The account of a number: a tree down to figures, rules and rounding. */
export const verantwoording: z.ZodType<Verantwoording> = z
  .lazy(() =>
    z.strictObject({
      wat: z.string(),
      waarde: z.string().optional().meta({ description: "Een precies getal, of een woord." }),
      laag: getal.optional(),
      hoog: getal.optional(),
      eenheid: z.string().optional(),
      herkomst: herkomst.optional(),
      pad: z.string().optional(),
      delen: z.array(verantwoording),
    }),
  )
  .meta({
    id: "Verantwoording",
    description: "Hoe een getal tot stand komt, tot op het cijfer, de regel en de afronding.",
  });
