import type { Datum } from "#domain/peildatum.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import { quote } from "./fout.ts";
import { findNearest } from "./nearest.ts";
import { readDatum } from "./scalar/moment.ts";

/** An event as it was read, or everything that is wrong with how it is written. */
export type Gebeurtenislezing =
  | { readonly ok: true; readonly gebeurtenis: Gebeurtenis }
  | { readonly ok: false; readonly fouten: readonly string[] };

const TEKSTEN = ["stap", "stuk", "orgaan", "naar", "genodigde", "reden"] as const;
const DAGEN = ["op", "klaar"] as const;
const ASSEN = ["gemeente", "deelregio", "provincie", "regio", "laag"];

/**
 * Reads one event of a traject from its keys (docs/taal.md 2.8).
 *
 * Whether it can have happened is for the run to say; here only its form is looked at. The axes are
 * those of the language, and whatever the document itself names after `voor-elk`.
 */
export function readGebeurtenis(
  velden: Readonly<Record<string, string>>,
  document: Pick<Traject, "stappen" | "naAfloop">,
): Gebeurtenislezing {
  const axes = [...new Set([...ASSEN, ...assenIn(document)])];
  const known = [...TEKSTEN, ...DAGEN, ...axes];
  const fouten: string[] = [];
  const days: { op?: Datum; klaar?: Datum } = {};
  for (const key of DAGEN) {
    const text = velden[key];
    const read = text === undefined ? undefined : readDatum(text);
    if (read?.ok) days[key] = read.waarde;
    else if (read) fouten.push(read.tekst);
  }
  for (const key of Object.keys(velden).filter((name) => !known.includes(name))) {
    const nearest = findNearest(key, known);
    const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Hier kan staan: ${known.join(", ")}.`;
    fouten.push(`Onbekende sleutel ${quote(key)}. ${hint}`);
  }
  const { stap } = velden;
  if (!stap) fouten.push("Een gebeurtenis zegt bij welke stap zij hoort. Voeg «stap: …» toe.");
  if (!stap || fouten.length > 0) return { ok: false, fouten };
  const texts = TEKSTEN.flatMap((key) => (velden[key] ? [[key, velden[key]] as const] : []));
  const voor = axes.flatMap((as) => (velden[as] ? [[as, velden[as]] as const] : []));
  const gebeurtenis = {
    ...Object.fromEntries(texts),
    stap,
    ...days,
    voor: Object.fromEntries(voor),
  };
  return { ok: true, gebeurtenis };
}

/** Every axis after `voor-elk` in a traject. */
function assenIn({ stappen, naAfloop }: Pick<Traject, "stappen" | "naAfloop">): readonly string[] {
  return [
    ...stappen.flatMap(({ bewijs, besluit, genodigden }) => [
      ...bewijs.flatMap(({ voorElk }) => voorElk ?? []),
      ...(besluit?.voorElk ? [besluit.voorElk] : []),
      ...(genodigden?.hoogstens ? [genodigden.hoogstens.voorElk] : []),
    ]),
    ...naAfloop.flatMap(({ voorElk }) => voorElk ?? []),
  ];
}
