import type { Bevinding, Gelezencijfer } from "#domain/inlevering.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { describeInhoud } from "../voorrang.ts";
import { plaatsnaam } from "./celtekst.ts";
import { fout, opmerking, toBevinding } from "./melding.ts";

/** By what two figures are the same one: indicator, cell, gebied and moment. */
export function cijfersleutel({ indicator, cel, gebied, moment = "" }: Waarneming): string {
  return [indicator, cel.join("."), gebied, moment].join("|");
}

/**
 * Every figure once. Of two that agree the first counts, and it is told; of two that differ neither
 * does, until a person takes one out.
 */
export function zonderDubbelen(cijfers: readonly Gelezencijfer[]): {
  readonly cijfers: readonly Gelezencijfer[];
  readonly bevindingen: readonly Bevinding[];
} {
  const first = new Map<string, Gelezencijfer>();
  const bevindingen: Bevinding[] = [];
  for (const cijfer of cijfers) {
    const key = cijfersleutel(cijfer.waarneming);
    const earlier = first.get(key);
    if (earlier) bevindingen.push(tellDouble(cijfer, earlier));
    else first.set(key, cijfer);
  }
  return { cijfers: [...first.values()], bevindingen };
}

function tellDouble({ waarneming, waar }: Gelezencijfer, earlier: Gelezencijfer): Bevinding {
  const [own, other] = [waarneming, earlier.waarneming].map(({ inhoud }) => describeInhoud(inhoud));
  const plaats = plaatsnaam(earlier.waar);
  const melding =
    own === other
      ? opmerking("dubbel-gelijk", `Hetzelfde cijfer staat ook in ${plaats}. Het telt één keer.`)
      : fout(
          "dubbel-verschilt",
          `In ${plaats} staat voor hetzelfde cijfer ${other}. Laat er een staan, of verbeter de gemeente of de periode.`,
        );
  return toBevinding(melding, waar, own ?? "", waarneming.indicator);
}
