import { z } from "zod";
import { type Breuk, compare } from "#domain/breuk.ts";
import type { Formule, Verwijzing, Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { readFormule } from "../scalar/formule.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { readGeheel, readGetal } from "../scalar/getal.ts";
import { readDatum, readDuur, readPeriode } from "../scalar/moment.ts";
import { readDocumentnaam } from "../scalar/naam.ts";
import { readVerwijzing } from "../scalar/verwijzing.ts";
import { readWaarde } from "../scalar/waarde.ts";
import { checkFormule, checkVerwijzing, checkWaarde } from "./bekend.ts";
import { blok, type Controle, onderdelen, scalar } from "./blok.ts";
import { as, checkPer, perVelden } from "./per.ts";

export const datum = scalar(readDatum);
export const periode = scalar(readPeriode);
export const geheel = scalar((text) => readGeheel(text));
export const getal = scalar((text): Gelezen<Breuk> => {
  const result = readGetal(text);
  return result.ok ? gelezen(result.waarde.getal) : result;
});
export const documentnaam = scalar((text) => readDocumentnaam(text, false));
export const documentversie = scalar((text) => readDocumentnaam(text, true));

/** Reads a pointer to a figure that must be known. */
export function readBekend(text: string): Gelezen<Verwijzing> {
  return known(readVerwijzing(text), checkVerwijzing);
}

export const verwijzing = scalar(readBekend);

/** A pointer to a fact of a case or candidate, which no indicator needs to know. */
export const feit: z.ZodType<Verwijzing, string> = scalar(readVerwijzing);

export const formule: z.ZodType<Formule, string> = scalar((text) =>
  known(readFormule(text), checkFormule),
);

/** A term: `10 weken`, or the parameter that holds it. */
export const termijn = scalar((text) => {
  if (!isNumeric(text)) return pointer(text);
  const duur = readDuur(text);
  return duur.ok ? gelezen<Waarde>({ soort: "duur", duur: duur.waarde }) : duur;
});

/** A day: `2027-01-01`, or the parameter that holds it. */
export const dag = scalar((text) => {
  if (!isNumeric(text)) return pointer(text);
  const day = readDatum(text);
  return day.ok ? gelezen<Waarde>({ soort: "datum", datum: day.waarde }) : day;
});

function isNumeric(text: string): boolean {
  return /^[-+.,\d]/.test(text);
}

function pointer(text: string): Gelezen<Waarde> {
  const result = readBekend(text);
  return result.ok ? gelezen({ soort: "verwijzing", verwijzing: result.waarde }) : result;
}

/** A result whose names are known too. */
function known<T>(result: Gelezen<T>, check: (waarde: T) => string | undefined): Gelezen<T> {
  const unknown = result.ok ? check(result.waarde) : undefined;
  return unknown === undefined ? result : ongelezen(unknown);
}

const waardetekst = scalar(readGewoon);
const voorwaardetekst = scalar((text) => known(readWaarde(text), checkWaarde));
const feittekst = scalar(readWaarde);

/** Reads a waarde of one line that is not `evenredig aan`, with known names. */
export function readGewoon(text: string): Gelezen<Waarde> {
  const result = known(readWaarde(text), checkWaarde);
  if (!result.ok || result.waarde.soort !== "evenredig") return result;
  return ongelezen(
    `${quote(text)} kan alleen in een voorwaarde staan. Noem hier het cijfer of getal zelf.`,
  );
}

/** A waarde that differs along an axis. */
export const waardeblok: z.ZodType<Waarde> = z.lazy(() => perBlok(waarde));

/** Any waarde but a band and `evenredig aan`. */
export const waarde: z.ZodType<Waarde> = z.union([waardetekst, waardeblok]);

/** What may stand in a voorwaarde: also `evenredig aan`. */
export const voorwaardewaarde: z.ZodType<Waarde> = z.union([
  voorwaardetekst,
  z.lazy(() => perBlok(voorwaardewaarde)),
]);

/** A waarde about a case or candidate, whose fields are no indicators. */
export const feitwaarde: z.ZodType<Waarde> = z.union([
  feittekst,
  z.lazy(() => perBlok(feitwaarde)),
]);

function perBlok(inner: z.ZodType<Waarde>): z.ZodType<Waarde> {
  return blok(perVelden(inner), checkPer).transform(
    (value): Waarde => ({ soort: "per", as: value.per, is: value.is }),
  );
}

/** `van` and `tot` are both there, in that order. */
export const checkBand: Controle = ({ van, tot }, meld) => {
  if (van === undefined || tot === undefined) {
    meld("Een bandbreedte heeft «van» en «tot». Vul beide in.");
  } else if (isBreuk(van) && isBreuk(tot) && compare(van, tot) > 0) {
    meld("«van» is hoger dan «tot». Draai de twee om.");
  }
};

export const bandVelden = { van: getal.exactOptional(), tot: getal.exactOptional() };

/** A band, or a waarde that differs along an axis. */
export const bandOfPer = blok(
  { ...bandVelden, per: as.exactOptional(), is: onderdelen(waarde).exactOptional() },
  (gevonden, meld) => {
    const band = "van" in gevonden || "tot" in gevonden;
    const per = "per" in gevonden || "is" in gevonden;
    if (band === per) meld("Schrijf hier een bandbreedte met «van» en «tot», of «per» en «is».");
    else if (per) checkPer(gevonden, meld);
    else checkBand(gevonden, meld);
  },
).transform(({ van, tot, per = "", is = {} }): Waarde => {
  return van && tot ? { soort: "band", van, tot } : { soort: "per", as: per, is };
});

/** An amount of an opgave: a waarde, or a band. */
export const bandwaarde: z.ZodType<Waarde> = z.union([waardetekst, bandOfPer]);

export function isBreuk(value: unknown): value is Breuk {
  return typeof value === "object" && value !== null && "teller" in value && "noemer" in value;
}
