import { type Pad, quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { asBlok, asLijst, asTekst, isKaart, type Melder, type Regel } from "./ruw.ts";

/** The number of parties agrees with the list (F125). */
export const partijenregel: Regel = ({ soort, boom }, { opmerking }) => {
  const count = asTekst(boom["aantal-partijen"]);
  const listed = asLijst(boom.partijen).length;
  if (soort !== "kader" || count === undefined || Number(count) === listed) return;
  opmerking(
    ["aantal-partijen"],
    `Er staan ${listed} partijen in de lijst, en «aantal-partijen» is ${count}. Kijk na wie ontbreekt.`,
    "waarde",
  );
};

/** Two meanings of one word give two sets of figures: who has his own is told so (F114). */
export const definitieregel: Regel = ({ soort, boom }, { opmerking }) => {
  const definitie = asBlok(boom.definitie, "landelijk");
  const landelijk = asTekst(definitie.landelijk);
  const verschil = asTekst(definitie["wijkt-af"]);
  if (soort !== "indicator" || landelijk === undefined || verschil === undefined) return;
  opmerking(
    ["definitie", "wijkt-af"],
    `Dit cijfer wijkt af van de landelijke definitie ${quote(landelijk)}: ${verschil}. Zo komen er twee soorten getallen in omloop. Gebruik de landelijke, of zeg er steeds bij dat dit een eigen telling is.`,
    "waarde",
  );
};

const TEKSTVELDEN = new Set(["titel", "toelichting", "bron", "plaats", "stuk", "reden", "link"]);

/** A point is a decimal point: who writes 1.000 may have meant a thousand. */
export const duizendregel: Regel = ({ boom }, melder) => visit(boom, [], melder);

function visit(boom: Boom, pad: Pad, melder: Melder): void {
  if (Array.isArray(boom)) {
    for (const [index, item] of boom.entries()) visit(item, [...pad, index], melder);
  } else if (isKaart(boom)) {
    for (const [key, value] of Object.entries(boom)) {
      if (!TEKSTVELDEN.has(key)) visit(value, [...pad, key], melder);
    }
  } else if (typeof boom === "string" && /^[1-9]\d{0,2}\.\d{3}$/.test(boom)) {
    const thousand = boom.replace(".", "");
    melder.opmerking(
      pad,
      `${quote(boom)} is hier ${boom.replace(".", " komma ")}. Bedoelt u duizendtallen, schrijf dan ${thousand}.`,
      "waarde",
    );
  }
}
