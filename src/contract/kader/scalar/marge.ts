import { type Breuk, breuk, divide, isNegative } from "#domain/breuk.ts";
import type { Marge } from "#domain/indicator.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";
import { readGetal } from "./getal.ts";

/** Reads `0.5 procentpunt`, `3 %` or a number in the unit of the figure; never below zero. */
export function readMarge(text: string): Gelezen<Marge> {
  const points = /^(.+?)\s*procentpunt(en)?$/.exec(text.trim())?.[1];
  const getal = readGetal(points ?? text);
  if (!getal.ok) {
    return points || /^[-+.,\d]/.test(text)
      ? getal
      : ongelezen(
          `${quote(text)} is geen marge. Schrijf het zo: 0.5 procentpunt, 3 % of een getal.`,
        );
  }
  const value = getal.waarde.getal;
  if (isNegative(value)) {
    return ongelezen(`${quote(text)} is lager dan nul. Een marge geldt naar beide kanten.`);
  }
  return gelezen(toMarge(value, points !== undefined, getal.waarde.tekst));
}

function toMarge(value: Breuk, points: boolean, text: string): Marge {
  if (points) return { soort: "procentpunt", waarde: divide(value, breuk(100n)) };
  return { soort: text.endsWith("%") ? "procent" : "eenheid", waarde: value };
}
