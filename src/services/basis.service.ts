import { findNearest } from "#contract/kader/nearest.ts";
import { documentnaam } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Herindelingen } from "#domain/herindeling.ts";
import type { Vaststelling } from "#domain/vaststelling.ts";
import { type Regiokennis, rekengebiedFor } from "#rules/indeling/index.ts";
import { type Documenten, isEigen } from "#sources/documenten.ts";
import { lazy } from "#sources/lazy.ts";
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
  const { gemeenten } = meegeleverd;
  const herindelingen = lazy(() => createHerindelingen(meegeleverd.samenvoegingen(), gemeenten));
  const land = {
    get herindelingen() {
      return herindelingen();
    },
    kaart: createKaartmaker({
      cellen: meegeleverd.cellenkaart,
      gemeenten,
      ...(kaartenmap === undefined ? {} : { map: kaartenmap }),
    }),
    vormen: createVormenbron(meegeleverd.cellenkaart, kaartenmap),
  };
  return assemble(meegeleverd, land, openRegios(meegeleverd, herindelingen), vaststellingen);
}

/**
 * The basis of what was laid on that of `onder`: borders and herindelingen are the same, and so are
 * regions where nothing that was laid on it draws any.
 */
export function layBasis(
  onder: { readonly meegeleverd: Meegeleverd; readonly basis: Basis },
  meegeleverd: Meegeleverd,
  vaststellingen: readonly Vaststelling[],
): Basis {
  const { basis } = onder;
  const drawn = ({ documenten }: Meegeleverd) =>
    documenten.bestanden.filter(({ isIndeling }) => isIndeling()).length;
  const regios =
    drawn(meegeleverd) === drawn(onder.meegeleverd)
      ? basis
      : openRegios(meegeleverd, () => basis.herindelingen);
  return assemble(meegeleverd, basis, regios, vaststellingen);
}

type Land = Pick<Basis, "herindelingen" | "kaart" | "vormen">;
type Regios = Pick<Basis, "gebied" | "nederland" | "regios">;

function assemble(
  { documenten, cijfers, gemeenten, kennis, begrippen }: Meegeleverd,
  land: Land,
  { gebied, nederland, regios }: Regios,
  vaststellingen: readonly Vaststelling[],
): Basis {
  const own = new Set(documenten.bestanden.filter(isEigen).map(({ id }) => id));
  return {
    bibliotheek: documenten.bibliotheek,
    tekstVan: (naam) => documenten.findBestand(naam)?.tekst(),
    isEigen: (id) => own.has(id),
    ...{ cijfers, gemeenten, kennis, begrippen, gebied, nederland, regios, vaststellingen },
    get herindelingen() {
      return land.herindelingen;
    },
    ...{ kaart: land.kaart, vormen: land.vormen },
    leveringen: cijfers.vermeldingen,
  };
}

function openRegios(
  { documenten, gemeenten }: Meegeleverd,
  herindelingen: () => Herindelingen,
): Regios {
  const regiokennis = (naam?: string): Regiokennis => ({
    indelingen: documenten.indelingen(naam),
    gemeenten,
    overgangen: () => herindelingen().overgangen,
  });
  return {
    gebied: remember((naam, op) => findGebied(naam, op, regiokennis)),
    nederland: remember((op) => countryOn(op, regiokennis())),
    regios: lazy(() => listRegios(documenten)),
  };
}

/** So many questions are remembered: more than there are regions, so that a page asks each once. */
const MEESTE = 2_000;

/** The documents of a basis do not change, so a region has the same members each time it is asked. */
function remember<Vraag extends readonly string[], Antwoord>(
  find: (...vraag: Vraag) => Antwoord,
): (...vraag: Vraag) => Antwoord {
  const known = new Map<string, { readonly antwoord: Antwoord }>();
  return (...vraag) => {
    const key = vraag.join("\n");
    const found = known.get(key) ?? { antwoord: find(...vraag) };
    if (known.size >= MEESTE) known.clear();
    known.set(key, found);
    return found.antwoord;
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

function listRegios(documenten: Documenten): readonly Regiovermelding[] {
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
