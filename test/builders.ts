import { formatFout } from "#contract/kader/fout.ts";
import { loadDocument } from "#contract/kader/load.ts";
import { type Breuk, breuk, formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import { isDatum, parseDuur } from "#domain/peildatum.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import {
  createCijferbron,
  GEHEEL,
  type Waarneming,
  type WaarnemingInhoud,
} from "#domain/waarneming.ts";
import {
  computeVerdeling,
  type Verdelingsvraag,
  type Verloopgegevens,
} from "#rules/verdeling/index.ts";

/** A number as a test writes it; a text is read exactly, `onbekend` is a missing figure. */
export type Getal = number | bigint | string | Breuk;

/** A figure: a number, a low and a high, or a cell per name below the unit. */
export type Cijfer = Getal | Band | Cellen;
type Band = { readonly van: Getal; readonly tot: Getal };
type Cellen = { readonly [cel: string]: Cijfer };

/** A made-up run that is being put together; every step gives a new one. */
export type Proef = {
  /** Figures of units: `.met("inwoners", { A: 60_000, B: 30_000 })`. */
  readonly met: (indicator: string, perEenheid: Readonly<Record<string, Cijfer>>) => Proef;
  /** A figure of the whole: `.metGeheel("urgenten", 100)`. */
  readonly metGeheel: (indicator: string, getal: Cijfer) => Proef;
  /** Figures of one moment. */
  readonly metOp: (
    indicator: string,
    moment: string,
    perEenheid: Readonly<Record<string, Cijfer>>,
  ) => Proef;
  /** The units in the region, in this order; without it all that any figure names. */
  readonly over: (...eenheden: readonly (string | Rekeneenheid)[]) => Proef;
  readonly op: (moment: string) => Proef;
  readonly ingevuld: (invulling: Partial<Invulling>) => Proef;
  readonly verloop: (verloop: Verloopgegevens) => Proef;
  /** Another document that this one leans on, as YAML without a head. */
  readonly naast: (yaml: string) => Proef;
  readonly vraag: () => Verdelingsvraag;
  readonly verdeel: () => VerdelingUitkomst;
};

type Staat = {
  readonly document: Verdeling;
  readonly andere: readonly RegieDocument[];
  readonly waarnemingen: readonly Waarneming[];
  readonly eenheden?: readonly Rekeneenheid[];
  readonly moment?: string;
  readonly invulling: Invulling;
  readonly gegevens?: Verloopgegevens;
};

/**
 * A made-up run over a verdeling that is written without its head.
 *
 * @example
 * eenVerdeling("opgave: { aantal: 10, eenheid: woningen }\nstappen: [{ over: gemeenten, sleutel: gelijk }]")
 *   .over("A", "B")
 *   .verdeel();
 */
export function eenVerdeling(yaml: string): Proef {
  const document = leesVerdeling(yaml);
  return toProef({ document, andere: [], waarnemingen: [], invulling: { parameters: {} } });
}

/** A document of a made-up kind, read as any other; throws with its mistakes. */
export function leesDocument(yaml: string): RegieDocument {
  const known = gelezen.get(yaml);
  if (known) return known;
  const id = /^id: (\S+)$/m.exec(yaml)?.[1] ?? "proef";
  const read = loadDocument(yaml, { bestand: `${id}.yaml` });
  if (!read.ok) throw new Error(read.fouten.map(formatFout).join("\n"));
  gelezen.set(yaml, read.document);
  return read.document;
}

const gelezen = new Map<string, RegieDocument>();

const KOP: readonly (readonly [RegExp, string])[] = [
  [/^soort:/m, "soort: verdeling"],
  [/^id:/m, "id: proef"],
  [/^titel:/m, "titel: Een proef"],
  [/^onderwerp:/m, "onderwerp: aandachtsgroepen"],
  [/^spoor:/m, "spoor: 1"],
  [/^bron:/m, "bron: verzonnen voor een proef"],
  [/^status:/m, "status: voorbeeld"],
];

function leesVerdeling(yaml: string): Verdeling {
  const tekst = undent(yaml);
  const kop = KOP.flatMap(([pattern, line]) => (pattern.test(tekst) ? [] : [line]));
  const document = leesDocument(`${kop.join("\n")}\n${tekst}`);
  if (document.soort !== "verdeling") throw new Error(`geen verdeling maar ${document.soort}`);
  return document;
}

/** Takes away the margin that a text has inside the code of a test. */
function undent(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return `${lines.map((line) => line.slice(margin)).join("\n")}\n`;
}

function toProef(staat: Staat): Proef {
  const next = (change: Partial<Staat>) => toProef({ ...staat, ...change });
  const add = (indicator: string, kaart: Readonly<Record<string, Cijfer>>, moment?: string) =>
    next({ waarnemingen: [...staat.waarnemingen, ...observe(indicator, kaart, moment)] });
  return {
    met: (indicator, perEenheid) => add(indicator, perEenheid),
    metGeheel: (indicator, getal) => add(indicator, { [GEHEEL]: getal }),
    metOp: (indicator, moment, perEenheid) => add(indicator, perEenheid, moment),
    over: (...eenheden) =>
      next({
        eenheden: eenheden.map((item) =>
          typeof item === "string" ? { id: item, naam: item } : item,
        ),
      }),
    op: (moment) => next({ moment }),
    ingevuld: (invulling) => next({ invulling: { ...staat.invulling, ...invulling } }),
    verloop: (gegevens) => next({ gegevens }),
    naast: (yaml) => next({ andere: [...staat.andere, leesVerdeling(yaml)] }),
    vraag: () => toVraag(staat),
    verdeel: () => computeVerdeling(toVraag(staat)),
  };
}

function toVraag(staat: Staat): Verdelingsvraag {
  const { document, andere, waarnemingen, moment, invulling, gegevens } = staat;
  const eenheden = staat.eenheden ?? namedUnits(waarnemingen);
  const deelregios = eenheden.flatMap(({ deelregio }) =>
    deelregio ? [[deelregio, deelregio] as const] : [],
  );
  return {
    document,
    gebied: {
      id: GEHEEL,
      titel: "de proef",
      eenheden,
      deelregios: Object.fromEntries(deelregios),
      onzeker: [],
    },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([document, ...andere]),
    ingevuld: invulling,
    ...(moment === undefined ? {} : { op: moment }),
    ...(gegevens ? { verloop: gegevens } : {}),
  };
}

function namedUnits(waarnemingen: readonly Waarneming[]): readonly Rekeneenheid[] {
  const ids = new Set(waarnemingen.map(({ gebied }) => gebied));
  ids.delete(GEHEEL);
  return [...ids].map((id) => ({ id, naam: id }));
}

/** Figures as waarnemingen: of units by id, of the whole under `*`. */
export function observe(
  indicator: string,
  kaart: Readonly<Record<string, Cijfer>>,
  moment?: string,
): readonly Waarneming[] {
  return Object.entries(kaart).flatMap(([gebied, cijfer]) =>
    cellen(cijfer).map(({ cel, inhoud }) => ({
      indicator,
      gebied,
      cel,
      inhoud,
      bron: "proef",
      ...(moment === undefined ? {} : { moment }),
    })),
  );
}

function cellen(
  cijfer: Cijfer,
  cel: readonly string[] = [],
): readonly { readonly cel: readonly string[]; readonly inhoud: WaarnemingInhoud }[] {
  if (typeof cijfer !== "object") return [{ cel, inhoud: inhoudOf(cijfer) }];
  if (isBreuk(cijfer)) return [{ cel, inhoud: { soort: "getal", waarde: cijfer } }];
  if (isBand(cijfer)) return [{ cel, inhoud: bandInhoud(cijfer) }];
  return Object.entries(cijfer).flatMap(([naam, below]) => cellen(below, [...cel, naam]));
}

function isBreuk(cijfer: object): cijfer is Breuk {
  return "teller" in cijfer;
}

function isBand(cijfer: object): cijfer is Band {
  return "van" in cijfer && "tot" in cijfer;
}

function bandInhoud({ van, tot }: Band): WaarnemingInhoud {
  const [laag, hoog] = [getal(van), getal(tot)];
  const teller = laag.teller * hoog.noemer + hoog.teller * laag.noemer;
  return { soort: "getal", waarde: breuk(teller, 2n * laag.noemer * hoog.noemer), laag, hoog };
}

function inhoudOf(cijfer: Exclude<Getal, Breuk>): WaarnemingInhoud {
  if (cijfer === "onbekend") return { soort: "onbekend" };
  const number = typeof cijfer === "string" ? parseBreuk(cijfer) : breuk(BigInt(cijfer));
  if (number) return { soort: "getal", waarde: number };
  const tekst = String(cijfer);
  const duur = parseDuur(tekst);
  if (duur) return { soort: "duur", duur };
  return isDatum(tekst) ? { soort: "datum", datum: tekst } : { soort: "kenmerk", code: tekst };
}

/** The exact number that a test wrote. */
export function getal(written: Getal): Breuk {
  if (typeof written === "object") return written;
  const read = typeof written === "string" ? parseBreuk(written) : breuk(BigInt(written));
  if (!read) throw new TypeError(`«${written}» is geen getal`);
  return read;
}

/** The numbers of an outcome as text per unit, so that a test reads as a table. */
export function aantallen(uitkomst: VerdelingUitkomst): Readonly<Record<string, string>> {
  return Object.fromEntries(
    uitkomst.eenheden.map(({ id, aantal }) => [id, formatBreuk(aantal.midden)]),
  );
}
