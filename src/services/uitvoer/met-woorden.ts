import { sayAlsRegio, type Woorden } from "#domain/schermwoorden.ts";
import type { Uitvoerblad } from "./uitvoerblad.ts";

/**
 * Sentences, remarks and titles of figures as the region says them (F093); codes stay what they are,
 * so that a file can still be read back.
 */
export function withWoorden(blad: Uitvoerblad, woorden: Woorden | undefined): Uitvoerblad {
  if (!woorden) return blad;
  const say = (text: string) => sayAlsRegio(text, woorden);
  const [first, ...others] = blad.kolommen.map((kolom) => ({
    ...kolom,
    zin: say(kolom.zin),
    meldingen: kolom.meldingen.map(say),
  }));
  return {
    ...blad,
    zin: say(blad.zin),
    kanttekeningen: blad.kanttekeningen.map(say),
    kolommen: first ? [first, ...others] : blad.kolommen,
    cijfers: blad.cijfers.map((cijfer) => ({
      ...cijfer,
      titel: woorden[cijfer.indicator] ?? cijfer.titel,
    })),
    woorden,
  };
}
