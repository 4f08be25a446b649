import { z } from "zod";
import { moment as cijfermoment, dag } from "./getal.ts";
import { moment, naam, nieuweLink, wie } from "./toegang.ts";

const kenmerk = z.string().max(100);

export const rondepad = z.object({ ronde: kenmerk });

/** For which gemeente, where an account acts for more than one of the round. */
const gemeente = z
  .string()
  .regex(/^GM\d{4}$/)
  .optional()
  .meta({ description: "Voor welke gemeente, als uw account er meer heeft in deze ronde." });

export const cijfervraag = z.strictObject({ gemeente });

export const nieuweRonde = z
  .strictObject({
    naam,
    regio: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ["drechtsteden"] }),
    op: cijfermoment,
    organisator: wie.optional(),
    uiterlijk: dag
      .optional()
      .meta({ description: "De dag tot wanneer gemeenten kunnen reageren." }),
  })
  .meta({ id: "NieuweCorrectieronde" });

const gemeentelink = z.object({ gemeente: z.string(), naam: z.string(), ...nieuweLink });

export const geopendeRonde = z
  .object({
    ronde: z.string(),
    beheer: z.object(nieuweLink),
    gemeenten: z.array(gemeentelink).meta({ description: "Voor elke gemeente een eigen link." }),
  })
  .meta({ id: "GeopendeCorrectieronde" });

const figuur = z
  .looseObject({ indicator: z.string(), gebied: z.string(), bron: z.string() })
  .meta({ id: "Rondecijfer", description: 'Een cijfer; een heel getal is «{ "$": "12" }».' });

export const reactie = z
  .object({
    reactie: z.string(),
    soort: z.enum(["gezien", "gecorrigeerd"]),
    wie: z.string().optional(),
    op: moment,
    was: z.array(figuur).optional().meta({ description: "Wat er toen stond." }),
    wordt: figuur.optional(),
    peildatum: dag.optional(),
  })
  .meta({ id: "Correctiereactie" });

export const correctieronde = z
  .object({
    ronde: z.string(),
    naam: z.string(),
    regio: z.string(),
    op: z.string(),
    organisator: z.string().optional(),
    uiterlijk: dag.optional(),
    gemaaktOp: moment,
    nakijken: z.array(z.string()).meta({
      description: "De gemeenten waarvoor u met uw account op cijfers reageert.",
    }),
    gemeenten: z.array(
      z.object({
        gemeente: z.string(),
        naam: z.string(),
        stand: z.enum(["gezien", "gecorrigeerd", "niet gereageerd"]),
        opmerking: z.literal("nog niet nagekeken").optional(),
        reacties: z.array(reactie),
      }),
    ),
  })
  .meta({ id: "Correctieronde" });

export const eigenCijfers = z
  .object({
    gemeente: z.string(),
    cijfers: z.array(figuur).meta({ description: "Met wat u eerder corrigeerde voorop." }),
  })
  .meta({ id: "EigenCijfers" });

export const nieuweReactie = z
  .strictObject({
    wie: wie.optional(),
    gemeente,
    correctie: z
      .strictObject({
        indicator: z.string().min(1).max(200),
        cel: z.array(z.string().max(100)).max(4).default([]),
        waarde: z
          .string()
          .min(1)
          .max(40)
          .meta({ examples: ["1.250", "5,5%", "420 tot 480"] }),
        moment: cijfermoment,
        bron: z.string().max(500),
        peildatum: dag,
      })
      .optional()
      .meta({ description: "Zonder dit zegt u: wij hebben onze cijfers gezien." }),
  })
  .meta({ id: "NieuweCorrectiereactie" });

export const gemaakteReactie = z.object({ reactie: z.string() });

export const linkverzoek = z
  .strictObject({ gemeente: z.string().regex(/^GM\d{4}$/) })
  .meta({ id: "Linkverzoek" });

export const vernieuwdeLink = z.object({ gemeente: z.string(), ...nieuweLink });
