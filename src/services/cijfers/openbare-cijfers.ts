import { compare } from "#domain/breuk.ts";
import type { Gemeente } from "#domain/gebied.ts";
import { isGemeentecode } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { overlay } from "#rules/cijfers/eigen-cijfers.ts";
import { listAncestors } from "#rules/cijfers/herindeling/samenstelling.ts";
import {
  type Groepscel,
  isGroepscijfer,
  KLEINSTE_AANTAL,
  type Openbaar,
  toOpenbaar,
} from "#rules/cijfers/kleine-aantallen.ts";
import type { Basis } from "#services/basis.ts";

export { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";

/**
 * A basis of which every figure may be shown to everybody.
 *
 * It is the only one that pages, the API and exports get: who needs figures to show asks for this
 * type, and a plain `Basis` is none.
 */
export type OpenbareBasis = Basis & {
  /** Whether there is a figure of this gebied that is held back: unknown would not be true of it. */
  readonly isDicht: (indicator: string, gebied: string) => boolean;
  /** The same with other figures laid over what was delivered; the rule looks at them together. */
  readonly withCijfers: (own: readonly Waarneming[]) => OpenbareBasis;
};

/**
 * The basis as everybody may see it: small counts of groups are not in it (F224).
 *
 * What is held back never comes in, so nothing that is worked out from these figures can give it
 * away. The regions that sums are shown of are the provincies: every gemeente is in one, and none
 * in two, so that no two sums can be taken from each other.
 */
export function toOpenbareBasis(basis: Basis): OpenbareBasis {
  const settled = basis.herindelingen.overgangen.filter(({ zekerheid }) => zekerheid === "vast");
  const known = new Map<string, Groepsbesluit>();
  const decide = (naam: string): Groepsbesluit | undefined => {
    const indicator = basis.bibliotheek.find(naam);
    if (indicator?.soort !== "indicator" || !isGroepscijfer(indicator)) return undefined;
    const found = known.get(indicator.id) ?? decideGroep(indicator, basis);
    known.set(indicator.id, found);
    return found;
  };
  return {
    ...basis,
    cijfers: {
      find: (naam, gebied) => {
        const all = basis.cijfers.find(naam, gebied);
        return decide(naam)?.(gebied, all) ?? all;
      },
    },
    // What a gemeente was made of may be held back too: then it is not unknown either.
    isDicht: (naam, gebied) =>
      [gebied, ...listAncestors(gebied, settled)].some((own) => {
        const all = basis.cijfers.find(naam, own);
        const shown = decide(naam)?.(own, all) ?? all;
        return all.some((waarneming) => !shown.includes(waarneming));
      }),
    withCijfers: (own) => toOpenbareBasis({ ...basis, cijfers: overlay(own, basis.cijfers) }),
  };
}

/** What of the figures of one group indicator of a gebied may be seen. */
type Groepsbesluit = (gebied: string, all: readonly Waarneming[]) => readonly Waarneming[];

function decideGroep(indicator: Indicator, basis: Basis): Groepsbesluit {
  const tabellen = new Map<string, Momenttabel>();
  for (const gemeente of everyGemeente(basis)) {
    for (const waarneming of basis.cijfers.find(indicator.id, gemeente.code)) {
      const moment = waarneming.moment ?? "";
      const tabel = tabellen.get(moment) ?? { cellen: [], bronnen: new Set() };
      tabel.cellen.push(toCel(waarneming, gemeente));
      tabel.bronnen.add(waarneming.bron);
      tabellen.set(moment, tabel);
    }
  }
  const provincies = new Map(
    everyGemeente(basis).map(({ code, provincie }) => [code, provincie] as const),
  );
  const besluiten = new Map(
    [...tabellen].map(([moment, { cellen }]) => [moment, toOpenbaar({ indicator, cellen })]),
  );
  return (gebied, all) => {
    const regio = provincies.get(gebied);
    const shown = all.filter((waarneming) =>
      mayBeSeen(waarneming, regio, besluiten.get(waarneming.moment ?? "")),
    );
    return [...shown, ...sumsOf(indicator, gebied, besluiten, tabellen)];
  };
}

type Momenttabel = { readonly cellen: Groepscel[]; readonly bronnen: Set<string> };

function toCel({ cel, inhoud }: Waarneming, { code, provincie }: Gemeente): Groepscel {
  const number = inhoud.soort === "getal" ? { aantal: inhoud.waarde } : {};
  return { gemeente: code, regio: provincie, cel, ...number };
}

/** Every gemeente that a figure can be of; one that went up in another had figures of its own. */
function everyGemeente({ gemeenten, kennis }: Basis): readonly Gemeente[] {
  const days = [FIRST_DAY, kennis.peildatum ?? FIRST_DAY];
  const all = days.flatMap((day) => gemeenten.list(parseMoment(day)?.van ?? day));
  return [...new Map(all.map((gemeente) => [gemeente.code, gemeente])).values()];
}

const FIRST_DAY = "2021-01-01";

/** A figure of another gebied than a gemeente could be laid beside the sums: then all must be open. */
function mayBeSeen(
  { gebied, inhoud }: Waarneming,
  regio: string | undefined,
  besluit: Openbaar | undefined,
): boolean {
  if (isGemeentecode(gebied)) return regio !== undefined && besluit?.regios.has(regio) === true;
  if (besluit && !besluit.alles) return false;
  return inhoud.soort === "getal" && compare(inhoud.waarde, KLEINSTE_AANTAL) >= 0;
}

function sumsOf(
  indicator: Indicator,
  gebied: string,
  besluiten: ReadonlyMap<string, Openbaar>,
  tabellen: ReadonlyMap<string, Momenttabel>,
): readonly Waarneming[] {
  return [...besluiten].flatMap(([moment, { totalen }]) =>
    totalen
      .filter(({ regio }) => regio === gebied)
      .map(
        ({ cel, aantal }): Waarneming => ({
          indicator: indicator.id,
          cel,
          gebied,
          ...(moment ? { moment } : {}),
          inhoud: { soort: "getal", waarde: aantal },
          bron: [...(tabellen.get(moment)?.bronnen ?? [])].join("; "),
          betrouwbaarheid: indicator.betrouwbaarheid,
          opmerking:
            "Opgeteld over de gemeenten: per gemeente zijn de aantallen te klein om te tonen.",
        }),
      ),
  );
}
