import { z } from "zod";
import { bandbreedte } from "./getal.ts";
import { probleem } from "./probleem.ts";
import { moment, naam, nieuweLink, wie } from "./toegang.ts";
import { vaststelling } from "./vaststelling.ts";

const LANGSTE_ADRES = 12_000;
const LANGSTE_WAARDE = 4_000;
const MEESTE_GEBEURTENISSEN = 2_000;

const kenmerk = z.string().max(100);

const status = z.enum(["concept", "klaar voor bespreking"]).meta({
  description: "Verder komt een versie hier niet: vaststellen doet een bestuursorgaan, elders.",
});

export const reekspad = z.object({ reeks: kenmerk });
export const versiepad = z.object({ versie: kenmerk });
export const kringpad = reekspad.extend({ kring: kenmerk });
export const deelpad = versiepad.extend({ kring: kenmerk });

export const nieuweReeks = z.object({ reeks: z.string(), ...nieuweLink }).meta({
  id: "NieuweVersiereeks",
  description: "Een lege versiereeks, met de link waarmee haar maker haar beheert.",
});

const gebeurtenis = z.object({
  pad: z
    .string()
    .min(1)
    .max(200)
    .meta({ examples: ["stappen[0].sleutel", "cijfer.urgenten"] }),
  van: z.string().max(LANGSTE_WAARDE).optional(),
  naar: z.string().max(LANGSTE_WAARDE).optional(),
  wie: wie.optional(),
  op: moment,
});

export const opslagkop = z.object({
  "idempotency-key": z.string().min(16).max(200).meta({
    description:
      "Een nieuwe willekeurige tekst per keer bewaren. Hetzelfde verzoek met dezelfde tekst geeft één versie.",
  }),
});

export const opslagverzoek = z
  .strictObject({
    naam,
    maker: wie.optional(),
    adres: z
      .string()
      .min(1)
      .max(LANGSTE_ADRES)
      .meta({
        description: "De query van het rekenblad, met `document`.",
        examples: ["document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01"],
      }),
    vorige: kenmerk.optional().meta({ description: "De versie waarvan u uitging." }),
    ernaast: z.boolean().default(false).meta({
      description: "Bewaar ook als een ander intussen een versie bewaarde; beide blijven.",
    }),
    bronnen: z
      .record(z.string().max(200), z.string().max(500))
      .default({})
      .meta({
        description: "De bron van elk ingevuld cijfer, onder de naam die het in het adres heeft.",
        examples: [{ urgenten: "raming van de werkgroep, 12 november" }],
      }),
    gebeurtenissen: z.array(gebeurtenis.readonly()).max(MEESTE_GEBEURTENISSEN).default([]).meta({
      description: "Wat er sinds de vorige versie is veranderd, in volgorde.",
    }),
  })
  .meta({ id: "Opslagverzoek" });

export const versieregel = z
  .object({
    versie: z.string(),
    reeks: z.string(),
    nummer: z.int(),
    vorige: z.string().optional(),
    hash: z.string().meta({
      description: "Het kenmerk van de inhoud; het blijft als de inhoud weg is.",
    }),
    status,
    gemaaktOp: moment,
    gemaaktMet: z.string().meta({ description: "De link waarmee is bewaard." }),
    vervaltOp: moment.meta({ description: "Tot dan wordt de inhoud bewaard." }),
    weg: z
      .object({
        op: moment,
        reden: z.enum(["weggegooid", "vervallen"]),
        met: z.string().optional().meta({ description: "De link waarmee is weggegooid." }),
      })
      .optional(),
    naam: z.string().optional(),
    maker: z.string().optional(),
    regio: z.string().optional(),
  })
  .meta({ id: "Versieregel", description: "Dat een versie is bewaard; niet wat erin staat." });

const kring = z.object({
  kring: z.string(),
  naam: z.string(),
  recht: z.enum(["meewerken", "lezen"]),
});

const gebeurd = gebeurtenis.extend({ versie: z.string() });

export const versiereeks = z
  .object({
    reeks: z.string(),
    recht: z.enum(["beheren", "meewerken", "lezen"]),
    versies: z.array(
      versieregel.extend({
        kringen: z.array(z.string()).meta({ description: "Wie haar ziet; leeg is privé." }),
      }),
    ),
    kringen: z.array(kring),
    gebeurtenissen: z.array(gebeurd),
  })
  .meta({ id: "Versiereeks" });

export const nieuweKring = z
  .strictObject({ naam, recht: z.enum(["meewerken", "lezen"]).default("lezen") })
  .meta({ id: "NieuweKring" });

export const kringlink = z.object({ naam: z.string(), ...nieuweLink }).meta({ id: "Kringlink" });

export const versie = versieregel
  .extend({
    adres: z.string(),
    ongebronde: z.array(z.string()).meta({
      description: "Ingevulde cijfers zonder bron; daarmee kan de versie niet worden gedeeld.",
    }),
    gebeurtenissen: z.array(gebeurd),
    vaststellingen: z.array(vaststelling).meta({
      description: "Welke bestuursorganen precies deze versie vaststelden. Leeg: ambtelijk werk.",
    }),
    sleutels: z.array(
      z.object({
        document: z.string(),
        hash: z.string(),
        tekst: z.string(),
        gebied: z.string(),
        op: z.string(),
        engineVersie: z.string(),
        uitkomst: z.looseObject({}).meta({ description: "De uitkomst met haar verantwoording." }),
      }),
    ),
  })
  .meta({ id: "Versie" });

export const statusverzoek = z.strictObject({ status }).meta({ id: "Statusverzoek" });

export const botsing = probleem
  .extend({ nieuwste: versieregel, ingediend: opslagverzoek })
  .meta({ id: "Versiebotsing", description: "Wat er al was en wat u stuurde; niets is weg." });

const welke = z.strictObject({ versie: kenmerk, geheim: z.string().max(200) });

export const vergelijkverzoek = z.strictObject({ was: welke, wordt: welke }).meta({
  id: "Vergelijkverzoek",
  description: "Twee versies, elk met een geheim dat haar opent.",
});

const cijfer = z.looseObject({ bron: z.string(), waarde: bandbreedte.optional() });

const regel = z.object({
  pad: z.string(),
  links: z.string().optional(),
  rechts: z.string().optional(),
});

export const wasWordt = z
  .object({
    sleutels: z.array(
      z.object({
        was: z.string(),
        wordt: z.string(),
        eenheid: z.string().optional().meta({
          description: "Ontbreekt waar iets anders wordt geteld: dan staan er geen getallen.",
        }),
        eenheden: z.array(
          z.object({
            id: z.string(),
            naam: z.string(),
            was: bandbreedte.optional(),
            wordt: bandbreedte.optional(),
            overlapt: z.boolean().meta({
              description: "De bandbreedtes overlappen: het verschil kan onzekerheid zijn.",
            }),
          }),
        ),
        document: z.object({
          zinnen: z.tuple([z.string(), z.string()]),
          gelijk: z.int(),
          verschillen: z.array(regel),
        }),
        keuzes: z.array(
          z.object({
            naam: z.string(),
            was: z.string().optional(),
            wordt: z.string().optional(),
          }),
        ),
        cijfers: z.array(
          z.object({
            indicator: z.string(),
            gebied: z.string(),
            cel: z.array(z.string()),
            was: cijfer.optional(),
            wordt: cijfer.optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "WasWordt" });

export const ernaastvraag = z.object({
  ernaast: z.enum(["ja", "nee"]).default("nee").meta({
    description: "«ja» geeft de andere regio, waar de versie over twee regio's gaat.",
  }),
});
