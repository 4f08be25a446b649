import { z } from "zod";

const naast = z.union([z.array(z.string()), z.string()]);

/** The query of a rekenblad; beside these names it has figures, choices and changes of its own. */
export const rekenbladvraag = z.looseObject({
  document: z.string().meta({ description: "De verdeling, als `id` of `id@versie`." }),
  regio: z
    .string()
    .optional()
    .meta({ description: "De regio, als naam of als `indeling@versie#naam`." }),
  op: z.string().optional().meta({ description: "Een dag of periode: 2026-01-01, 2026, 2026-H1." }),
  ronde: z
    .string()
    .optional()
    .meta({ description: "Een correctieronde; haar correcties gaan voor." }),
  woorden: z.string().optional().meta({ description: "Een woordenlijst van de regio." }),
  naast: naast.optional().meta({ description: "Verdelingen die ernaast liggen." }),
});

/** Names that nobody can list beforehand, as OpenAPI describes these. */
export const VRIJE_INVULLING = {
  name: "invulling",
  in: "query",
  description:
    "Eigen cijfers (`cijfer.urgenten=420 tot 480`, `cijfer.inwoners@GM0505=1.250`), keuzes (`kies.wat-niet-past=open`) en wijzigingen van het document (`wijzig.opgave.aantal=400..500`).",
  style: "form",
  explode: true,
  schema: {
    type: "object",
    patternProperties: { "^(cijfer|kies|wijzig)\\.": { type: "string" } },
    example: { "cijfer.urgenten": "420 tot 480" },
  },
} as const;

const eenheid = z.looseObject({ id: z.string(), naam: z.string() });

/** The units that something is worked out over. */
export const rekengebied = z
  .object({
    id: z.string(),
    titel: z.string(),
    eenheden: z.array(eenheid),
    deelregios: z.record(z.string(), z.string()),
    indeling: z.string().optional(),
    onzeker: z.array(z.string()),
  })
  .meta({ id: "Rekengebied" });

const document = z.looseObject({ soort: z.string(), id: z.string(), versie: z.int() });

/** What `#domain/rekenblad.ts` has, with whole numbers of any size as `{ "$": "12" }`. */
export const rekenblad = z
  .object({
    op: z.string(),
    gebied: rekengebied,
    nederland: rekengebied.optional(),
    sleutels: z.array(z.object({ document, tekst: z.string() })),
    documenten: z.array(document),
    waarnemingen: z.array(
      z.looseObject({ indicator: z.string(), gebied: z.string(), bron: z.string() }),
    ),
    ingevuld: z.looseObject({}),
    woorden: z.record(z.string(), z.string()).optional().meta({
      description: "De woorden van de regio, per code; alleen waar `woorden` is gevraagd.",
    }),
  })
  .meta({ id: "Rekenblad" });
