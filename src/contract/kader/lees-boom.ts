import type { RegieDocument } from "#domain/document.ts";
import { SOORTEN } from "#domain/kop.ts";
import { listWords } from "#domain/notatie.ts";
import { quote } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { type Knoop, toBoom } from "./knoop.ts";
import { type Bevinding, toBevindingen, withoutMisspelt } from "./melding.ts";
import { findNearest } from "./nearest.ts";
import { createLeescontext } from "./regels/context.ts";
import { checkDocument } from "./regels/regels.ts";
import { isKaart } from "./regels/ruw.ts";
import { isSoort, SCHEMAS } from "./schema/document.ts";
import { withLeescontext } from "./schema/leescontext.ts";

/** A tree as a document, or what is wrong with it; remarks either way. */
export type Boomlezing = {
  readonly document?: RegieDocument;
  readonly fouten: readonly Bevinding[];
  readonly opmerkingen: readonly Bevinding[];
};

/** Reads a tree by the grammar of its soort, and by the rules that look across blocks. */
export function readBoom(
  knoop: Knoop,
  { bestand, kennis }: { readonly bestand: string; readonly kennis: Kennis },
): Boomlezing {
  const boom = toBoom(knoop);
  if (!isKaart(boom)) return refuse("Een document is een blok met sleutels, zoals «soort: toets».");
  const { soort } = boom;
  if (!isSoort(soort)) return refuse(...soortTekst(soort));
  const context = createLeescontext(boom, kennis);
  return withLeescontext(context, () => {
    const parsed = SCHEMAS[soort].safeParse(boom, { reportInput: true });
    const rules = checkDocument({ soort, boom, bestand, kennis });
    const found = parsed.success ? [] : toBevindingen(parsed.error.issues, knoop);
    const fouten = withoutMisspelt([...found, ...rules.fouten]);
    return parsed.success && fouten.length === 0
      ? { document: parsed.data, fouten, opmerkingen: rules.opmerkingen }
      : { fouten, opmerkingen: rules.opmerkingen };
  });
}

function refuse(tekst: string, pad: readonly string[] = []): Boomlezing {
  return { fouten: [{ pad, bij: "waarde", tekst }], opmerkingen: [] };
}

function soortTekst(soort: unknown): [string, readonly string[]] {
  const kinds = listWords(SOORTEN, "of");
  if (typeof soort !== "string") {
    return [
      `«soort» ontbreekt. Schrijf bovenaan welke soort document dit is: ${kinds}.`,
      ["soort"],
    ];
  }
  const nearest = findNearest(soort, SOORTEN);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return [`${quote(soort)} is geen soort document. Kies ${kinds}.${hint}`, ["soort"]];
}
