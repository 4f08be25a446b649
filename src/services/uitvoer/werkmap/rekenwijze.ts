import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import {
  listRekenjaren,
  listRekenstappen,
  type Rekengang,
  type Rekenjaar,
} from "#rules/verdeling/rekenstappen.ts";
import type { Uitvoerkolom } from "../uitvoerblad.ts";
import { formule, tekst, type Werkblad, waarde } from "./cellen.ts";
import { type Celstand, createCelstand } from "./celstand.ts";
import { type Cijferplaatsen, createCijfervertaler } from "./cijfercellen.ts";
import type { Uitkomstvinder } from "./gewichtkolommen.ts";
import { type Opgavecellen, sameNumber, schrijfOpgave } from "./opgaveblok.ts";
import type { Padstand } from "./padkolommen.ts";
import { schrijfStap } from "./stapblok.ts";
import { getal, somVan, type Uitdrukking } from "./uitdrukking.ts";

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
  uitkomstVan: Uitkomstvinder,
): Rekenwijze {
  if (kolom.uitkomst.eenheden.length === 0) return GEEN;
  blad.regel(0, [tekst(kolom.titel)], "titel");
  blad.regel(1, [tekst(kolom.zin)]);
  const omgeving = { blad, kolom, plaatsen, naamVan, uitkomstVan };
  const recht = listRekenstappen(kolom.vraag);
  const jaren = recht ? undefined : listRekenjaren(kolom.vraag);
  if (!recht && !jaren) return inValues(blad, kolom, NIET_RECHT);
  const made = recht
    ? schrijfGang(omgeving, 3, recht, kolom.vraag)
    : schrijfJaren(omgeving, jaren ?? []);
  if (!made) return inValues(blad, kolom, NIET_RECHT);
  const { stand, open, opgave, inWaarden } = made;
  const off = kolom.uitkomst.eenheden.some(({ id, aantal }) => {
    const said = stand.som([id]);
    return !said || !sameNumber(said, aantal.midden);
  });
  const outcome = off ? ["De uitkomst van een of meer gemeenten staat in waarden."] : [];
  return {
    aantal: (eenheid) => stand.som([eenheid]),
    opgave: somVan([...opgave.cellen.values()]),
    ...(open.length > 0 ? { open: somVan(open) } : {}),
    inWaarden: [...inWaarden, ...outcome],
  };
}

type Omgeving = {
  readonly uitkomstVan: Uitkomstvinder;
  readonly blad: Werkblad;
  readonly kolom: Uitvoerkolom;
  readonly plaatsen: Cijferplaatsen;
  readonly naamVan: (id: string) => string;
};

type Ganguitkomst = {
  readonly stand: Celstand;
  readonly open: readonly Uitdrukking[];
  readonly opgave: Opgavecellen;
  readonly inWaarden: readonly string[];
  readonly einde: number;
};

/** The opgave and every step below each other. */
function schrijfGang(
  omgeving: Omgeving,
  start: number,
  gang: Rekengang,
  vraag: Verdelingsvraag,
  pad?: Padstand,
): Ganguitkomst {
  const { blad, plaatsen } = omgeving;
  const vertaler = createCijfervertaler(vraag, gang.lezer, plaatsen);
  const opgave = schrijfOpgave(blad, start, { vraag }, gang, vertaler);
  let top = start + 2 + opgave.cellen.size;
  let stand = createCelstand(undefined);
  const benoemd = new Map<string, Celstand>();
  const open: Uitdrukking[] = [];
  const inWaarden = [...opgave.inWaarden];
  for (const rekenstap of gang.stappen) {
    const gegevens = { ...omgeving, vraag, gang, vertaler, stand, benoemd, opgave, rekenstap };
    const written = schrijfStap({ ...gegevens, top, ...(pad ? { pad } : {}) });
    top = written.einde + 1;
    stand = written.stand;
    open.push(...written.open);
    inWaarden.push(...written.inWaarden);
    if (rekenstap.stap.naam) benoemd.set(rekenstap.stap.naam, stand);
  }
  return { stand, open, opgave, inWaarden, einde: top };
}

/** Every periode of a path from the former one; the last is the one that was asked. */
function schrijfJaren(omgeving: Omgeving, jaren: readonly Rekenjaar[]): Ganguitkomst | undefined {
  const { blad, kolom } = omgeving;
  const van = kolom.document.ingroeipad?.van;
  const lopend: Padstand["lopend"] = new Map();
  const inWaarden: string[] = [];
  let made: Ganguitkomst | undefined;
  for (const jaar of jaren) {
    const top = made ? made.einde + 1 : 3;
    blad.regel(top, [tekst(jaar.periode)], "titel");
    blad.zet(top + 1, 0, tekst("hoe ver op weg"));
    const opWeg = blad.zet(top + 1, 1, formule(getal(jaar.opWeg)), "exact");
    const vraag = { ...kolom.vraag, periode: jaar.periode };
    const pad = van && { van, opWeg, lopend };
    made = schrijfGang(omgeving, top + 2, jaar, vraag, pad);
    inWaarden.push(...made.inWaarden.map((reason) => `${jaar.periode}, ${reason}`));
  }
  return made && { ...made, inWaarden };
}

const NIET_RECHT =
  "Dit pad van jaren heeft grenzen of meer stappen, of er is iets dat niet als losse stappen is na te doen.";

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
