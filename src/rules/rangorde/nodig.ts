import type { Eis } from "#domain/eis.ts";
import type { Nodig } from "#domain/rangorde-uitkomst.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { subjectOf } from "./eistekst.ts";
import { afresh, eislezerVan, type Rangcontext } from "./vraag.ts";

export const NIETS_NODIG: Nodig = { ontbreekt: [], onbepaald: [] };

/** Everything that several answers lack, each thing once. */
export function joinNodig(list: readonly Nodig[]): Nodig {
  const ontbreekt = new Map(
    list.flatMap((nodig) =>
      nodig.ontbreekt.map((item) => [`${item.cijfer}|${item.van}|${item.moment}`, item] as const),
    ),
  );
  const onbepaald = new Map(
    list.flatMap((nodig) => nodig.onbepaald.map((item) => [item.wat, item] as const)),
  );
  return { ontbreekt: [...ontbreekt.values()], onbepaald: [...onbepaald.values()] };
}

/**
 * What one reading lacked, by reading it again with a reader of its own.
 *
 * Something that is there but cannot be compared (weeks against months, a word where a number is
 * asked) lacks nothing; it is named by `wat` so that nobody waits for a figure that came in.
 */
export function nodigFor(
  read: (lezer: Eislezer) => unknown,
  wat: string,
  context: Rangcontext,
): Nodig {
  const own = afresh(context);
  read(eislezerVan(own));
  const { ontbreekt, meldingen } = own.lezer.verslag();
  const onbepaald = meldingen.filter((melding) => melding.soort === "onbepaald");
  if (ontbreekt.length > 0 || onbepaald.length > 0) return { ontbreekt, onbepaald };
  const waarom = `«${wat}» is ingevuld, maar laat zich hier niet vergelijken.`;
  return { ontbreekt: [], onbepaald: [{ soort: "onbepaald", wat, waarom }] };
}

/** What must be known before an eis that came out as unknown is yes or no. */
export function nodigForEis(eis: Eis, plek: Plek, context: Rangcontext): Nodig {
  const lezer = eislezerVan(context);
  const open = (items: readonly Eis[]): Nodig =>
    joinNodig(
      items
        .filter((item) => evaluateEis(item, plek, lezer) === "onbekend")
        .map((item) => nodigForEis(item, plek, context)),
    );
  switch (eis.soort) {
    case "alle":
    case "een-van":
      return open(eis.eisen);
    case "niet":
      return open([eis.eis]);
    case "als":
      return open([eis.als, eis.dan, ...(eis.anders ? [eis.anders] : [])]);
    case "voor-elk":
    case "vergelijking":
    case "aanwezig":
      return nodigFor((own) => evaluateEis(eis, plek, own), subjectOf(eis), context);
  }
}
