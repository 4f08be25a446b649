import { findNearest } from "#contract/kader/nearest.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Herindelingen } from "#domain/herindeling.ts";
import type { Vaststelling } from "#domain/vaststelling.ts";
import { type Regiokennis, rekengebiedFor } from "#rules/indeling/index.ts";
import { isEigen } from "#sources/documenten.ts";
import { type Meegeleverd, readMeegeleverd } from "#sources/meegeleverd.ts";
import type { Basis, Gebiedszoeking, Regiovermelding } from "./basis.ts";
import { createHerindelingen } from "./cijfers/herindelingen.ts";
import { createKaartmaker } from "./kaart/kaartmaker.ts";
import { createVormenbron } from "./kaart/vormenbron.ts";

/**
 * The basis that ships with the product; each part is read when it is first asked.
 *
 * `kaartenmap` is where somebody may have put real borders.
 */
export function loadBasis(
  meegeleverd: Meegeleverd = readMeegeleverd(),
  kaartenmap?: string,
  vaststellingen: readonly Vaststelling[] = [],
): Basis {
  const { documenten, gemeenten, cijfers, kennis } = meegeleverd;
  let herindelingen: Herindelingen | undefined;
  const readHerindelingen = () => {
    herindelingen ??= createHerindelingen(meegeleverd.samenvoegingen(), gemeenten);
    return herindelingen;
  };
  const regiokennis = (naam?: string): Regiokennis => ({
    indelingen: documenten.indelingen(naam),
    gemeenten,
    overgangen: () => readHerindelingen().overgangen,
  });
  const own = new Set(documenten.bestanden.filter(isEigen).map(({ id }) => id));
  return {
    bibliotheek: documenten.bibliotheek,
    tekstVan: (naam) => documenten.findBestand(naam)?.tekst(),
    isEigen: (id) => own.has(id),
    cijfers,
    get herindelingen() {
      return readHerindelingen();
    },
    gemeenten,
    kennis,
    gebied: (naam, op) => findGebied(naam, op, regiokennis),
    nederland: (op) => countryOn(op, regiokennis()),
    kaart: createKaartmaker({
      cellen: meegeleverd.cellenkaart,
      gemeenten,
      ...(kaartenmap === undefined ? {} : { map: kaartenmap }),
    }),
    vormen: createVormenbron(meegeleverd.cellenkaart, kaartenmap),
    leveringen: cijfers.vermeldingen,
    vaststellingen,
    begrippen: meegeleverd.begrippen,
    regios: () => listRegios(meegeleverd),
  };
}

function findGebied(
  naam: string,
  op: string,
  regiokennis: (naam?: string) => Regiokennis,
): Gebiedszoeking {
  const region = naam.split("#").at(-1)?.split("@")[0] ?? naam;
  const quick = rekengebiedFor(naam, op, regiokennis(region));
  const found = quick.soort === "onbekend" ? rekengebiedFor(naam, op, regiokennis()) : quick;
  if (found.soort === "gevonden") return found;
  if (found.soort === "meer") return { soort: "meer", mogelijk: found.keuzes };
  const names = found.keuzes.map((keuze) => keuze.split("#").at(-1) ?? keuze);
  const dichtstbij = findNearest(region, names);
  return dichtstbij ? { soort: "onbekend", dichtstbij } : { soort: "onbekend" };
}

function countryOn(op: string, regiokennis: Regiokennis): Rekengebied {
  const found = rekengebiedFor("nederland", op, regiokennis);
  if (found.soort !== "gevonden") throw new Error("the country itself is always known");
  return found.gebied;
}

function listRegios({ documenten }: Meegeleverd): readonly Regiovermelding[] {
  return [...documenten.indelingen()].flatMap((indeling) =>
    Object.entries(indeling.regios).map(([naam, regio]) => ({
      naam,
      titel: regio.titel,
      indeling: documentnaam(indeling),
      soortRegio: indeling.soortRegio,
      aantal: regio.gemeenten.length,
    })),
  );
}
