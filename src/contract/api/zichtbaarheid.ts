import { z } from "zod";
import { ZICHTBAARHEDEN } from "#domain/toegang.ts";
import { moment } from "./toegang.ts";

const kenmerk = z.string().max(200);

export const dingpad = z.object({ id: kenmerk });
export const linkpad = dingpad.extend({ link: kenmerk });

const zichtbaarheid = z.enum(ZICHTBAARHEDEN).meta({
  description:
    "Wie het ziet, van klein naar groot. «regio» is iedereen met een account op deze server.",
});

const kring = z.string().max(100).optional().meta({
  description:
    "De kring, als met een kring is gedeeld. U kunt alleen delen met een kring waarin u zit.",
});

export const zichtverzoek = z
  .strictObject({ zichtbaarheid, kring })
  .meta({ id: "Zichtbaarheidsverzoek" });

export const zicht = z
  .object({
    zichtbaarheid,
    kring,
    wijzigbaar: z.boolean().meta({ description: "Of u dit zelf mag kiezen." }),
    kringen: z
      .array(z.object({ kring: z.string(), naam: z.string() }))
      .meta({ description: "De kringen waarin u zit." }),
    links: z
      .array(
        z.object({
          link: z.string(),
          recht: z.enum(["beheren", "meewerken", "lezen", "nakijken"]),
          naam: z.string().optional(),
          gemeente: z.string().optional(),
        }),
      )
      .meta({ description: "Geheime links van vroeger die dit nog openen." }),
  })
  .meta({ id: "Zichtbaarheid" });

const gedeeld = {
  zichtbaarheid,
  vanWie: z.string().optional().meta({ description: "De organisatie waarvan het is." }),
  wijzigbaar: z.boolean(),
  gemaaktOp: moment,
  regio: z.string(),
};

export const versieInLijst = z
  .object({
    versie: z.string(),
    ...gedeeld,
    nummer: z.int(),
    naam: z.string(),
    maker: z.string().optional(),
    status: z.enum(["concept", "klaar voor bespreking"]),
  })
  .meta({ id: "VersieInLijst" });

export const rondeInLijst = z
  .object({ ronde: z.string(), ...gedeeld, naam: z.string() })
  .meta({ id: "CorrectierondeInLijst" });

export const lijstInLijst = z
  .object({ lijst: z.string(), ...gedeeld })
  .meta({ id: "WoordenlijstInLijst" });
