import { z } from "zod";
import type { Ingroeipad, Verdeling, Vereffening } from "#domain/verdeling.ts";
import { blok, type Gevonden, isGevonden, lijst, type Meld, tekst } from "./blok.ts";
import { kopVelden, withLaag } from "./kop.ts";
import { opgave } from "./opgave.ts";
import { sleutel } from "./sleutel.ts";
import { stap } from "./stap.ts";
import { LINEAIR, verloop } from "./verloop.ts";
import { dag, getal, periode, verwijzing, waarde } from "./waarde.ts";

const ingroeipad: z.ZodType<Ingroeipad> = blok(
  {
    van: sleutel,
    vanaf: periode,
    doel: periode,
    verloop: verloop.default(LINEAIR),
    daarna: blok({ aandeel: waarde, vanaf: dag }).exactOptional(),
  },
  ({ vanaf, doel }, meld) => {
    if (typeof vanaf === "string" && typeof doel === "string" && vanaf >= doel) {
      meld(`«doel» (${doel}) moet na «vanaf» (${vanaf}) liggen.`, { pad: ["doel"] });
    }
  },
);

const vereffening: z.ZodType<Vereffening> = blok(
  {
    werkelijk: verwijzing,
    tegen: z.enum(["werkelijk-totaal", "eigen-opgave"]).default("werkelijk-totaal"),
    wijze: z.enum(["volgende-periode", "geld"]).exactOptional(),
    bedrag: waarde.exactOptional(),
    drempel: getal.exactOptional(),
    tegenrekening: tekst.exactOptional(),
  },
  checkVereffening,
);

function checkVereffening(gevonden: Gevonden, meld: Meld): void {
  const money = gevonden.wijze === "geld";
  if (money && !("bedrag" in gevonden)) {
    meld("Bij «wijze: geld» hoort een «bedrag» per eenheid. Voeg het toe.");
  }
  if (!money && "bedrag" in gevonden) {
    meld("«bedrag» hoort bij «wijze: geld». Haal het weg, of kies die wijze.", {
      pad: ["bedrag"],
    });
  }
  if (gevonden.tegen === "eigen-opgave" && !("tegenrekening" in gevonden)) {
    meld(
      "Tegen de eigen opgave tellen de saldi niet op tot nul. Voeg «tegenrekening» toe: wie het verschil boekt.",
    );
  }
}

function checkStappen(gevonden: Gevonden, meld: Meld): void {
  const { stappen } = gevonden;
  if (!Array.isArray(stappen)) return;
  const [first, ...later]: readonly unknown[] = stappen;
  if (isGevonden(first) && !("over" in first)) {
    meld("De eerste stap zegt niet waarover er verdeeld wordt. Voeg «over: gemeenten» toe.", {
      pad: ["stappen", 0],
    });
  }
  const names = new Set(isGevonden(first) ? [first.naam] : []);
  later.forEach((step, index) => {
    if (!isGevonden(step) || step.naam === undefined) return;
    if (names.has(step.naam)) {
      meld(
        `Er zijn twee stappen met de naam «${String(step.naam)}». Geef er een een andere naam.`,
        {
          pad: ["stappen", index + 1, "naam"],
          bij: "waarde",
        },
      );
    }
    names.add(step.naam);
  });
}

/** Who takes which part (docs/taal.md 2.3). */
export const verdeling: z.ZodType<Verdeling> = blok(
  {
    soort: z.literal("verdeling"),
    ...kopVelden,
    opgave,
    stappen: lijst(stap),
    ingroeipad: ingroeipad.exactOptional(),
    vereffening: vereffening.exactOptional(),
    ernaast: lijst(verwijzing).default([]),
  },
  checkStappen,
).transform((read): Verdeling => withUit(withLaag(read)));

/** In spoor 2 the supply is what the opgave is a part of, unless the document says otherwise. */
function withUit(document: Verdeling): Verdeling {
  const { aantal, uit } = document.opgave;
  if (document.spoor !== 2 || uit || aantal?.soort !== "deel-van") return document;
  return { ...document, opgave: { ...document.opgave, uit: aantal.van } };
}
