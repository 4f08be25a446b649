import { addDuur, type Datum, type Duur, dagenTussen, parseMoment } from "#domain/peildatum.ts";
import type { Rangorde } from "#domain/rangorde.ts";
import type { Termijnstand } from "#domain/rangorde-uitkomst.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { afresh, type Rangcontext } from "./vraag.ts";

type Termijn = Rangorde["termijn"][string];

/**
 * How every term of the document stands for a candidate: due so long after the date `na`, done on
 * the date that the candidate has under the name of the term, else still running on the day `op`.
 */
export function readTermijnen(plek: Plek, context: Rangcontext): readonly Termijnstand[] {
  return Object.entries(context.vraag.document.termijn).map(([naam, termijn]) =>
    readTermijn(naam, termijn, plek, context),
  );
}

function readTermijn(
  naam: string,
  termijn: Termijn,
  plek: Plek,
  context: Rangcontext,
): Termijnstand {
  const pad = `termijn.${naam}`;
  const { lezer, vraag } = afresh(context);
  const start = dateOf(termijn.na, plek, lezer);
  const duur = duurOf(termijn, lezer);
  const { ontbreekt } = lezer.verslag();
  if (!start || !duur) return { naam, stand: "onbekend", ontbreekt, pad };
  const uiterlijk = addDuur(start, duur);
  const gedaan = lezer.isPresent({ naam, pad: [] }, plek) ? dateOf(naam, plek, lezer) : undefined;
  const today = vraag.op === undefined ? undefined : parseMoment(vraag.op)?.van;
  const held = laidAgainst(uiterlijk, gedaan, today);
  const anders = held.stand === "te-laat" ? termijn.anders : undefined;
  return {
    naam,
    ...held,
    uiterlijk,
    ...(gedaan ? { gedaan } : {}),
    ...(anders ? { anders } : {}),
    ontbreekt: [],
    pad,
  };
}

/** The last day against the day it was done, or as long as it is not, against the day of the run. */
function laidAgainst(
  uiterlijk: Datum,
  gedaan: Datum | undefined,
  today: Datum | undefined,
): Pick<Termijnstand, "stand" | "dagenTeLaat"> {
  const day = gedaan ?? today;
  if (!day) return { stand: "onbekend" };
  const late = dagenTussen(uiterlijk, day);
  if (late > 0) return { stand: "te-laat", dagenTeLaat: late };
  return { stand: gedaan ? "op-tijd" : "loopt" };
}

function dateOf(naam: string, plek: Plek, lezer: Rangcontext["lezer"]): Datum | undefined {
  const inhoud = lezer.waarneming({ naam, pad: [] }, plek)?.inhoud;
  return inhoud?.soort === "datum" ? inhoud.datum : undefined;
}

function duurOf({ binnen }: Termijn, lezer: Rangcontext["lezer"]): Duur | undefined {
  if (binnen.soort === "duur") return binnen.duur;
  if (binnen.soort !== "verwijzing") return undefined;
  const value = lezer.parameter(binnen.verwijzing.naam);
  return value && "soort" in value && value.soort === "duur" ? value.duur : undefined;
}
