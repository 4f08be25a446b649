import { z } from "zod";
import type { Breuk } from "#domain/breuk.ts";
import { isPositive, isWhole } from "#domain/breuk.ts";
import { listWords } from "#domain/notatie.ts";
import { AFRONDINGSMETHODEN, type Afronding, type Methodekeuze } from "#domain/verdeling.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { readGetal } from "../scalar/getal.ts";
import { checkParameter } from "./bekend.ts";
import { blok, type Gevonden, isGevonden, kort, type Meld, scalar } from "./blok.ts";
import { readEenheidnaam } from "./eenheid.ts";
import { verwijzing } from "./waarde.ts";

/** A method by name, or the parameter that holds one. */
export const methode = scalar((text): Gelezen<Methodekeuze> => {
  const known = AFRONDINGSMETHODEN.find((name) => name === text);
  if (known) return gelezen({ soort: "vast", methode: known });
  if (!checkParameter(text)) return gelezen({ soort: "parameter", naam: text });
  const nearest = findNearest(text, AFRONDINGSMETHODEN);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return ongelezen(
    `${quote(text)} is geen manier van afronden. Kies ${listWords(AFRONDINGSMETHODEN, "of")}, of een parameter.${hint}`,
  );
});

const veelvoud = scalar((text): Gelezen<bigint> => {
  const read = readGetal(text);
  if (!read.ok) return read;
  const number: Breuk = read.waarde.getal;
  if (isWhole(number) && isPositive(number)) return gelezen(number.teller);
  return ongelezen(`${quote(text)} kan geen veelvoud zijn. Schrijf een heel getal: 1, 5, 10 …`);
});

const restant = scalar((text): Gelezen<string> => {
  if (text === "laten" || text === "grootste") return gelezen(text);
  const unit = readEenheidnaam(text);
  return unit.ok ? gelezen(unit.waarde.id) : unit;
});

/** How fractions become whole (docs/taal.md 2.3); `omhoog` is short for `{ methode: omhoog }`. */
export const afronding: z.ZodType<Afronding> = kort(
  "methode",
  blok(
    {
      methode: methode.exactOptional(),
      rijtotaal: verwijzing.exactOptional(),
      per: z.enum(["uitkomst", "sleuteldeel"]).default("uitkomst"),
      halven: z.enum(["naar-boven", "naar-even"]).default("naar-boven"),
      restant: restant.default("laten"),
      veelvoud: veelvoud.exactOptional(),
    },
    checkAfronding,
  ).transform(
    // A default here would stand in the generated JSON Schema, which holds no bigint.
    ({ methode: chosen, veelvoud: multiple, ...rest }): Afronding => ({
      ...rest,
      methode: chosen ?? GEWOON,
      veelvoud: multiple ?? 1n,
    }),
  ),
);

const GEWOON: Methodekeuze = { soort: "vast", methode: "grootste-rest" };

/** The rounding of a step that names none. */
export const GEWONE_AFRONDING: Afronding = {
  methode: GEWOON,
  per: "uitkomst",
  halven: "naar-boven",
  restant: "laten",
  veelvoud: 1n,
};

function checkAfronding(gevonden: Gevonden, meld: Meld): void {
  const { methode: chosen } = gevonden;
  if (isGevonden(chosen) && chosen.soort === "parameter") return;
  const name = isGevonden(chosen) ? chosen.methode : "grootste-rest";
  if ("rijtotaal" in gevonden && name !== "tweezijdig") {
    meld("«rijtotaal» hoort bij «methode: tweezijdig». Haal de regel weg, of kies die methode.", {
      pad: ["rijtotaal"],
    });
  }
  if (gevonden.halven === "naar-even" && name !== "rekenkundig") {
    meld("«halven» hoort bij «methode: rekenkundig». Haal de regel weg, of kies die methode.", {
      pad: ["halven"],
    });
  }
}
