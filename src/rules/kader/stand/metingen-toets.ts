import type { Meting, Voortgang } from "#domain/kaderstand.ts";
import type { Eisoordeel, ToetsUitkomst } from "#domain/oordeel.ts";
import { type Datum, parseMoment } from "#domain/peildatum.ts";

/**
 * What a toets says, as progress: an eis that does not hold is `gemist` only after the end of its
 * term, and without a term it is never that.
 *
 * Inside an overgang nobody agreed how far one must be, so that `ingroeipad` cannot be judged.
 */
export function measureToets(uitkomst: ToetsUitkomst, op: Datum): readonly Meting[] {
  const end = termEnd(uitkomst);
  const ended = end !== undefined && end < op;
  return uitkomst.eenheden.flatMap(({ id, naam, oordelen }) =>
    oordelen
      .filter(({ oordeel }) => oordeel !== "niet-van-toepassing")
      .map((item): Meting => {
        const wat = item.fase ? `${item.eis}, ${item.fase}` : item.eis;
        return { eenheid: id, naam, wat, oordeel: item.oordeel, ...judge(item, ended, uitkomst) };
      }),
  );
}

/** The last day on which it may still be put right; undefined where nobody agreed one. */
function termEnd({ meetperiode, overgang }: ToetsUitkomst): Datum | undefined {
  const measured = meetperiode === undefined ? undefined : parseMoment(meetperiode)?.tot;
  return [measured, overgang?.tot]
    .filter((end) => end !== undefined)
    .toSorted()
    .at(-1);
}

function judge(
  { oordeel, ontbreekt, onbepaald }: Eisoordeel,
  ended: boolean,
  { overgang }: ToetsUitkomst,
): { readonly voortgang: Voortgang; readonly waarom?: string } {
  switch (oordeel) {
    case "voldoet":
    case "afgeweken-met-uitleg":
      return { voortgang: "op-koers" };
    case "voldoet-niet":
    case "uitleg-ontbreekt":
      return { voortgang: ended ? "gemist" : "in-gevaar" };
    case "ingroeipad": {
      const until = overgang?.tot === undefined ? "" : ` tot en met ${overgang.tot}`;
      return {
        voortgang: "niet-te-beoordelen",
        waarom: `de overgang loopt${until}, en een tussenstap is niet afgesproken`,
      };
    }
    case "onvolledig": {
      const names = ontbreekt.map(({ cijfer, van }) => (van ? `${cijfer} van ${van}` : cijfer));
      return { voortgang: "niet-te-beoordelen", waarom: `ontbreekt: ${names.join(", ")}` };
    }
    case "onbepaald":
      return { voortgang: "niet-te-beoordelen", waarom: `nog te bepalen: ${onbepaald.join(", ")}` };
    case "niet-van-toepassing":
      return { voortgang: "niet-te-beoordelen" };
  }
}
