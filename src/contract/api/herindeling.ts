import { z } from "zod";
import { bladzijdevraag } from "./bladzijde.ts";
import { dag, getal } from "./getal.ts";

const zekerheid = z.enum(["vast", "aangekondigd"]);

export const herindelingenvraag = z.strictObject({
  ...bladzijdevraag,
  zekerheid: zekerheid.optional().meta({
    description: "Alleen doorgevoerde (vast) of alleen aangekondigde.",
  }),
  gemeente: z.string().optional().meta({
    description: "Alleen herindelingen waar deze gemeente in voorkomt.",
    example: "GM1980",
  }),
});

const gemeente = z.strictObject({ code: z.string(), naam: z.string() });

const overgang = z.strictObject({
  van: z.string(),
  naar: z.string(),
  deel: z
    .union([
      z.literal("onbekend"),
      z.strictObject({
        deel: getal,
        laag: getal.optional(),
        hoog: getal.optional(),
        gewicht: z.string(),
      }),
    ])
    .optional()
    .meta({
      description: "Er niet als alles overgaat; anders welk deel, en wat daarvoor is geteld.",
    }),
});

export const herindeling = z
  .strictObject({
    id: z.string().meta({ example: "2022-01-01-GM1980" }),
    datum: dag,
    soort: z.enum(["samenvoeging", "splitsing", "grenswijziging"]),
    zekerheid,
    van: z.array(gemeente),
    naar: z.array(gemeente),
    bronnen: z.array(z.string()),
    overgangen: z.array(overgang),
  })
  .meta({
    id: "Herindeling",
    description: "Wat op een dag tegelijk gebeurt. Een aangekondigde telt nergens mee.",
  });
