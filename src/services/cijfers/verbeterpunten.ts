import type { Indicator } from "#domain/indicator.ts";
import type { Onderwerp } from "#domain/kop.ts";
import type { Datum } from "#domain/peildatum.ts";
import { PAKKET } from "#services/pakket/onderdelen.ts";
import { cijfersOp } from "./cijfers-op.ts";
import type { OpenbareBasis } from "./openbare-cijfers.ts";

/** What of a group nobody counts here, and who could change that. */
export type Verbeterpunt = {
  readonly groep: string;
  /** Figures that tell about this group, with whether any gemeente has one and who may deliver it. */
  readonly cijfers: readonly {
    readonly indicator: Indicator;
    readonly aanwezig: boolean;
    readonly levert?: string;
  }[];
  /** No figure at all: the registration itself is to be improved (F115). */
  readonly zonderBron: boolean;
};

/** Groups that have figures of a subject of their own, beside the columns of figures per group. */
const EIGEN_ONDERWERP: Readonly<Record<string, Onderwerp>> = {
  arbeidsmigranten: "arbeidsmigranten",
  studenten: "studenten",
  woonwagenbewoners: "woonwagens",
  ouderen: "ouderen",
  vergunninghouders: "vergunninghouders",
};

/** Every aandachtsgroep with what is known of it; those without any source come as they are listed. */
export function listVerbeterpunten(basis: OpenbareBasis, op: Datum): readonly Verbeterpunt[] {
  const groepen = basis.kennis.codelijsten?.get("aandachtsgroep") ?? [];
  const cijfers = cijfersOp(basis, op);
  const gebieden = [
    ...basis.gemeenten.list(op).map(({ code }) => code),
    ...basis.gemeenten.provincies.map(({ code }) => code),
    basis.nederland(op).id,
  ];
  return groepen.map((groep) => {
    const found = indicatorenOver(basis, groep).map((indicator) => {
      const split = indicator.uitsplitsing.includes("aandachtsgroep");
      const aanwezig = gebieden.some(
        (gebied) =>
          cijfers
            .find(indicator.id, gebied)
            .some(
              ({ cel, inhoud }) => inhoud.soort !== "onbekend" && (!split || cel.includes(groep)),
            ) || basis.isDicht(indicator.id, gebied),
      );
      const levert = whoDelivers(indicator.id);
      return { indicator, aanwezig, ...(levert === undefined ? {} : { levert }) };
    });
    return { groep, cijfers: found, zonderBron: found.every(({ aanwezig }) => !aanwezig) };
  });
}

function indicatorenOver({ bibliotheek }: OpenbareBasis, groep: string): readonly Indicator[] {
  const onderwerp = EIGEN_ONDERWERP[groep];
  return bibliotheek
    .list()
    .filter((document) => document.soort === "indicator")
    .filter(({ niveau }) => niveau.some((level) => LEVELS.has(level)))
    .filter(({ eenheid }) => COUNTED.has(eenheid))
    .filter(
      ({ uitsplitsing, onderwerp: own }) =>
        uitsplitsing.includes("aandachtsgroep") || own === onderwerp,
    )
    .toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

const LEVELS = new Set(["gemeente", "provincie", "regio", "nederland"]);

/** Counts of people, homes and places; what a document asks of an agreement is no registration. */
const COUNTED = new Set([
  "personen",
  "huishoudens",
  "woningen",
  "plaatsen",
  "plekken",
  "studenten",
  "inschrijvingen",
  "standplaatsen",
]);

function whoDelivers(indicator: string): string | undefined {
  return PAKKET.flatMap(({ kolommen }) => kolommen).find((kolom) => kolom.indicator === indicator)
    ?.levert;
}
