import { compareNaam } from "#domain/alfabet.ts";
import type { Bibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { GebruiktCijfer, Ontbrekend } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import type { Uitvoercijfer } from "./uitvoerblad.ts";

/** How gebieden and figures are called in an export. */
export type Naamgever = {
  readonly gebied: (id: string) => string;
  /** `woningen.sociale-huur` by the title of its indicator. */
  readonly cijfer: (naam: string) => string;
  readonly eenheid: (indicator: string) => string;
};

export function createNaamgever(
  bibliotheek: Pick<Bibliotheek, "find">,
  gebieden: readonly Rekengebied[],
): Naamgever {
  const units = new Map(
    gebieden
      .toReversed()
      .flatMap((gebied) => [
        ...gebied.eenheden.map(({ id, naam }) => [id, naam] as const),
        ...Object.entries(gebied.deelregios),
        [gebied.id, gebied.titel] as const,
      ]),
  );
  const find = (naam: string) => {
    const found = bibliotheek.find(naam);
    return found?.soort === "indicator" ? found : undefined;
  };
  const gebied = (id: string) => units.get(id) ?? id;
  return {
    gebied: (id) => {
      if (id === GEHEEL) return "het geheel";
      return units.get(id) ?? id.split("/").map(gebied).join(", ");
    },
    cijfer: (naam) => {
      const [indicator = "", ...cel] = naam.split(".");
      return [find(indicator)?.titel ?? indicator.replaceAll("-", " "), ...cel].join(", ");
    },
    eenheid: (indicator) => find(indicator)?.eenheid ?? "",
  };
}

/** Each figure once, by title, moment and name of its gebied; what lacks stands among them. */
export function listUitvoercijfers(
  gebruikt: readonly GebruiktCijfer[],
  ontbreekt: readonly Ontbrekend[],
  namen: Naamgever,
): readonly Uitvoercijfer[] {
  const found = new Map<string, Uitvoercijfer>();
  for (const item of gebruikt) {
    const cijfer = toCijfer(item, namen);
    found.set(keyOf(cijfer), cijfer);
  }
  for (const item of ontbreekt) {
    const cijfer = toGat(item, namen);
    if (!found.has(keyOf(cijfer))) found.set(keyOf(cijfer), cijfer);
  }
  return [...found.values()].toSorted(
    (a, b) =>
      compareNaam(a.titel, b.titel) ||
      compareNaam(a.cel.join("."), b.cel.join(".")) ||
      compareNaam(a.moment ?? "", b.moment ?? "") ||
      compareNaam(a.gebiednaam, b.gebiednaam),
  );
}

function toCijfer(item: GebruiktCijfer, namen: Naamgever): Uitvoercijfer {
  const { licentie, bron } = splitBron(item.bron);
  return {
    indicator: item.indicator,
    titel: namen.cijfer(item.indicator),
    eenheid: namen.eenheid(item.indicator),
    cel: item.cel,
    gebied: item.gebied,
    gebiednaam: namen.gebied(item.gebied),
    ...(item.moment === undefined ? {} : { moment: item.moment }),
    ...(item.waarde ? { waarde: item.waarde } : {}),
    ...(item.kenmerk ? { kenmerk: item.kenmerk } : {}),
    bron,
    ...(licentie ? { licentie } : {}),
    ...(item.betrouwbaarheid ? { betrouwbaarheid: item.betrouwbaarheid } : {}),
    ...(item.opmerking ? { opmerking: item.opmerking } : {}),
  };
}

/** A delivery writes its licence in brackets behind the way it came. */
function splitBron(text: string): { readonly bron: string; readonly licentie?: string } {
  const [, bron, licentie] = /^(.*; via .*) \(([^()]+)\)$/su.exec(text) ?? [];
  return bron && licentie ? { bron, licentie } : { bron: text };
}

function toGat({ cijfer, van, moment, botst }: Ontbrekend, namen: Naamgever): Uitvoercijfer {
  const [indicator = "", ...cel] = cijfer.split(".");
  const said = botst?.map(({ bron, waarde }) => `${waarde} (${bron})`).join("; ");
  return {
    indicator,
    titel: namen.cijfer(indicator),
    eenheid: namen.eenheid(indicator),
    cel,
    gebied: van ?? GEHEEL,
    gebiednaam: namen.gebied(van ?? GEHEEL),
    ...(moment === undefined ? {} : { moment }),
    bron: "",
    ...(said ? { opmerking: `Bronnen spreken elkaar tegen: ${said}` } : {}),
  };
}

function keyOf({ indicator, cel, gebied, moment }: Uitvoercijfer): string {
  return JSON.stringify([indicator, cel, gebied, moment]);
}
