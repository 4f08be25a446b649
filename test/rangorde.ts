import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Loting, Rangorde } from "#domain/rangorde.ts";
import type { Rangmelding, RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
import { createCijferbron, GEHEEL } from "#domain/waarneming.ts";
import { computeRangorde, type Rangordevraag } from "#rules/rangorde/index.ts";
import { type Getal, leesDocument, observe } from "./builders.ts";

/** Candidates by name, each with its kenmerken as a scenario writes them. */
export type Kandidaten = Readonly<Record<string, Readonly<Record<string, Getal>>>>;

type Extra = {
  readonly op?: string;
  readonly ingevuld?: Partial<Invulling>;
  readonly lotingen?: readonly Loting[];
};

/** A rangorde written without its head. */
export function leesRangorde(yaml: string): Rangorde {
  const document = leesDocument(`soort: rangorde
id: voorrang
titel: Een proef
onderwerp: algemeen
bron: verzonnen voor een proef
status: voorbeeld
van: zoekers
voor: een woning
${yaml}
`);
  if (document.soort !== "rangorde") throw new Error(document.soort);
  return document;
}

/** A made-up run; candidates take part in the order in which they are written. */
export function vraagRangorde(
  yaml: string,
  kandidaten: Kandidaten,
  { op, ingevuld = {}, lotingen }: Extra = {},
): Rangordevraag {
  const document = leesRangorde(yaml);
  const eenheden = Object.keys(kandidaten).map((id) => ({ id, naam: id }));
  const waarnemingen = Object.entries(kandidaten).flatMap(([wie, kenmerken]) =>
    Object.entries(kenmerken).flatMap(([naam, waarde]) => observe(naam, { [wie]: waarde })),
  );
  return {
    document,
    gebied: { id: GEHEEL, titel: "de proef", eenheden, deelregios: {}, onzeker: [] },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([document]),
    ingevuld: { parameters: {}, ...ingevuld },
    ...(op === undefined ? {} : { op }),
    ...(lotingen ? { lotingen } : {}),
  };
}

export function rangschik(yaml: string, kandidaten: Kandidaten, extra?: Extra): RangordeUitkomst {
  return computeRangorde(vraagRangorde(yaml, kandidaten, extra));
}

/** The order as text: `C > B > [D, F] > E`, with ? behind those of whom something must be known. */
export function volgordeVan({ plaatsen }: RangordeUitkomst): string {
  return plaatsen
    .map(({ kandidaten, stand }) => {
      const names = [...kandidaten].sort().join(", ");
      if (kandidaten.length === 1) return names;
      return `[${names}]${stand === "onbeslist" ? "?" : ""}`;
    })
    .join(" > ");
}

/** Of each melding its soort with what it names: `besluit-nodig A B`, `onbepaald grensjaar`. */
export function meldingenVan({ meldingen }: RangordeUitkomst): readonly string[] {
  return meldingen.map((melding) => `${melding.soort} ${namesIn(melding)}`);
}

function namesIn(melding: Rangmelding): string {
  switch (melding.soort) {
    case "besluit-nodig":
      return melding.kandidaten.join(" ");
    case "onbepaald":
      return melding.wat;
    case "geweigerd":
      return melding.reden;
    case "onvolledig":
      return melding.ontbreekt.map(({ cijfer, van }) => `${cijfer} van ${van}`).join(", ");
  }
}
