import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BETROUWBAARHEDEN } from "#domain/indicator.ts";
import type { Inleverkop } from "#domain/inlevering.ts";
import { isDatum, parseMoment } from "#domain/peildatum.ts";
import type { Asked } from "../command.ts";
import { assertGood, UsageError } from "../usage-error.ts";

/** A file of figures as it was asked on the line. */
export type Importverzoek = {
  readonly bestandsnaam: string;
  readonly bytes: Uint8Array;
  readonly kop: Inleverkop;
  readonly reden?: string;
  readonly keuze?: "gaat-voor" | "naast-elkaar";
};

/** @throws UsageError with everything that is wrong on the line. */
export function readImport(asked: Asked): Importverzoek {
  const [path, ...others] = asked.words;
  assertGood([
    ...(path === undefined ? ["Welk bestand? Schrijf «woonregie importeer plannen.xlsx …»."] : []),
    ...(others.length > 0 ? [`Eén bestand tegelijk. Te veel: ${others.join(" ")}.`] : []),
    ...needed(asked, "afzender", "wie de cijfers levert"),
    ...needed(asked, "bron", "waar de cijfers vandaan komen"),
    ...wrongMoment(asked),
    ...oneOf(asked, "betrouwbaarheid", BETROUWBAARHEDEN),
    ...oneOf(asked, "status", STATUSSEN),
    ...oneOf(asked, "keuze", KEUZES),
    ...(asked.has("keuze") && !asked.has("reden")
      ? ["Bij «--keuze» hoort «--reden»: waarom deze keuze."]
      : []),
  ]);
  const { reden, keuze } = { reden: asked.one("reden"), keuze: asked.one("keuze") };
  return {
    bestandsnaam: basename(path ?? ""),
    bytes: readBytes(path ?? ""),
    kop: toKop(asked),
    ...(reden ? { reden } : {}),
    ...pick("keuze", KEUZES, keuze),
  };
}

const STATUSSEN = ["voorlopig", "vast"] as const;
const KEUZES = ["gaat-voor", "naast-elkaar"] as const;

function toKop(asked: Asked): Inleverkop {
  const text = <K extends string>(naam: K, option: string = naam) => {
    const waarde = asked.one(option);
    return (waarde ? { [naam]: waarde } : {}) as { readonly [key in K]?: string };
  };
  return {
    afzender: asked.one("afzender") ?? "",
    bron: asked.one("bron") ?? "",
    ...text("indicator", "cijfer"),
    ...text("moment"),
    ...text("regio"),
    ...text("peildatum"),
    ...text("licentie"),
    ...pick("betrouwbaarheid", BETROUWBAARHEDEN, asked.one("betrouwbaarheid")),
    ...pick("status", STATUSSEN, asked.one("status")),
  };
}

function pick<K extends string, T extends string>(
  naam: K,
  known: readonly T[],
  waarde: string | undefined,
): { readonly [key in K]?: T } {
  const found = known.find((item) => item === waarde);
  return (found ? { [naam]: found } : {}) as { readonly [key in K]?: T };
}

function needed(asked: Asked, naam: string, wat: string): readonly string[] {
  return asked.one(naam) ? [] : [`«--${naam}» ontbreekt: ${wat}.`];
}

function oneOf(asked: Asked, naam: string, known: readonly string[]): readonly string[] {
  const waarde = asked.one(naam);
  if (waarde === undefined || known.includes(waarde)) return [];
  return [`--${naam} ${waarde}\n  Kies uit: ${known.join(", ")}.`];
}

function wrongMoment(asked: Asked): readonly string[] {
  const [moment, peildatum] = [asked.one("moment"), asked.one("peildatum")];
  return [
    ...(moment && !parseMoment(moment)
      ? [`--moment ${moment}\n  Dit is geen dag of periode. Schrijf 2026-01-01, 2026 of 2026-Q2.`]
      : []),
    ...(peildatum && !isDatum(peildatum)
      ? [`--peildatum ${peildatum}\n  Dit is geen dag. Schrijf hem als 2026-01-01.`]
      : []),
  ];
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const why =
      code === "ENOENT"
        ? "Dit bestand is er niet. Controleer de naam en de map."
        : "Dit bestand kan niet worden gelezen.";
    throw new UsageError([`${path}\n  ${why}`]);
  }
}
