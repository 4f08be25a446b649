import { type Breuk, breuk, equals } from "#domain/breuk.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Rekengang, Rekenstap } from "#rules/verdeling/rekenstappen.ts";
import type { Stand } from "#rules/verdeling/stand.ts";
import type { Stapvak } from "#rules/verdeling/stapvak.ts";
import { type Cel, formule, tekst, type Werkblad, waarde } from "./cellen.ts";
import { type Celstand, createCelstand } from "./celstand.ts";
import type { Cijfervertaler } from "./cijfercellen.ts";
import type { Uitkomstvinder } from "./gewichtkolommen.ts";
import { type Opgavecellen, sameNumber } from "./opgaveblok.ts";
import type { Padstand } from "./padkolommen.ts";
import { sumOf } from "./tabel.ts";
import { Onzegbaar, somVan, type Uitdrukking } from "./uitdrukking.ts";
import { schrijfVak } from "./vakblok.ts";

/** What one step is written with: where, of which key, and what stood before it. */
export type Stapgegevens = {
  readonly blad: Werkblad;
  readonly top: number;
  readonly vraag: Verdelingsvraag;
  readonly pad?: Padstand;
  readonly gang: Rekengang;
  readonly vertaler: Cijfervertaler;
  readonly naamVan: (id: string) => string;
  readonly uitkomstVan: Uitkomstvinder;
  readonly stand: Celstand;
  readonly benoemd: ReadonlyMap<string, Celstand>;
  readonly opgave: Opgavecellen;
  readonly rekenstap: Rekenstap;
};

/** What a step left behind, what stays open, what of it stands in values, and where it ends. */
export type Stapblok = {
  readonly stand: Celstand;
  readonly open: readonly Uitdrukking[];
  readonly inWaarden: readonly string[];
  readonly einde: number;
};

/** Writes every vak of a step below each other. */
export function schrijfStap(gegevens: Stapgegevens): Stapblok {
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
  const { blad, vraag, pad, gang, rekenstap, vertaler, stand, benoemd } = gegevens;
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
      vraag,
      ...(pad ? { pad } : {}),
      pas: gang.pas,
      rekenstap,
      vak,
      namen,
      totaal,
      vertaler,
      uitkomstVan: gegevens.uitkomstVan,
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
  const onder = top + 1 + exact.length;
  blad.zet(onder, 0, tekst("samen"), "som");
  if (uitkomst.length > 0) blad.zet(onder, 1, formule(sumOf(uitkomst)), "som");
  return { uitkomst, einde: onder + 1 };
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
