import { BETROUWBAARHEDEN } from "#domain/indicator.ts";
import {
  type Botsingskeuze,
  type Inleverkop,
  KENMERKROLLEN,
  type Kolomkoppeling,
  type Koppeling,
  type Verbetering,
  WAARDEROLLEN,
} from "#domain/inlevering.ts";
import { leesMoment } from "#services/inlevering/moment.ts";

/** What a form sent: a text for each field, all of them where a name comes more than once. */
export type Velden = {
  readonly one: (naam: string) => string;
  readonly all: (naam: string) => readonly string[];
};

export function readVelden(form: FormData): Velden {
  const all = (naam: string) =>
    form.getAll(naam).flatMap((waarde) => (typeof waarde === "string" ? [waarde.trim()] : []));
  return { all, one: (naam) => all(naam)[0] ?? "" };
}

export type Koplezing = { readonly kop: Inleverkop; readonly fouten: readonly string[] };

/** What holds for the whole delivery, with all that is missing or cannot be read. */
export function readKop({ one }: Velden): Koplezing {
  const fouten: string[] = [];
  const needed = (naam: string, tekst: string) => {
    const waarde = one(naam);
    if (waarde === "") fouten.push(tekst);
    return waarde;
  };
  const when = (naam: string, wat: string) => {
    const waarde = one(naam);
    const moment = waarde === "" ? undefined : leesMoment(waarde);
    if (waarde !== "" && !moment) {
      fouten.push(`${wat}: «${waarde}» lezen wij niet. Schrijf 1-1-2026, 2026 of 2026 t/m 2030.`);
    }
    return moment;
  };
  const kop = {
    afzender: needed("afzender", "Vul in wie dit inlevert."),
    bron: needed("bron", "Vul de bron in: zo staat zij straks bij elk cijfer."),
    ...optional("moment", when("moment", "Van wanneer")),
    ...optional("peildatum", when("peildatum", "Peildatum")),
    ...optional("licentie", one("licentie")),
    ...optional("regio", one("regio")),
    ...optional("indicator", one("indicator")),
    ...optional("betrouwbaarheid", oneOf(BETROUWBAARHEDEN, one("betrouwbaarheid"))),
    ...optional("status", oneOf(["voorlopig", "vast"] as const, one("status"))),
  };
  return { kop, fouten };
}

function optional<K extends string, T>(naam: K, waarde: T | undefined | ""): { [key in K]?: T } {
  return waarde === undefined || waarde === "" ? {} : ({ [naam]: waarde } as { [key in K]: T });
}

function oneOf<T extends string>(known: readonly T[], waarde: string): T | undefined {
  return known.find((item) => item === waarde);
}

/** How the sheets are to be read, as a person settled it. */
export function readKoppelingen(
  velden: Velden,
  kolommen: readonly (readonly number[])[],
): readonly Koppeling[] {
  return kolommen.flatMap((own, nummer) => {
    const naam = `b${nummer}`;
    if (velden.one(`${naam}.lees`) !== "ja") return [];
    const totaalregels = readRegels(velden.one(`${naam}.totaal`));
    return [
      {
        blad: velden.one(`${naam}.blad`),
        kopregels: readRegels(velden.one(`${naam}.kop`)),
        ...(totaalregels.length > 0 ? { totaalregels } : {}),
        kolommen: own.map((kolom) => readKolom(velden, `${naam}.k${kolom}`, kolom)),
      },
    ];
  });
}

/** The rows that somebody counts from one: `1, 2`, or `14 tot en met 16` as `14-16`. */
function readRegels(tekst: string): readonly number[] {
  const parts = tekst.matchAll(/(\d{1,6})(?:\s*(?:-|–|t\/m|tot en met)\s*(\d{1,6}))?/gu);
  const rows = [...parts].flatMap(([, from = "", to = from]) => {
    const [first, last] = [Number(from), Math.min(Number(to), Number(from) + MEESTE_REGELS)];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i - 1);
  });
  return [...new Set(rows)].filter((rij) => rij >= 0).toSorted((a, b) => a - b);
}

/** More rows than this are no head and no totals. */
const MEESTE_REGELS = 200;

function readKolom({ one }: Velden, naam: string, kolom: number): Kolomkoppeling {
  const rol = one(`${naam}.rol`);
  const waarderol = oneOf(WAARDEROLLEN, rol);
  if (!waarderol) return { kolom, rol: oneOf(KENMERKROLLEN, rol) ?? "negeer" };
  const cel = one(`${naam}.cel`)
    .split(",")
    .map((tekst) => tekst.trim())
    .filter(Boolean);
  return {
    kolom,
    rol: waarderol,
    ...optional("indicator", one(`${naam}.indicator`)),
    ...optional("moment", leesMoment(one(`${naam}.moment`))),
    ...optional("maal", /^(?:1|0\.01|1000|1000000)$/.exec(one(`${naam}.maal`))?.[0]),
    ...(cel.length > 0 ? { cel } : {}),
  };
}

/** The cells that were mended: `cel.<row>.<column>.<sheet>` with their new text, and one proposal. */
export function readVerbeteringen(form: FormData): readonly Verbetering[] {
  const filled = [...form].flatMap(([naam, tekst]) => {
    const [, rij, kolom, blad] = /^cel\.(\d+)\.(\d+)\.(.*)$/s.exec(naam) ?? [];
    if (blad === undefined || typeof tekst !== "string" || tekst.trim() === "") return [];
    return [{ blad, rij: Number(rij), kolom: Number(kolom), tekst: tekst.trim() }];
  });
  const chosen = form.get("kies");
  const [, rij, kolom, tekst, blad] =
    /^(\d+)\.(\d+)\.([^|]*)\|(.*)$/s.exec(typeof chosen === "string" ? chosen : "") ?? [];
  if (blad === undefined || tekst === undefined) return filled;
  return [...filled, { blad, rij: Number(rij), kolom: Number(kolom), tekst }];
}

export function readKeuzes({ one }: Velden): readonly Botsingskeuze[] {
  const keuze = oneOf(["gaat-voor", "naast-elkaar"] as const, one("keuze"));
  const [id, reden] = [one("id"), one("reden")];
  return keuze && id !== "" && reden !== "" ? [{ id, keuze, reden }] : [];
}
