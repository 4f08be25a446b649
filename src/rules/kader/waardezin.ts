import type { Breuk } from "#domain/breuk.ts";
import type { Parameter, Parameterwaarde } from "#domain/kop.ts";
import { formatDuur, formatMoment } from "#domain/notatie.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import type { Deel, Verwijzing, Waarde } from "#domain/waarde.ts";
import { cijferwoorden, codewoorden, eenheidwoorden, type Ruimte } from "./context.ts";
import { formatBreuktekst, formatGetaltekst } from "./getaltekst.ts";
import { formatPeriode, formatTijdstip } from "./momenttekst.ts";
import { describeVerloop } from "./verlooptekst.ts";
import { bare, codeToWords, counted, definite, nthStap } from "./woorden.ts";
import { field, phrase, series, type Zin } from "./zin.ts";

/** How a figure is named: "inwoners", "de inwoners" or "het aantal inwoners". */
export type Naamvorm = "kaal" | "bepaald" | "telling";

/** A figure, as the part that a click changes; a parameter by its value. */
export function describeVerwijzing(
  verwijzing: Verwijzing,
  pad: string,
  ruimte: Ruimte,
  vorm: Naamvorm = "kaal",
): Zin {
  const parameter = describeParameter(verwijzing.naam, ruimte);
  if (parameter && verwijzing.pad.length === 0) return parameter;
  return [field(figureName(verwijzing, ruimte, vorm), pad)];
}

/** A figure in words, with its cell, level and moment. */
export function figureName(verwijzing: Verwijzing, ruimte: Ruimte, vorm: Naamvorm): string {
  if (verwijzing.naam === "uitkomst")
    return withQualifiers(outcomeName(verwijzing, ruimte), verwijzing);
  const words = cijferwoorden(verwijzing.naam, ruimte);
  const name = { kaal: bare, bepaald: definite, telling: counted }[vorm](words);
  const cell = verwijzing.pad.map((part) => codewoorden(part, ruimte)).join(", ");
  return withQualifiers(cell === "" ? name : `${name} (${cell})`, verwijzing);
}

/** `uitkomst.groei.overig`: after which step, and in which part. */
function outcomeName({ pad }: Verwijzing, ruimte: Ruimte): string {
  const [first, ...rest] = pad;
  const index = first === undefined ? undefined : ruimte.stappen[first];
  const cells = (index === undefined ? pad : rest).map((part) => codewoorden(part, ruimte));
  const base = index === undefined ? "de uitkomst tot dan toe" : `de uitkomst na ${nthStap(index)}`;
  return cells.length > 0 ? `${base} in ${cells.join(", ")}` : base;
}

function withQualifiers(name: string, { van, tijd }: Verwijzing): string {
  const level = van === "nederland" ? " van Nederland" : van ? ` van de ${van}` : "";
  return `${name}${level}${tijd ? ` ${formatTijdstip(tijd)}` : ""}`;
}

/** Anything that may stand where docs/taal.md says *waarde*. */
export function describeWaarde(
  waarde: Waarde,
  pad: string,
  ruimte: Ruimte,
  vorm: Naamvorm = "bepaald",
): Zin {
  switch (waarde.soort) {
    case "getal":
      return [field(formatGetaltekst(waarde.tekst), pad)];
    case "band":
      return [field(formatBand(waarde.van, waarde.tot), pad)];
    case "duur":
      return [field(formatDuur(waarde.duur), pad)];
    case "datum":
      return [field(formatMoment(waarde.datum), pad)];
    case "verwijzing":
      return describeVerwijzing(waarde.verwijzing, pad, ruimte, vorm);
    case "deel-van":
      return phrase(
        describeDeel(waarde.deel, pad, ruimte),
        "van",
        describeVerwijzing(waarde.van, pad, ruimte, "bepaald"),
      );
    case "evenredig":
      return phrase("een deel evenredig aan", describeVerwijzing(waarde.aan, pad, ruimte));
    case "per":
      return describePer(waarde.is, pad, ruimte, vorm);
  }
}

function describeDeel(deel: Deel, pad: string, ruimte: Ruimte): Zin {
  if (deel.soort === "getal") return [field(formatGetaltekst(deel.tekst), pad)];
  return describeParameter(deel.naam, ruimte) ?? [field(cijferwoorden(deel.naam, ruimte), pad)];
}

/** `60% (laag) of 35% (hoog)` */
function describePer(
  is: Readonly<Record<string, Waarde>>,
  pad: string,
  ruimte: Ruimte,
  vorm: Naamvorm,
): Zin {
  const parts = Object.entries(is).map(([key, part]) =>
    phrase(
      describeWaarde(part, `${pad}.is.${key}`, ruimte, vorm),
      `(${onderdeelwoorden(key, ruimte)})`,
    ),
  );
  return series(parts, "of");
}

/** An onderdeel of an axis, a year or a unit; `rest` is what no other names. */
export function onderdeelwoorden(key: string, ruimte: Ruimte): string {
  if (key === "rest") return "de rest";
  const unit = /^(\S+) (.+)$/.exec(key);
  if (unit?.[1] && unit[2]) return eenheidwoorden({ id: unit[1], naam: unit[2] }, ruimte);
  return parsePeriode(key) ? formatPeriode(key) : eenheidwoorden({ id: key }, ruimte);
}

/**
 * The value of a parameter, or that people still have to set it; undefined where the document has
 * no parameter of that name.
 *
 * What a person filled in for this run goes before what the document says.
 */
export function describeParameter(naam: string, ruimte: Ruimte): Zin | undefined {
  const parameter = ruimte.kop.parameters[naam];
  if (!parameter) return undefined;
  const filled = ruimte.context.ingevuld?.parameters[naam];
  const pad = `parameters.${naam}.waarde`;
  if (filled) return [field(formatParameterwaarde(filled, parameter), pad)];
  const assumed = parameter.zekerheid === "aanname" ? "(aanname)" : "";
  if (parameter.waarde) {
    return phrase(field(formatParameterwaarde(parameter.waarde, parameter), pad), assumed);
  }
  if (parameter.ingroeipad) {
    const growing = formatIngroei(parameter.ingroeipad, parameter);
    return phrase(field(growing, `parameters.${naam}.ingroeipad`), assumed);
  }
  return [field(`nog te bepalen: ${parameterwoorden(naam, ruimte)}`, pad, "nog-te-bepalen")];
}

/** The name of a parameter in words. */
export function parameterwoorden(naam: string, ruimte: Ruimte): string {
  return cijferwoorden(naam, ruimte);
}

function formatParameterwaarde(waarde: Parameterwaarde, parameter: Parameter): string {
  switch (waarde.soort) {
    case "getal":
      return formatGetaltekst(waarde.tekst);
    case "band":
      return formatBand(waarde.van, waarde.tot, isShare(parameter));
    case "datum":
      return formatMoment(waarde.datum);
    case "duur":
      return formatDuur(waarde.duur);
    case "woord":
      return formatWoord(waarde.woord);
  }
}

function formatWoord(woord: string): string {
  if (isDatum(woord)) return formatMoment(woord);
  return parsePeriode(woord) ? formatPeriode(woord) : codeToWords(woord);
}

function formatIngroei(
  { van, naar, vanaf, doel, verloop }: NonNullable<Parameter["ingroeipad"]>,
  parameter: Parameter,
): string {
  const share = isShare(parameter);
  const start = `${formatBreuktekst(van, share)} in ${formatPeriode(vanaf)}`;
  const end = `${formatBreuktekst(naar, share)} in ${formatPeriode(doel)}`;
  const steps = describeVerloop(verloop, "")
    .map(({ tekst }) => tekst)
    .join("");
  return `van ${start} naar ${end}${steps === "" ? "" : `, ${steps}`}`;
}

function isShare({ eenheid }: Parameter): boolean {
  return eenheid === "deel";
}

/** `420 tot 480`, `5% tot 6%` */
function formatBand(van: Breuk, tot: Breuk, procent = false): string {
  return `${formatBreuktekst(van, procent)} tot ${formatBreuktekst(tot, procent)}`;
}
