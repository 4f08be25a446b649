import { compare, EEN, isNegative, isWhole } from "#domain/breuk.ts";
import type { VastDeel } from "#domain/sleutel.ts";
import { quote } from "../fout.ts";
import { type Getal, readGetal } from "../scalar/getal.ts";
import { type Gevonden, isGevonden, type Meld, onderdelen, scalar, withControle } from "./blok.ts";
import { readEenheidnaam } from "./eenheid.ts";
import { checkHonderd } from "./honderd.ts";

/** Fixed parts per unit: shares of exactly one together, or whole numbers. */
export const vast = withControle(onderdelen(scalar(readGetal)), checkVast).transform(
  (delen): readonly VastDeel[] =>
    Object.entries(delen).map(([key, { getal, tekst }]) => {
      const unit = readEenheidnaam(key);
      return { eenheid: unit.ok ? unit.waarde.id : key, deel: getal, tekst };
    }),
);

function checkVast(gevonden: Gevonden, meld: Meld): void {
  const entries = Object.entries(gevonden);
  if (entries.length === 0) meld("«vast» is leeg. Noem elke gemeente met haar deel.");
  for (const [key] of entries) {
    const unit = readEenheidnaam(key);
    if (!unit.ok) meld(unit.tekst, { pad: [key] });
  }
  const delen = entries.flatMap(([key, value]) => (isGetal(value) ? [{ key, ...value }] : []));
  for (const { key, getal, tekst } of delen) {
    if (isNegative(getal)) meld(`${quote(tekst)} is lager dan nul.`, { pad: [key], bij: "waarde" });
  }
  if (delen.length < entries.length || delen.length === 0) return;
  const numbers = delen.some(({ getal }) => compare(getal, EEN) > 0);
  if (numbers && delen.every(({ getal }) => isWhole(getal))) return;
  const fout = checkHonderd(
    "De vaste delen",
    delen.map(({ getal, tekst }) => ({ deel: getal, tekst })),
  );
  if (fout) meld(fout);
}

function isGetal(value: unknown): value is Getal {
  return isGevonden(value) && "getal" in value && "tekst" in value;
}
