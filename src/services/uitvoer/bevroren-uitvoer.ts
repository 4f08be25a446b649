import type { Bibliotheek } from "#domain/document.ts";
import { createZincontext, describeDocument, zinAlsTekst } from "#rules/kader/index.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { readBevroren } from "#services/kader/bevriezing.service.ts";
import { recomputeUitkomst } from "#services/kader/bevroren-uitkomst.ts";
import { type BevriezingInhoud, hashBevriezing } from "#storage/bevriezing-hash.ts";
import type { Rekenversie, VersieInhoud } from "#storage/rekenversie.repository.ts";
import { makeUitvoerblad, type Uitgevoerd } from "./maak-uitvoerblad.ts";
import type { Uitvoerblad, Uitvoerherkomst, Uitvoerkeuze } from "./uitvoerblad.ts";

export type Bevrorenlezing =
  | { readonly ok: true; readonly blad: Uitvoerblad }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** What a kept version has to say outside the screen: the figures and the outcome of then. */
export function uitvoerVanVersie(
  basis: OpenbareBasis,
  versie: Rekenversie,
  { naam, maker, adres, bevriezingen }: VersieInhoud,
): Bevrorenlezing {
  const gebied = bevriezingen[0]?.gebied;
  const own = bevriezingen.filter((frozen) => frozen.gebied === gebied);
  const query = new URLSearchParams(adres);
  const elders = own.length < bevriezingen.length;
  return makeBevroren(basis, own, {
    voorbeeld: query.get("voorbeeld") === "ja",
    kanttekeningen: elders
      ? ["In deze versie ligt een tweede regio ernaast. Die staat niet in dit bestand."]
      : [],
    herkomst: {
      soort: "versie",
      adres: `/verdeling/versies/${versie.id}`,
      engineVersie: own[0]?.engineVersie ?? "",
      hash: versie.hash,
      versie: {
        naam,
        nummer: versie.nummer,
        ...(maker ? { maker } : {}),
        gemaaktOp: versie.gemaaktOp,
        status: versie.status,
      },
    },
  });
}

/** The same of one outcome that was frozen under its hash. */
export function uitvoerVanBevriezing(
  basis: OpenbareBasis,
  bevriezing: BevriezingInhoud & { readonly hash: string; readonly bevrorenOp: string },
): Bevrorenlezing {
  const { hash, bevrorenOp, engineVersie } = bevriezing;
  return makeBevroren(basis, [bevriezing], {
    voorbeeld: false,
    kanttekeningen: [],
    herkomst: {
      soort: "bevroren",
      adres: `/verdeling/bevroren/${hash}`,
      engineVersie,
      hash,
      bevrorenOp,
    },
  });
}

type Rest = {
  readonly voorbeeld: boolean;
  readonly kanttekeningen: readonly string[];
  readonly herkomst: Uitvoerherkomst;
};

function makeBevroren(
  basis: OpenbareBasis,
  bevriezingen: readonly BevriezingInhoud[],
  rest: Rest,
): Bevrorenlezing {
  const read = bevriezingen.map(carryOutAgain);
  const fouten = read.flatMap((item) => ("fouten" in item ? item.fouten : []));
  const [first, ...others] = read.flatMap((item) => ("fouten" in item ? [] : [item]));
  const [frozen] = bevriezingen;
  if (!first || !frozen || fouten.length > 0) return { ok: false, fouten };
  const { ingevuld = {}, wijzigingen = {} }: Stored = JSON.parse(frozen.ingevuld);
  const bibliotheek = layOver(first.vraag.bibliotheek, basis.bibliotheek);
  const blad = makeUitvoerblad({
    ...rest,
    bibliotheek,
    sleutels: [first, ...others],
    keuzes: listed(ingevuld),
    wijzigingen: listed(wijzigingen),
  });
  return { ok: true, blad };
}

/** What was frozen, and behind it what only gives a title: the indeling, a figure beside the outcome. */
function layOver(frozen: Bibliotheek, shipped: Bibliotheek): Bibliotheek {
  return { ...frozen, find: (naam) => frozen.find(naam) ?? shipped.find(naam) };
}

type Stored = {
  readonly ingevuld?: Readonly<Record<string, unknown>>;
  readonly wijzigingen?: Readonly<Record<string, unknown>>;
};

function listed(record: Readonly<Record<string, unknown>>): readonly Uitvoerkeuze[] {
  return Object.entries(record).map(([naam, value]) => ({
    naam,
    waarde: typeof value === "string" ? value : JSON.stringify(value),
  }));
}

/** An export shows what was frozen, so only where running it again gives the same bytes. */
function carryOutAgain(
  frozen: BevriezingInhoud,
): Uitgevoerd | { readonly fouten: readonly string[] } {
  const vraag = readBevroren(frozen);
  if ("fouten" in vraag) return { fouten: vraag.fouten };
  const again = recomputeUitkomst(frozen);
  if (again.soort === "anders") return { fouten: [ANDERS] };
  const context = { ...createZincontext(vraag.bibliotheek), ingevuld: vraag.ingevuld };
  return {
    vraag,
    uitkomst: again.uitkomst,
    zin: zinAlsTekst(describeDocument(vraag.document, context)),
    hash: hashBevriezing(frozen),
  };
}

const ANDERS =
  "Deze versie van Woonregie rekent de bevroren uitkomst niet meer op dezelfde manier uit. De uitkomst zelf staat vast. Gebruik voor de uitvoer de versie die haar bevroor.";
