import { z } from "zod";
import { parseMoment } from "#domain/peildatum.ts";
import { bladzijdevraag } from "./bladzijde.ts";
import { getal } from "./getal.ts";
import { betrouwbaarheid } from "./indicator.ts";

export const waarnemingenvraag = z.strictObject({
  ...bladzijdevraag,
  indicator: z.string().optional().meta({ description: "De id van een indicator." }),
  gebied: z
    .string()
    .optional()
    .meta({ description: "De code van een gemeente of provincie, of `nederland`." }),
  moment: z
    .string()
    .refine(
      (text) => parseMoment(text) !== undefined,
      "schrijf een dag (2026-01-01) of een periode (2026, 2026-H1).",
    )
    .optional()
    .meta({ description: "Alleen cijfers van deze dag of periode." }),
});

const inhoud = z
  .discriminatedUnion("soort", [
    z.strictObject({
      soort: z.literal("getal"),
      waarde: getal,
      laag: getal.optional(),
      hoog: getal.optional(),
    }),
    z.strictObject({ soort: z.literal("kenmerk"), code: z.string() }),
    z.strictObject({
      soort: z.literal("duur"),
      duur: z.strictObject({
        aantal: z.int(),
        maat: z.enum(["dagen", "weken", "maanden", "jaar"]),
      }),
    }),
    z.strictObject({ soort: z.literal("datum"), datum: z.iso.date() }),
    z.strictObject({ soort: z.literal("onbekend") }),
  ])
  .meta({ id: "Inhoud", description: "Een getal, een kenmerk, een duur, een dag, of onbekend." });

export const waarneming = z
  .strictObject({
    indicator: z.string(),
    cel: z.array(z.string()).meta({ description: "Het deel van een uitgesplitst cijfer." }),
    gebied: z.string(),
    moment: z.string().optional(),
    inhoud,
    bron: z.string(),
    betrouwbaarheid: betrouwbaarheid.optional(),
    status: z.enum(["voorlopig", "vast", "voorbeeld"]).optional(),
    opmerking: z.string().optional(),
  })
  .meta({ id: "Waarneming", description: "Een cijfer: wat, waar, wanneer, en van wie." });
