import { z } from "zod";
import { BETROUWBAARHEDEN } from "#domain/indicator.ts";
import { INLEVERUITKOMSTEN, KENMERKROLLEN, WAARDEROLLEN } from "#domain/inlevering.ts";
import { dag } from "./getal.ts";
import { moment } from "./toegang.ts";

const kenmerk = z.string().max(100);
const kort = z.string().min(1).max(200);
const lang = z.string().min(1).max(2000);

export const inleverpad = z.object({ id: kenmerk });

/** What goes with a file, in the address. */
export const inlevervraag = z.strictObject({
  bestandsnaam: kort.meta({ description: "Hoe het bestand heet.", examples: ["plannen.xlsx"] }),
  afzender: kort.meta({ description: "Wie de cijfers levert." }),
  bron: kort.meta({ description: "Zo staat het straks bij elk cijfer." }),
  indicator: kort.optional().meta({ description: "Voor kolommen die het niet zelf zeggen." }),
  moment: kort
    .optional()
    .meta({ description: "Een dag of periode, voor kolommen die het niet zeggen." }),
  regio: kort.optional().meta({ description: "Meld welke gemeenten hiervan ontbreken." }),
  peildatum: dag.optional(),
  licentie: kort.optional(),
  betrouwbaarheid: z.enum(BETROUWBAARHEDEN).optional(),
  status: z.enum(["voorlopig", "vast"]).optional(),
});

const plaats = {
  blad: z.string().max(200),
  rij: z.int().min(0).max(2_000_000).meta({ description: "De rij; de eerste is 0." }),
  kolom: z.int().min(0).max(20_000).meta({ description: "De kolom; A is 0." }),
};

const kolom = z
  .strictObject({
    kolom: plaats.kolom,
    rol: z.enum([...WAARDEROLLEN, ...KENMERKROLLEN]),
    indicator: kort.optional(),
    moment: kort.optional(),
    cel: z.array(kort).max(5).optional(),
    maal: z.enum(["1", "0.01", "1000", "1000000"]).optional(),
  })
  .meta({ id: "Kolomkoppeling", description: "Wat er in een kolom staat." });

const koppeling = z
  .strictObject({
    blad: plaats.blad,
    kopregels: z.array(plaats.rij).max(50),
    totaalregels: z.array(plaats.rij).max(500).optional(),
    kolommen: z.array(kolom).max(500),
  })
  .meta({ id: "Koppeling", description: "Hoe een blad gelezen wordt." });

/** What people say about a concept; what is said later goes before. */
export const antwoorden = z
  .strictObject({
    koppelingen: z.array(koppeling).max(50).optional(),
    verbeteringen: z
      .array(z.strictObject({ ...plaats, tekst: z.string().max(2000) }))
      .max(5000)
      .optional()
      .meta({
        description: "Cellen die anders gelezen moeten worden; het bestand blijft zoals het is.",
      }),
    bevestigingen: z
      .array(z.strictObject({ id: z.string().max(1000), reden: lang }))
      .max(5000)
      .optional()
      .meta({
        description: "Waarom een opmerking klopt, of waarom een fout cijfer wordt weggelaten.",
      }),
    keuzes: z
      .array(
        z.strictObject({
          id: z.string().max(1000),
          keuze: z.enum(["gaat-voor", "naast-elkaar"]),
          reden: lang,
        }),
      )
      .max(500)
      .optional(),
  })
  .meta({ id: "Inleverantwoorden" });

/** What is to become of a delivery. */
export const inleverbesluit = z
  .strictObject({
    besluit: z.enum(["overnemen", "terugleggen", "terugdraaien", "herstellen"]),
    reden: lang.optional().meta({ description: "Nodig bij terugdraaien en herstellen." }),
  })
  .meta({ id: "Inleverbesluit" });

const bevinding = z
  .object({
    id: z.string().meta({ description: "Bij dit kenmerk hoort een bevestiging." }),
    ernst: z.enum(["fout", "opmerking"]),
    code: z.string(),
    waar: z.object({
      blad: z.string(),
      rij: z.int().optional(),
      kolom: z.int().optional(),
      naam: z.string().meta({ description: "Zoals mensen het zeggen: blad Plannen, C14." }),
    }),
    gevonden: z.string(),
    tekst: z.string(),
    voorstellen: z.array(z.string()),
    indicator: z.string().optional(),
    reden: z.string().optional().meta({ description: "Waarom iemand dit liet gaan." }),
  })
  .meta({ id: "Bevinding", description: "Wat er bij een cel op te merken is." });

const botsing = z
  .object({
    id: z.string(),
    indicator: z.string(),
    moment: z.string().optional(),
    bron: z.string().meta({ description: "De bron van het andere cijfer." }),
    gebieden: z.array(z.string()),
    keuze: z.enum(["gaat-voor", "naast-elkaar"]).optional(),
    reden: z.string().optional(),
  })
  .meta({ id: "Botsing", description: "Een ander leverde voor hetzelfde moment iets anders." });

const cijfergroep = z.object({
  indicator: z.string(),
  moment: z.string().optional(),
  aantal: z.int().min(0),
});

const kop = {
  id: z.string(),
  bestandsnaam: z.string(),
  afzender: z.string(),
  bron: z.string(),
  stand: z.enum(["concept", "overgenomen", "teruggelegd", "vervallen"]),
  uitkomst: z.enum(INLEVERUITKOMSTEN).optional(),
  sha256: z.string(),
  gemaaktOp: moment,
  afgerondOp: moment.optional(),
};

export const inleverregel = z
  .object({
    ...kop,
    telt: z.boolean().meta({ description: "Of haar cijfers nu meetellen." }),
    aantal: z.int().min(0).meta({ description: "Hoeveel cijfers zij bracht." }),
  })
  .meta({ id: "Inleverregel" });

/** A delivery as it stands: of a concept what it would bring, of one that is done what it brought. */
export const inleverstand = z
  .object({
    ...kop,
    klaar: z.boolean().meta({ description: "Of zij nu kan worden overgenomen." }),
    vragen: z
      .array(
        z.object({
          blad: z.string(),
          kolom: z.int().optional(),
          over: z.string(),
          tekst: z.string(),
        }),
      )
      .meta({ description: "Wat nog over de kolommen gezegd moet worden." }),
    koppelingen: z
      .array(koppeling)
      .meta({ description: "Hoe de bladen gelezen worden, of een voorstel." }),
    cijfers: z.array(cijfergroep),
    bevindingen: z.array(bevinding),
    botsingen: z.array(botsing),
  })
  .meta({ id: "Inlevering" });

export const gemaakteInlevering = z
  .object({
    inlevering: inleverstand,
    geheim: z.string().optional().meta({
      description:
        "Hiermee opent u het concept. U krijgt het één keer. Ontbreekt als u met een account vraagt: dat opent het.",
    }),
  })
  .meta({ id: "GemaakteInlevering" });
