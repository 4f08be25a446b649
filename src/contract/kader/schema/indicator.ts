import { z } from "zod";
import { BETROUWBAARHEDEN, type Indicator } from "#domain/indicator.ts";
import { NIVEAUS } from "#domain/waarde.ts";
import { readMarge } from "../scalar/marge.ts";
import { blok, kort, lijst, naam, scalar, tekst } from "./blok.ts";
import { kopVelden, withLaag } from "./kop.ts";
import { formule } from "./waarde.ts";

/** Levels at which something is counted or judged: those of government, and what lies below. */
export const meetniveau = z.enum([
  ...NIVEAUS,
  "corporatie",
  "wijk",
  "plan",
  "locatie",
  "huishouden",
  "persoon",
]);

const jaNee = z.enum(["ja", "nee"]).transform((word) => word === "ja");

/** What a figure means (docs/taal.md 2.2). */
export const indicator: z.ZodType<Indicator> = blok({
  soort: z.literal("indicator"),
  ...kopVelden,
  eenheid: tekst,
  niveau: lijst(meetniveau),
  meetmoment: z.enum(["peildatum", "periode"]),
  uitsplitsing: lijst(naam).default([]),
  optelbaar: jaNee.default(true),
  gewicht: naam.exactOptional(),
  formule: formule.exactOptional(),
  herkomst: kort(
    "tabel",
    blok({
      tabel: tekst.exactOptional(),
      maat: tekst.exactOptional(),
      link: tekst.exactOptional(),
    }),
  ).exactOptional(),
  definitie: kort(
    "landelijk",
    blok({ landelijk: tekst, "wijkt-af": tekst.exactOptional() }),
  ).exactOptional(),
  betrouwbaarheid: z.enum(BETROUWBAARHEDEN).default("gemeten"),
  marge: scalar(readMarge).exactOptional(),
}).transform(withLaag);
