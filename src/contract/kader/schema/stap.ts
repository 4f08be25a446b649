import { z } from "zod";
import { listWords } from "#domain/notatie.ts";
import {
  KEUZEN,
  type Standregel,
  type Stap,
  type Voorwaarde,
  type WatNietPast,
} from "#domain/verdeling.ts";
import { NIVEAUS } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { isNaam } from "../scalar/naam.ts";
import { afronding, GEWONE_AFRONDING } from "./afronding.ts";
import { blok, kort, lijst, naam, scalar, tekst } from "./blok.ts";
import { eenheden } from "./eenheid.ts";
import { orgaan } from "./kop.ts";
import { as } from "./per.ts";
import { selectie } from "./selectie.ts";
import { sleutel } from "./sleutel.ts";
import { checkStap, checkVoorwaarde, checkWatNietPast } from "./stap-controle.ts";
import { verwijzing, voorwaardewaarde } from "./waarde.ts";

type Over = NonNullable<Stap["over"]>;

/** Over what a step divides: `gemeenten`, `corporaties van gemeente`. */
export const over = scalar((text): Gelezen<Over> => {
  const [wat = "", van, niveau, ...rest] = text.split(/\s+/);
  const known = NIVEAUS.some((name) => name === niveau);
  const whole = van === undefined || (van === "van" && known && rest.length === 0);
  if (isNaam(wat) && whole) return gelezen(niveau === undefined ? { wat } : { wat, van: niveau });
  return ongelezen(
    `${quote(text)} kan hier niet. Schrijf gemeenten, deelregios, corporaties, wijken, locaties of een as in het meervoud, met eventueel «van» en ${listWords(NIVEAUS, "of")}.`,
  );
});

const voorwaarde: z.ZodType<Voorwaarde> = blok(
  {
    minstens: voorwaardewaarde.exactOptional(),
    hoogstens: voorwaardewaarde.exactOptional(),
    precies: voorwaardewaarde.exactOptional(),
    voor: selectie.exactOptional(),
    reden: tekst.exactOptional(),
  },
  checkVoorwaarde,
).transform(({ minstens, hoogstens, precies, ...rest }): Voorwaarde => {
  if (minstens) return { soort: "minstens", waarde: minstens, ...rest };
  if (hoogstens) return { soort: "hoogstens", waarde: hoogstens, ...rest };
  if (precies) return { soort: "precies", waarde: precies, ...rest };
  throw new Error("a checked voorwaarde has one bound");
});

/** What happens with that which does not fit (docs/taal.md 2.3). */
export const watNietPast: z.ZodType<WatNietPast> = kort(
  "keuze",
  blok(
    { keuze: z.enum(KEUZEN), hoe: tekst.exactOptional(), eigenaar: tekst.exactOptional() },
    checkWatNietPast,
  ),
);

const herverdeling = kort(
  "naar-rato-van",
  blok({ "naar-rato-van": verwijzing.exactOptional(), onder: selectie.exactOptional() }),
);

const ruil = blok({
  tussen: selectie.exactOptional(),
  "besluit-van": orgaan.exactOptional(),
});

const standregel: z.ZodType<Standregel> = z.union([
  z.enum(["grootste-basis", "kleinste-basis"]).transform((soort): Standregel => ({ soort })),
  blok({ volgorde: eenheden }).transform(
    ({ volgorde }): Standregel => ({
      soort: "volgorde",
      eenheden: volgorde.map((unit) => unit.id),
    }),
  ),
]);

const gelijkeStanden: z.ZodType<readonly Standregel[]> = z.union([
  z.literal("besluit-nodig").transform((): readonly Standregel[] => []),
  lijst(standregel),
]);

/** One step of a verdeling (docs/taal.md 2.3). */
export const stap: z.ZodType<Stap> = blok(
  {
    naam: naam.exactOptional(),
    over: over.exactOptional(),
    voor: selectie.exactOptional(),
    sleutel: sleutel.exactOptional(),
    voorwaarden: lijst(voorwaarde).default([]),
    "wat-niet-past": watNietPast.exactOptional(),
    herverdeling: herverdeling.exactOptional(),
    ruil: ruil.exactOptional(),
    optellen: as.exactOptional(),
    afronding: afronding.exactOptional(),
    "gelijke-standen": gelijkeStanden.default([{ soort: "grootste-basis" }]),
  },
  checkStap,
).transform((read): Stap => ({ ...read, afronding: read.afronding ?? GEWONE_AFRONDING }));
