import { z } from "zod";
import { ZEKERHEDEN } from "#domain/kop.ts";
import { bladzijdevraag } from "./bladzijde.ts";
import { dag } from "./getal.ts";
import { kop } from "./kop.ts";

export const indelingenvraag = z.strictObject({
  ...bladzijdevraag,
  soortRegio: z
    .string()
    .optional()
    .meta({ description: "woningbouwregio, woningmarktregio, samenwerking, corop, …" }),
});

const zekerheid = z
  .enum(ZEKERHEDEN)
  .meta({ id: "Zekerheid", description: "Hoe zeker het is: een bron, een aanname of een vraag." });

const indelingkop = {
  ...kop,
  soortRegio: z.string(),
  optie: z.enum(["voorkeursoptie", "alternatief", "bestaand"]).optional(),
  peildatum: dag,
};

export const indelingInLijst = z
  .strictObject({ ...indelingkop, aantalRegios: z.int().min(0) })
  .meta({ id: "IndelingInLijst" });

const lid = z
  .strictObject({
    gemeente: z.string(),
    naam: z.string().optional(),
    zekerheid,
    bron: z.string().optional(),
    sinds: dag.optional(),
    tot: dag.optional(),
  })
  .meta({ id: "Lid", description: "Een gemeente in een regio, met hoe zeker dat is." });

const regio = z
  .strictObject({
    naam: z.string(),
    titel: z.string(),
    zekerheid,
    bron: z.string().optional(),
    leden: z.array(lid),
    deelregios: z.record(z.string(), z.array(z.string())),
  })
  .meta({ id: "Regio" });

export const indeling = z.strictObject({ ...indelingkop, regios: z.array(regio) }).meta({
  id: "Indeling",
  description:
    "Welke gemeenten samen een regio zijn; een lid kan een eerste of laatste dag hebben.",
});
