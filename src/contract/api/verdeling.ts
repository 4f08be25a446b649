import { z } from "zod";
import { parseMoment } from "#domain/peildatum.ts";
import { bandbreedte } from "./getal.ts";
import { status } from "./kop.ts";
import { melding } from "./melding.ts";
import { rekengebied } from "./rekenblad.ts";
import { uitkomst } from "./uitkomst.ts";
import { verantwoording } from "./verantwoording.ts";

const invulling = z.record(z.string().max(200), z.string().max(4000)).default({});

/** What somebody wants to have worked out. */
export const verdelingsopdracht = z
  .strictObject({
    document: z
      .string()
      .optional()
      .meta({ description: "Een document: `id` of `id@versie`. Dit, of een eigen `tekst`." }),
    tekst: z.string().optional().meta({ description: "Een eigen document, in YAML." }),
    regio: z.string().meta({ description: "De regio, als naam of als `indeling@versie#naam`." }),
    op: z
      .string()
      .refine(
        (text) => parseMoment(text) !== undefined,
        "schrijf een dag (2026-01-01) of een periode (2026, 2026-H1).",
      )
      .optional()
      .meta({ description: "De dag of periode waarvoor gerekend wordt." }),
    cijfers: invulling.meta({
      description: "Eigen cijfers: `urgenten` of `inwoners@GM0505`, zoals men ze schrijft.",
    }),
    ingevuld: invulling.meta({ description: "Wat het document aan mensen laat." }),
    wijzigingen: invulling.meta({
      description: "Sleutelpad in het document, met wat er nu moet staan.",
    }),
    naast: z
      .array(z.string())
      .default([])
      .meta({ description: "Verdelingen die ernaast liggen; de volgorde betekent niets." }),
    voorbeeld: z.boolean().default(false).meta({ description: "De cijfers zijn verzonnen." }),
    verantwoording: z.string().optional().meta({
      description: "`geheel`, of de code van een gemeente: dan komt de verantwoording mee.",
    }),
  })
  .meta({
    id: "Verdelingsopdracht",
    example: {
      document: "sleutel-inwoners",
      regio: "drechtsteden",
      cijfers: { urgenten: "420 tot 480" },
      naast: ["sleutel-sociale-huur"],
    },
  });

const kolom = z
  .strictObject({ document: z.string(), titel: z.string(), status, zin: z.string(), uitkomst })
  .meta({ id: "Kolom", description: "Een sleutel met zijn uitkomst." });

const vergelijking = z
  .strictObject({
    eerste: z.string(),
    tweede: z.string(),
    binnenDeOnzekerheid: z.array(z.string()),
    melding: melding.optional(),
  })
  .meta({ id: "Vergelijking", description: "Hoe twee sleutels zich tot elkaar verhouden." });

export const verdeeltabel = z
  .strictObject({
    op: z.string(),
    gebied: rekengebied,
    kolommen: z.array(kolom),
    vergelijkingen: z.array(vergelijking),
    nu: z
      .strictObject({ cijfer: z.string(), waarden: z.record(z.string(), bandbreedte) })
      .optional()
      .meta({ description: "Wat elke eenheid nu doet." }),
    verantwoording: verantwoording.optional(),
  })
  .meta({ id: "Verdeeltabel", description: "Sleutels naast elkaar; geen staat voorop." });

/** As the schema has it, for whoever reads the answer. */
export type Verdeelantwoord = Readonly<z.infer<typeof verdeeltabel>>;

export const hashpad = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: "Het kenmerk van een bevroren uitkomst, heel." }),
});

export const bevriezing = z
  .strictObject({
    hash: z.string(),
    document: z.strictObject({ id: z.string(), versie: z.int(), tekst: z.string() }),
    gebied: z.string(),
    op: z.string(),
    engineVersie: z.string(),
    bevrorenOp: z.iso.datetime().meta({ description: "Het tijdstip, in UTC." }),
    ingevuld: z.record(z.string(), z.unknown()),
    wijzigingen: z.record(z.string(), z.string()).optional(),
    verklaring: z.string().optional(),
    uitkomst,
  })
  .meta({ id: "Bevriezing", description: "Een uitkomst zoals die bewaard is, tot op de byte." });

export const verantwoordingvraag = z.strictObject({
  eenheid: z
    .string()
    .optional()
    .meta({ description: "De code van een gemeente; zonder code de hele verdeling." }),
});
