import { add, type Breuk, compare, formatBreuk, multiply, subtract } from "#domain/breuk.ts";
import type { Parameter, Parameterwaarde } from "#domain/kop.ts";
import { isSeveral, orgaannaam } from "#domain/notatie.ts";
import type { Bandbreedte, Melding } from "#domain/uitkomst.ts";
import { between, exact } from "./band.ts";
import { progress } from "./verloop.ts";

/** What a parameter holds in a run, or why a person must fill it in first. */
export type Parameterstand =
  | { readonly soort: "getal"; readonly band: Bandbreedte; readonly ingevuld: boolean }
  | { readonly soort: "anders"; readonly waarde: Parameterwaarde }
  | { readonly soort: "melding"; readonly melding: Melding };

/**
 * The value of a parameter: what a person filled in, else its own, else its growth on `op`.
 *
 * Empty gives `onbepaald`, with the candidates that its sources name; filled in outside `tussen`
 * is `geweigerd`. Nothing uncertain is ever filled in here.
 */
export function readParameter(
  naam: string,
  parameter: Parameter,
  ingevuld: Parameterwaarde | undefined,
  op: string | undefined,
): Parameterstand {
  const waarde = ingevuld ?? parameter.waarde;
  if (waarde) return readWaarde(naam, parameter, waarde, ingevuld !== undefined);
  const growing = parameter.ingroeipad && grownTo(parameter.ingroeipad, op);
  if (growing) return { soort: "getal", band: exact(growing), ingevuld: false };
  return { soort: "melding", melding: onbepaald(naam, parameter) };
}

function readWaarde(
  naam: string,
  parameter: Parameter,
  waarde: Parameterwaarde,
  filledIn: boolean,
): Parameterstand {
  if (waarde.soort === "band") {
    return { soort: "getal", band: between(waarde.van, waarde.tot), ingevuld: filledIn };
  }
  if (waarde.soort !== "getal") return { soort: "anders", waarde };
  const { tussen } = parameter;
  if (!tussen) return { soort: "getal", band: exact(waarde.getal), ingevuld: filledIn };
  if (compare(waarde.getal, tussen.van) < 0 || compare(tussen.tot, waarde.getal) < 0) {
    return { soort: "melding", melding: geweigerd(naam, waarde.getal, tussen) };
  }
  if (filledIn) return { soort: "getal", band: exact(waarde.getal), ingevuld: true };
  return { soort: "getal", band: between(tussen.van, tussen.tot, waarde.getal), ingevuld: false };
}

/** The number on its way from `van` to `naar`; undefined where the run does not say when it is. */
export function grownTo(
  pad: NonNullable<Parameter["ingroeipad"]>,
  op: string | undefined,
): Breuk | undefined {
  if (op === undefined) return undefined;
  const along = progress(pad.verloop, pad.vanaf, pad.doel, op);
  return add(pad.van, multiply(along, subtract(pad.naar, pad.van)));
}

function onbepaald(naam: string, parameter: Parameter): Melding {
  const candidates = parameter.mogelijk.map((item) => `${describe(item.waarde)} (${item.bron})`);
  const named = candidates.length > 0 ? ` De bronnen noemen: ${candidates.join(", ")}.` : "";
  const who = parameter.zet ? setBy(parameter.zet) : "";
  return {
    soort: "onbepaald",
    wat: naam,
    parameter,
    waarom: `«${naam}» heeft nog geen waarde.${who}${named}`,
  };
}

function setBy(orgaan: string): string {
  return ` Dit ${isSeveral(orgaan) ? "stellen" : "stelt"} ${orgaannaam(orgaan)} vast.`;
}

function geweigerd(
  naam: string,
  waarde: Breuk,
  tussen: { readonly van: Breuk; readonly tot: Breuk },
): Melding {
  const limits = `${formatBreuk(tussen.van)} en ${formatBreuk(tussen.tot)}`;
  return {
    soort: "geweigerd",
    regel: `parameters.${naam}.tussen`,
    reden: `«${naam}» is ${formatBreuk(waarde)}, en moet tussen ${limits} liggen`,
  };
}

function describe(waarde: Parameterwaarde): string {
  switch (waarde.soort) {
    case "getal":
      return waarde.tekst;
    case "band":
      return `${formatBreuk(waarde.van)} tot ${formatBreuk(waarde.tot)}`;
    case "datum":
      return waarde.datum;
    case "duur":
      return `${waarde.duur.aantal} ${waarde.duur.maat}`;
    case "woord":
      return waarde.woord;
  }
}
