import { z } from "zod";
import { bandbreedte, getal } from "./getal.ts";
import { melding } from "./melding.ts";
import { herkomst } from "./verantwoording.ts";

const celuitkomst = z
  .strictObject({ pad: z.array(z.string()), aantal: bandbreedte })
  .meta({ id: "Celuitkomst", description: "Een onderdeel, een corporatie of beide." });

const eenheiduitkomst = z
  .strictObject({
    id: z.string(),
    naam: z.string(),
    deelregio: z.string().optional(),
    aantal: bandbreedte,
    cellen: z.array(celuitkomst),
    aanbod: bandbreedte.optional(),
    over: bandbreedte.optional(),
    deelVanAanbod: bandbreedte.optional(),
    open: getal,
    saldo: getal.optional(),
    bedrag: getal.optional(),
  })
  .meta({ id: "Eenheiduitkomst", description: "Wat één gemeente krijgt." });

const opgave = z
  .strictObject({
    aantal: bandbreedte,
    onderdelen: z.record(z.string(), bandbreedte),
    aanbod: bandbreedte.optional(),
    deelVanAanbod: bandbreedte.optional(),
    behoefte: z.union([bandbreedte, z.literal("onbekend")]).optional(),
    verschil: bandbreedte.optional(),
    maximum: z.boolean(),
    ruimte: getal.optional(),
  })
  .meta({ id: "Opgave" });

const naastliggend = z.strictObject({
  cijfer: z.string(),
  eenheid: z.string(),
  waarde: bandbreedte.optional(),
  kenmerk: z.string().optional(),
  herkomst: z.array(herkomst),
});

const jaaruitkomst = z
  .strictObject({
    periode: z.string(),
    eenheden: z.array(eenheiduitkomst),
    opgave: getal,
    open: getal,
  })
  .meta({ id: "Jaaruitkomst" });

const gebruiktCijfer = z
  .strictObject({
    ...herkomst.shape,
    cel: z.array(z.string()),
    waarde: bandbreedte.optional(),
    kenmerk: z.string().optional(),
  })
  .meta({ id: "GebruiktCijfer", description: "Een broncijfer waar de uitkomst op rust." });

/** What every step did with every unit; the account is the readable form of it. */
const stapverslag = z
  .looseObject({ pad: z.string(), afronding: z.string(), cellen: z.array(z.looseObject({})) })
  .meta({ id: "Stapverslag", description: "Wat een stap met elke eenheid deed." });

/** The outcome of a verdeling, with all that its account needs. */
export const uitkomst = z
  .strictObject({
    document: z.string(),
    gebied: z.string(),
    op: z.string().optional(),
    eenheid: z.string(),
    opgave: opgave.optional(),
    eenheden: z.array(eenheiduitkomst),
    open: bandbreedte,
    jaren: z.array(jaaruitkomst),
    tegenrekeningen: z.record(z.string(), getal),
    ernaast: z.array(z.strictObject({ eenheid: z.string(), cijfers: z.array(naastliggend) })),
    meldingen: z.array(melding),
    stappen: z.array(stapverslag),
    gebruikt: z.array(gebruiktCijfer),
    aannames: z.array(z.string()),
  })
  .meta({ id: "Uitkomst", description: "Wat er uit een verdeling komt; getallen zijn precies." });
