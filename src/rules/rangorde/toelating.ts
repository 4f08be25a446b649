import type { Eis } from "#domain/eis.ts";
import type { Reden, Toelatingsstand } from "#domain/rangorde-uitkomst.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { describeAsked, describeFound } from "./eistekst.ts";
import { nodigForEis } from "./nodig.ts";
import { eislezerVan, type Rangcontext } from "./vraag.ts";

/** Whether a candidate takes part; who falls out gets every reason, and unknown is not no. */
export function readToelating(
  eis: Eis | undefined,
  plek: Plek,
  context: Rangcontext,
): Toelatingsstand {
  if (!eis) return { soort: "toegelaten", redenen: [] };
  const lezer = eislezerVan(context);
  const truth = evaluateEis(eis, plek, lezer);
  if (truth === "onbekend") {
    return { soort: "nader-onderzoek", nodig: nodigForEis(eis, plek, context) };
  }
  const redenen = reasonsFor(eis, "toelating", plek, lezer, truth === "ja");
  return { soort: truth === "ja" ? "toegelaten" : "niet-toegelaten", redenen };
}

/**
 * The single eisen that made the whole come out as it did: of an `alle` that is no each that is no,
 * of an `een-van` that is no all of them, of one that is yes those that are.
 */
function reasonsFor(
  eis: Eis,
  pad: string,
  plek: Plek,
  lezer: Eislezer,
  holds: boolean,
  asked = true,
): readonly Reden[] {
  switch (eis.soort) {
    case "alle":
    case "een-van":
      return eis.eisen.flatMap((item, i) =>
        evaluateEis(item, plek, lezer) === (holds ? "ja" : "nee")
          ? reasonsFor(item, `${pad}.${eis.soort}[${i}]`, plek, lezer, holds, asked)
          : [],
      );
    case "niet":
      return reasonsFor(eis.eis, `${pad}.niet`, plek, lezer, !holds, !asked);
    case "als": {
      const { als, dan, anders } = eis;
      const met = evaluateEis(als, plek, lezer) === "ja";
      const branch = met ? dan : anders;
      if (!branch) return [{ tekst: `${describeAsked(als, plek, lezer)}: nee`, pad: `${pad}.als` }];
      const path = `${pad}.${met ? "dan" : "anders"}`;
      return reasonsFor(branch, path, plek, lezer, holds, asked);
    }
    case "vergelijking": {
      // A question that is met the way it was asked says what was found; else also what it had to be.
      const tekst = describeFound(eis, plek, lezer, asked);
      return [{ tekst: holds === asked ? found(tekst) : tekst, pad }];
    }
    case "aanwezig":
    case "voor-elk": {
      const answer = holds ? "ja" : "nee";
      return [{ tekst: `${describeAsked(eis, plek, lezer)}: ${answer}`, pad }];
    }
  }
}

/** Only what was found: nothing is asked of it any more. */
function found(tekst: string): string {
  return tekst.slice(0, tekst.indexOf("; "));
}
