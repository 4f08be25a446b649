import type { Kennis } from "../kennis.ts";
import { readVerwijzing } from "../scalar/verwijzing.ts";
import { readWaarde } from "../scalar/waarde.ts";
import { asBlok, asTekst, isKaart, type Kaartboom } from "./ruw.ts";

/** What a name is counted in; undefined where nobody says so. */
export type Eenheidlezer = (name: string) => string | undefined;

/** The unit of a figure, a parameter or a part of one; undefined for a bare number. */
export function unitIn(text: string, unitOf: Eenheidlezer): string | undefined {
  const pointer = readVerwijzing(text);
  if (pointer.ok && !/^[-+.\d]/.test(text)) return unitOf(pointer.waarde.naam);
  const read = readWaarde(text);
  if (!read.ok || read.waarde.soort !== "deel-van") return undefined;
  const { deel, van } = read.waarde;
  const rate = deel.soort === "parameter" ? unitOf(deel.naam) : undefined;
  return rate?.includes(" per ") ? undefined : unitOf(van.naam);
}

/** What a name is counted in: by its indicator, by its parameter, or as its parts where they agree. */
export function unitReader(boom: Kaartboom, { bibliotheek, indicatoren }: Kennis): Eenheidlezer {
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
