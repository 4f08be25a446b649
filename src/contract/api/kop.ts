import { z } from "zod";
import {
  ADRESSATEN,
  LAGEN,
  ONDERWERPEN,
  ORGANEN,
  SOORTEN,
  STANDEN,
  STATUSSEN,
} from "#domain/kop.ts";
import { dag } from "./getal.ts";

export const soort = z.enum(SOORTEN).meta({ id: "Soort", description: "De zeven soorten." });
export const status = z.enum(STATUSSEN).meta({ id: "Status" });
export const onderwerp = z.enum(ONDERWERPEN).meta({ id: "Onderwerp" });

const bron = z
  .strictObject({
    stuk: z.string(),
    plaats: z.string().optional(),
    stand: z.enum(STANDEN),
    link: z.string().optional(),
  })
  .meta({ id: "Bron", description: "Het stuk waar iets uit komt, en wat dat toen was." });

/** What every document says of itself. */
export const kop = {
  naam: z
    .string()
    .meta({ description: "`id@versie`: deze ene versie.", example: "drechtsteden@1" }),
  id: z.string(),
  versie: z.int().min(1),
  soort,
  titel: z.string(),
  toelichting: z.string().optional(),
  bron,
  onderwerp,
  laag: z.enum(LAGEN),
  status,
  spoor: z.int().min(1).max(4).optional(),
  orgaan: z.enum(ORGANEN).optional(),
  gerichtTot: z.array(z.enum(ADRESSATEN)).optional(),
  geldigVan: dag.optional(),
  geldigTot: dag.optional(),
};
