import { z } from "zod";
import { OORDELEN } from "#domain/oordeel.ts";
import { parseMoment } from "#domain/peildatum.ts";

export const toetsopdracht = z
  .strictObject({
    document: z
      .string()
      .optional()
      .meta({ description: "Een toets: `id` of `id@versie`. Dit, of een eigen `tekst`." }),
    tekst: z.string().optional().meta({ description: "Een eigen toets, in YAML." }),
    regio: z.string().optional().meta({ description: "De regio, waar het niveau er een heeft." }),
    niveau: z.string().optional().meta({ description: "Het niveau; anders het eerste dat past." }),
    op: z
      .string()
      .refine(
        (text) => parseMoment(text) !== undefined,
        "schrijf een dag (2026-01-01) of een periode (2026, 2026-H1).",
      )
      .optional()
      .meta({ description: "De dag of periode waarop getoetst wordt." }),
  })
  .meta({ id: "Toetsopdracht", example: { document: "wvrv-regio", regio: "drechtsteden" } });

const oordeel = z
  .strictObject({
    eis: z.string(),
    fase: z.string().optional(),
    oordeel: z.enum(OORDELEN),
    gat: z.string().optional().meta({ description: "Hoeveel er bij of af moet, als heel getal." }),
    opmerkingen: z.array(z.string()),
    ontbreekt: z.array(z.string()).meta({ description: "Cijfers die niemand leverde." }),
    onbepaald: z.array(z.string()).meta({ description: "Wat mensen eerst moeten bepalen." }),
  })
  .meta({ id: "Eisoordeel" });

export const toetsuitkomst = z
  .strictObject({
    document: z.string(),
    titel: z.string(),
    gebied: z.string(),
    niveau: z.string(),
    op: z.string(),
    eenheden: z.array(
      z.strictObject({ id: z.string(), naam: z.string(), oordelen: z.array(oordeel) }),
    ),
    opmerkingen: z.array(z.string()),
  })
  .meta({ id: "Toetsuitkomst", description: "Wat een toets van elke eenheid zegt." });

/** As the schema has it, for whoever reads the answer. */
export type Toetsantwoord = Readonly<z.infer<typeof toetsuitkomst>>;
