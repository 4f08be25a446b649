import type { Indicator } from "#domain/indicator.ts";
import { isGroepscijfer, type OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import type { Zinmaker } from "#services/kader/zin.ts";
import { cijferdataset } from "./cijfers.ts";
import type { Dataset, NietOpen } from "./dataset.ts";
import { documentendataset } from "./documenten.ts";
import { gebiedendatasets } from "./gebieden.ts";
import { indelingendataset } from "./indelingen.ts";
import { findLicentie } from "./licentie.ts";
import { FORMATEN, type Formaat, type Maat, measure } from "./schrijven.ts";

/** A dataset with what is worked out from all of its rows. */
export type Opengegevens = {
  readonly dataset: Dataset;
  readonly maten: Readonly<Record<Formaat, Maat>>;
  /** Another whenever anything in it is another: the day, and the first of the hash. */
  readonly versie: string;
};

export type Opendata = {
  readonly list: () => readonly Opengegevens[];
  readonly find: (id: string) => Opengegevens | undefined;
  /** What is here and is not given out, each with the reason. */
  readonly nietOpen: () => readonly NietOpen[];
};

/** What of everything here may be passed on; worked out when it is first asked, and then kept. */
export function createOpendata(basis: OpenbareBasis, zin: Zinmaker): Opendata {
  let made: ReadonlyMap<string, Opengegevens> | undefined;
  const all = () => {
    made ??= new Map(listDatasets(basis, zin).map((found) => [found.dataset.id, found]));
    return made;
  };
  return {
    list: () => [...all().values()],
    find: (id) => all().get(id),
    nietOpen: () => listNietOpen(basis),
  };
}

function listDatasets(basis: OpenbareBasis, zin: Zinmaker): readonly Opengegevens[] {
  const cijfers = listIndicatoren(basis).flatMap(
    (indicator) => cijferdataset(indicator, basis) ?? [],
  );
  return [
    ...cijfers,
    ...gebiedendatasets(basis).toReversed(),
    indelingendataset(basis),
    documentendataset(basis, zin),
  ].map(toOpengegevens);
}

function listIndicatoren({ bibliotheek }: OpenbareBasis): readonly Indicator[] {
  const all = bibliotheek.list().filter((document) => document.soort === "indicator");
  const newest = new Map<string, Indicator>();
  for (const indicator of all) {
    const other = newest.get(indicator.id);
    if (!other || other.versie < indicator.versie) newest.set(indicator.id, indicator);
  }
  return [...newest.values()].toSorted((a, b) => a.titel.localeCompare(b.titel, "nl"));
}

function toOpengegevens(dataset: Dataset): Opengegevens {
  const [csv, json] = FORMATEN.map((formaat) => measure(dataset, formaat));
  if (!csv || !json) throw new Error("every format has a measure");
  const mark = json.sha256.slice(0, 12);
  const versie = dataset.gewijzigd === undefined ? mark : `${dataset.gewijzigd}-${mark}`;
  return { dataset, maten: { csv, json }, versie };
}

function listNietOpen(basis: OpenbareBasis): readonly NietOpen[] {
  return [...listUnlicensed(basis), ...listGroepen(basis), ...ANDERS];
}

/** Deliveries of which nobody wrote down that others may use them. */
function listUnlicensed(basis: OpenbareBasis): readonly NietOpen[] {
  const closed = basis.leveringen().filter(({ licentie }) => !findLicentie(licentie));
  return listIndicatoren(basis).flatMap(({ id, titel }) => {
    const own = closed.filter(({ indicator }) => indicator === id);
    if (own.length === 0) return [];
    const written = [...new Set(own.map(({ licentie }) => licentie ?? "niets"))].join(", ");
    const count = own.length === 1 ? "1 levering" : `${own.length} leveringen`;
    return [{ titel, reden: `Geen bekende licentie: ${count} met als voorwaarde «${written}».` }];
  });
}

function listGroepen(basis: OpenbareBasis): readonly NietOpen[] {
  const delivered = new Set(basis.leveringen().map(({ indicator }) => indicator));
  return listIndicatoren(basis)
    .filter((indicator) => delivered.has(indicator.id) && isGroepscijfer(indicator))
    .map(({ titel }) => ({
      titel,
      reden:
        "Een cijfer over een groep mensen: kleine aantallen per gemeente blijven dicht, ook hier.",
    }));
}

const ANDERS: readonly NietOpen[] = [
  {
    titel: "Eigen documenten van deze installatie",
    reden: "Er staat niet bij onder welke voorwaarden anderen ze mogen gebruiken.",
  },
  {
    titel: "Versies, correctierondes en woordenlijsten",
    reden: "Die zijn van wie de geheime link heeft.",
  },
  {
    titel: "Cijfers die iemand zelf invult",
    reden: "Die worden niet bewaard, of alleen in een versie.",
  },
];
