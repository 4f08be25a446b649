import { type Pad, quote } from "../fout.ts";
import type { Kennis } from "../kennis.ts";
import type { Boom } from "../knoop.ts";
import { findNearest } from "../nearest.ts";
import { readVerwijzing } from "../scalar/verwijzing.ts";
import { readWaarde } from "../scalar/waarde.ts";
import { asBlok, asLijst, asTekst, entries, isKaart, type Kaartboom, type Regel } from "./ruw.ts";

const VERGELIJKINGEN = ["minstens", "hoogstens", "meer-dan", "minder-dan", "gelijk-aan"] as const;

/**
 * An eis lays like beside like: people are not compared with homes.
 *
 * A share of unlike things is a rate (standplaatsen per woning), and then its limit is a parameter
 * that says so. What has no unit that we know, such as a formule over unlike things, is left alone.
 */
export const eenhedenregel: Regel = ({ soort, boom, kennis }, { fout }) => {
  if (soort !== "toets") return;
  const unitOf = unitReader(boom, kennis);
  for (const [name, eis] of entries(boom.eisen)) visit(eis, ["eisen", name], unitOf, fout);
};

type Fout = Parameters<Regel>[1]["fout"];
type Eenheidlezer = (name: string) => string | undefined;

function visit(boom: Boom, pad: Pad, unitOf: Eenheidlezer, fout: Fout): void {
  if (Array.isArray(boom)) {
    for (const [index, item] of boom.entries()) visit(item, [...pad, index], unitOf, fout);
  }
  if (!isKaart(boom)) return;
  for (const key of VERGELIJKINGEN) {
    const limit = asTekst(boom[key]);
    if (limit !== undefined) checkVergelijking(boom, key, limit, pad, unitOf, fout);
  }
  for (const [key, value] of Object.entries(boom)) {
    if (typeof value !== "string") visit(value, [...pad, key], unitOf, fout);
  }
}

function checkVergelijking(
  eis: Kaartboom,
  key: string,
  limit: string,
  pad: Pad,
  unitOf: Eenheidlezer,
  fout: Fout,
): void {
  const [aantal, aandeel, van] = [eis.aantal, eis.aandeel, eis.van].map(asTekst);
  if (aantal !== undefined) {
    const [left, right] = [unitIn(aantal, unitOf), unitIn(limit, unitOf)];
    if (left === undefined || right === undefined || left === right) return;
    fout(
      [...pad, key],
      `${quote(aantal)} is in ${left} en ${quote(limit)} is in ${right}; die zijn niet te vergelijken. Noem een cijfer of een grens in ${left}.`,
      "waarde",
    );
  } else if (aandeel !== undefined && van !== undefined) {
    checkAandeel({ aandeel, van, limit }, pad, unitOf, fout);
  }
}

function checkAandeel(
  {
    aandeel,
    van,
    limit,
  }: { readonly aandeel: string; readonly van: string; readonly limit: string },
  pad: Pad,
  unitOf: Eenheidlezer,
  fout: Fout,
): void {
  const [part, whole] = [unitIn(aandeel, unitOf), unitIn(van, unitOf)];
  if (part === undefined || whole === undefined || part === whole) return;
  const rate = unitIn(limit, unitOf);
  if (rate?.includes(" per ")) return;
  fout(
    [...pad, "van"],
    `${quote(aandeel)} is in ${part} en ${quote(van)} is in ${whole}: dat is geen deel van een geheel. Is een verhouding bedoeld, zet de grens dan in een parameter met «eenheid: ${part} per …»; kies anders twee cijfers in dezelfde eenheid.`,
    "waarde",
  );
}

/** The unit of a figure, a parameter or a part of one; undefined for a bare number. */
function unitIn(text: string, unitOf: Eenheidlezer): string | undefined {
  const pointer = readVerwijzing(text);
  if (pointer.ok && !/^[-+.\d]/.test(text)) return unitOf(pointer.waarde.naam);
  const read = readWaarde(text);
  if (!read.ok || read.waarde.soort !== "deel-van") return undefined;
  const { deel, van } = read.waarde;
  const rate = deel.soort === "parameter" ? unitOf(deel.naam) : undefined;
  return rate?.includes(" per ") ? undefined : unitOf(van.naam);
}

/** What a name is counted in: by its indicator, by its parameter, or as its parts where they agree. */
function unitReader(boom: Kaartboom, { bibliotheek, indicatoren }: Kennis): Eenheidlezer {
  const parameters = isKaart(boom.parameters) ? boom.parameters : {};
  const afgeleid = isKaart(boom.afgeleid) ? boom.afgeleid : {};
  const unitOf = (name: string, seen: readonly string[]): string | undefined => {
    if (seen.includes(name)) return undefined;
    const parameter = parameters[name];
    if (parameter !== undefined) return asTekst(asBlok(parameter, "eenheid").eenheid);
    const formule = asTekst(afgeleid[name]);
    if (formule !== undefined) return sumUnit(formule, (part) => unitOf(part, [...seen, name]));
    const found = indicatoren?.has(name) ? bibliotheek?.find(name) : undefined;
    return found?.soort === "indicator" ? found.eenheid : undefined;
  };
  return (name) => unitOf(name, []);
}

/** Only a sum keeps the unit of its parts, and only where they agree. */
function sumUnit(formule: string, unitOf: Eenheidlezer): string | undefined {
  const parts = formule.split(/\s[+-]\s/).map((part) => readVerwijzing(part.trim()));
  const units = parts.map((part) => (part.ok ? unitOf(part.waarde.naam) : undefined));
  const [first] = units;
  return units.every((unit) => unit === first) ? first : undefined;
}

/** An aanvulling is compared by the names of its eisen; another name is compared with nothing. */
export const aanvullingregel: Regel = ({ soort, boom, kennis }, { opmerking }) => {
  const naam = asTekst(boom["aanvulling-op"]);
  if (soort !== "toets" || naam === undefined) return;
  const norm = kennis.bibliotheek?.find(naam);
  if (norm?.soort !== "toets") return;
  const known = Object.keys(norm.eisen);
  for (const [own] of entries(boom.eisen).filter(([name]) => !known.includes(name))) {
    const nearest = findNearest(own, known);
    const hint = nearest
      ? ` Bedoelt u ${quote(nearest)}?`
      : ` Zij heeft: ${asLijst(known).map(String).join(", ")}.`;
    opmerking(
      ["eisen", own],
      `${quote(naam)} heeft geen eis ${quote(own)}; deze eis wordt nergens mee vergeleken.${hint}`,
    );
  }
};
