import { type Breuk, breuk, equals } from "#domain/breuk.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { listRekenstappen, type Rekengang, type Rekenstap } from "#rules/verdeling/rekenstappen.ts";
import type { Stand } from "#rules/verdeling/stand.ts";
import type { Stapvak } from "#rules/verdeling/stapvak.ts";
import type { Uitvoerkolom } from "../uitvoerblad.ts";
import { type Cel, formule, tekst, type Werkblad, waarde } from "./cellen.ts";
import { type Celstand, createCelstand } from "./celstand.ts";
import { type Cijferplaatsen, type Cijfervertaler, createCijfervertaler } from "./cijfercellen.ts";
import { type Opgavecellen, sameNumber, schrijfOpgave } from "./opgaveblok.ts";
import { getal, Onzegbaar, somVan, type Uitdrukking } from "./uitdrukking.ts";
import { schrijfVak } from "./vakblok.ts";

/** Where the outcome of one key stands, and what of it stands there in values and why. */
export type Rekenwijze = {
  /** The number of a unit; undefined where there is none. */
  readonly aantal: (eenheid: string) => Uitdrukking | undefined;
  readonly opgave?: Uitdrukking;
  readonly open?: Uitdrukking;
  /** Why a step stands in values, in a sentence each. */
  readonly inWaarden: readonly string[];
};

const GEEN: Rekenwijze = { aantal: () => undefined, inWaarden: [] };

/**
 * Writes how a key came to its numbers: the opgave and every step in formulas, from the figures.
 *
 * A step that a spreadsheet cannot do over stands there as the engine's own numbers, and says so.
 */
export function schrijfRekenwijze(
  blad: Werkblad,
  kolom: Uitvoerkolom,
  plaatsen: Cijferplaatsen,
  naamVan: (id: string) => string,
): Rekenwijze {
  if (kolom.uitkomst.eenheden.length === 0) return GEEN;
  const gang = listRekenstappen(kolom.vraag);
  blad.regel(0, [tekst(kolom.titel)], "titel");
  blad.regel(1, [tekst(kolom.zin)]);
  if (!gang) return inValues(blad, kolom, NIET_RECHT);
  const vertaler = createCijfervertaler(kolom.vraag, gang.lezer, plaatsen);
  const opgave = schrijfOpgave(blad, 3, kolom, gang, vertaler);
  let top = 5 + opgave.cellen.size;
  let stand = createCelstand(undefined);
  const benoemd = new Map<string, Celstand>();
  const open: Uitdrukking[] = [];
  const inWaarden = [...opgave.inWaarden];
  for (const rekenstap of gang.stappen) {
    const written = schrijfStap({
      blad,
      top,
      kolom,
      gang,
      vertaler,
      naamVan,
      stand,
      benoemd,
      opgave,
      rekenstap,
    });
    top = written.einde + 1;
    stand = written.stand;
    open.push(...written.open);
    inWaarden.push(...written.inWaarden);
    if (rekenstap.stap.naam) benoemd.set(rekenstap.stap.naam, stand);
  }
  const off = kolom.uitkomst.eenheden.some(({ id, aantal }) => {
    const said = stand.som([id]);
    return !said || !sameNumber(said, aantal.midden);
  });
  if (off) inWaarden.push("De uitkomst van een of meer gemeenten staat in waarden.");
  return {
    aantal: (eenheid) => stand.som([eenheid]),
    opgave: somVan([...opgave.cellen.values()]),
    ...(open.length > 0 ? { open: somVan(open) } : {}),
    inWaarden,
  };
}

const NIET_RECHT =
  "Deze verdeling loopt over een pad van jaren, of is niet als losse stappen na te doen.";

/** The numbers of the engine, where nothing can be said in formulas. */
function inValues(blad: Werkblad, { uitkomst }: Uitvoerkolom, waarom: string): Rekenwijze {
  blad.regel(3, [tekst(`De getallen staan hier in waarden. ${waarom}`)], "let-op");
  blad.regel(4, [tekst("wie"), tekst("uitkomst")], "kop");
  const cells = new Map(
    uitkomst.eenheden.map(({ id, naam, aantal }, i) => {
      blad.zet(5 + i, 0, tekst(naam));
      return [id, blad.zet(5 + i, 1, waarde(aantal.midden), "exact")];
    }),
  );
  return {
    aantal: (eenheid) => cells.get(eenheid),
    ...(uitkomst.opgave ? { opgave: getal(uitkomst.opgave.aantal.midden) } : {}),
    inWaarden: [waarom],
  };
}

type Stapgegevens = {
  readonly blad: Werkblad;
  readonly top: number;
  readonly kolom: Uitvoerkolom;
  readonly gang: Rekengang;
  readonly vertaler: Cijfervertaler;
  readonly naamVan: (id: string) => string;
  readonly stand: Celstand;
  readonly benoemd: ReadonlyMap<string, Celstand>;
  readonly opgave: Opgavecellen;
  readonly rekenstap: Rekenstap;
};

type Stapblok = {
  readonly stand: Celstand;
  readonly open: readonly Uitdrukking[];
  readonly inWaarden: readonly string[];
  readonly einde: number;
};

function schrijfStap(gegevens: Stapgegevens): Stapblok {
  const { blad, rekenstap, stand } = gegevens;
  const { stap, index, opzet, na } = rekenstap;
  const next = createCelstand(opzet.stand.rijen.length > 0 ? stand : undefined);
  const open: Uitdrukking[] = [];
  const inWaarden: string[] = [];
  let top = gegevens.top;
  for (const vak of opzet.vakken) {
    const name = [stap.naam ?? `stap ${index + 1}`, vak.onderdeel].filter(Boolean).join(", ");
    blad.regel(top, [tekst(name)], "titel");
    const made = tryVak(gegevens, vak, top);
    if ("waarom" in made) {
      inWaarden.push(`${name}: ${made.waarom}.`);
      blad.zet(top, 1, tekst(`In waarden: ${made.waarom}.`), "let-op");
    }
    for (const [i, rij] of vak.rijen.entries()) {
      const cel = made.uitkomst[i];
      if (cel) next.zet(opzet.stand.rijen[rij]?.pad ?? [], vak.onderdeel, cel);
    }
    if (made.open) open.push(made.open);
    top = made.einde + 1;
  }
  next.houdt(na);

  return { stand: next, open, inWaarden, einde: top };
}

type Gemaakt = {
  readonly uitkomst: readonly Cel[];
  readonly open?: Uitdrukking;
  readonly einde: number;
};

/** The vak in formulas where those come out right on every cell, else in values with the reason. */
function tryVak(
  gegevens: Stapgegevens,
  vak: Stapvak,
  top: number,
): Gemaakt & { readonly waarom?: string } {
  const { blad, kolom, gang, rekenstap, vertaler, stand, benoemd } = gegevens;
  const exact = outcomeOf(vak, rekenstap.na);
  const namen = vak.rijen.map((rij) =>
    (rekenstap.opzet.stand.rijen[rij]?.pad ?? []).map(gegevens.naamVan).join(", "),
  );
  try {
    const totaal = blad.zet(top, 3, formule(totalOf(gegevens, vak)), "exact");
    blad.zet(top, 2, tekst("te verdelen"));
    const made = schrijfVak({
      blad,
      top: top + 1,
      vraag: kolom.vraag,
      pas: gang.pas,
      rekenstap,
      vak,
      namen,
      totaal,
      vertaler,
      uitkomst: (verwijzing, plek) => uitkomstAt(verwijzing, plek, stand, benoemd),
    });
    if (made.uitkomst.every((cel, i) => equals(cel.waarde(), exact[i] ?? breuk(0)))) {
      return made;
    }
    throw new Onzegbaar("in formules komt het anders uit");
  } catch (error) {
    if (!(error instanceof Onzegbaar)) throw error;
    blad.wisVanaf(top);
    blad.regel(
      top,
      [
        tekst(
          [rekenstap.stap.naam ?? `stap ${rekenstap.index + 1}`, vak.onderdeel]
            .filter(Boolean)
            .join(", "),
        ),
      ],
      "titel",
    );
    return { ...valuesOf(blad, top + 1, namen, exact), waarom: error.message };
  }
}

function outcomeOf({ rijen, kolom }: Stapvak, na: Stand): readonly Breuk[] {
  return rijen.map((rij) => na.waarden[rij]?.[kolom] ?? breuk(0));
}

function valuesOf(
  blad: Werkblad,
  top: number,
  namen: readonly string[],
  exact: readonly Breuk[],
): Gemaakt {
  blad.regel(top, [tekst("wie"), tekst("uitkomst")], "kop");
  const uitkomst = exact.map((number, i) => {
    blad.zet(top + 1 + i, 0, tekst(namen[i] ?? ""));
    return blad.zet(top + 1 + i, 1, waarde(number), "exact");
  });
  return { uitkomst, einde: top + exact.length + 1 };
}

/** What a vak divides: the opgave, the number of the row above it, or what its rows already hold. */
function totalOf({ opgave, stand, rekenstap }: Stapgegevens, vak: Stapvak): Uitdrukking {
  const groep = vak.sleutelnaam.split("|")[0] ?? "";
  const paden = vak.rijen.map((rij) => rekenstap.opzet.stand.rijen[rij]?.pad ?? []);
  const options = [
    rekenstap.voor.niveau === "" ? opgave.cellen.get(vak.onderdeel) : undefined,
    groep ? stand.som(groep.split("/"), vak.onderdeel) : undefined,
    somVan(paden.flatMap((pad) => stand.som(pad, vak.onderdeel) ?? [])),
  ];
  const found = options.find((option) => option && sameNumber(option, vak.totaal));
  if (found) return found;
  throw new Onzegbaar("wat hier te verdelen is, komt in formules anders uit");
}

function uitkomstAt(
  { pad, van }: Verwijzing,
  plek: Plek,
  stand: Celstand,
  benoemd: ReadonlyMap<string, Celstand>,
): Uitdrukking {
  const [first = "", ...rest] = pad;
  const earlier = benoemd.get(first);
  const asked = earlier ? rest[0] : first || undefined;
  const source = earlier ?? stand;
  const place = van === "regio" ? [] : plek.pad;
  const own = source.kent(plek.onderdeel) ? plek.onderdeel : undefined;
  const below = asked !== undefined && !source.kent(asked) ? [...place, asked] : place;
  const found = source.som(below, below === place ? (asked ?? own) : undefined);
  if (!found) throw new Onzegbaar("een eerdere uitkomst is hier niet te vinden");
  return found;
}
