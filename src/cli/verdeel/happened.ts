import { quote } from "#contract/kader/fout.ts";
import { readGetal } from "#contract/kader/scalar/getal.ts";
import { type Breuk, isNegative } from "#domain/breuk.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verdeelopdracht } from "#services/verdeling/opdracht.ts";
import type { Asked } from "../command.ts";
import { findUnit } from "../figures/find-unit.ts";

type Verloop = NonNullable<Verdeelopdracht["verloop"]>;
type Bekend = Parameters<typeof findUnit>[1];

/** What happened so far, as it was said on the line; with what is wrong with it. */
export type Happened = {
  readonly verloop?: Verloop;
  readonly fouten: readonly string[];
};

/** Reads `--al-toegewezen 30`, `--aanbod 5` and `--ruil "Dordrecht>Sliedrecht=5"`. */
export function readHappened(asked: Asked, document: Verdeling, known: Bekend): Happened {
  const fouten = misplaced(asked, document);
  const used = readNumber(asked, "al-toegewezen", fouten);
  const offered = readNumber(asked, "aanbod", fouten);
  const lijst = asked.all("ruil").flatMap((text) => readShift(text, known, fouten) ?? []);
  const verloop: Verloop = {
    ...(used ? { alToegewezen: used } : {}),
    ...(offered ? { aanbod: offered } : {}),
    ...(lijst.length > 0 ? { ruil: { soort: "verschuivingen", lijst } } : {}),
  };
  return Object.keys(verloop).length > 0 ? { verloop, fouten } : { fouten };
}

/** What would be said for nothing: this document does not look at it. */
function misplaced(asked: Asked, { id, opgave, stappen }: Verdeling): string[] {
  const fouten: string[] = [];
  for (const option of ["al-toegewezen", "aanbod"]) {
    if (asked.has(option) && opgave.als !== "maximum") {
      fouten.push(`--${option}\n  ${quote(id)} heeft geen maximum, dus dit telt niet mee.`);
    }
  }
  if (asked.has("aanbod") && !asked.has("al-toegewezen")) {
    fouten.push("--aanbod\n  Zeg erbij hoeveel er al is: «--al-toegewezen <aantal>».");
  }
  if (asked.has("ruil") && !stappen.some(({ ruil }) => ruil)) {
    fouten.push(`--ruil\n  ${quote(id)} heeft geen stap met «ruil», dus er valt niets te ruilen.`);
  }
  return fouten;
}

function readNumber(asked: Asked, option: string, fouten: string[]): Breuk | undefined {
  const text = asked.one(option);
  return text === undefined ? undefined : toNumber(text, `--${option} ${text}`, fouten);
}

function toNumber(text: string, place: string, fouten: string[]): Breuk | undefined {
  const read = readGetal(text.trim());
  if (read.ok && !isNegative(read.waarde.getal)) return read.waarde.getal;
  fouten.push(`${place}\n  ${read.ok ? `${quote(text)} is lager dan nul.` : read.tekst}`);
  return undefined;
}

function readShift(text: string, known: Bekend, fouten: string[]) {
  const place = `--ruil ${text}`;
  const [, from = "", to = "", number = ""] = /^([^>=]+)>([^>=]+)=(.+)$/.exec(text) ?? [];
  if (!number) {
    fouten.push(
      `${place}\n  Schrijf «van>naar=aantal» tussen aanhalingstekens, bijvoorbeeld «--ruil "Dordrecht>Sliedrecht=5"».`,
    );
    return undefined;
  }
  const units = [from, to].map((name) => findUnit(name.trim(), known));
  const wrong = units.flatMap((unit) => ("fout" in unit ? [unit.fout] : []));
  fouten.push(...wrong.map((fout) => `${place}\n  ${fout}`));
  const aantal = toNumber(number, place, fouten);
  const [van, naar] = units.flatMap((unit) => ("id" in unit ? [unit.id] : []));
  return van && naar && aantal ? { van, naar, aantal } : undefined;
}
