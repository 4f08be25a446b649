import type { Ordelijk } from "#contract/kader/knoop.ts";
import { add, type Breuk, equals, formatBreuk, NUL, parseBreuk } from "#domain/breuk.ts";
import type { Bandbreedte, Eenheiduitkomst, Ontbrekend } from "#domain/uitkomst.ts";
import { isKaart, unitId } from "./gegevens.ts";

/** One thing a scenario expected and did not get. */
export type Verschil = {
  readonly wat: string;
  readonly verwacht: string;
  readonly gekregen: string;
};

/** Compares a number exactly; `undefined` is what did not come out at all. */
export function compareGetal(
  wat: string,
  verwacht: Ordelijk | undefined,
  gekregen: Breuk | undefined,
): readonly Verschil[] {
  const wanted = typeof verwacht === "string" ? parseBreuk(verwacht) : undefined;
  if (wanted && gekregen && equals(wanted, gekregen)) return [];
  const got = gekregen ? formatBreuk(gekregen) : "niets";
  return [{ wat, verwacht: describe(verwacht), gekregen: got }];
}

/** Compares a band `{ van, tot }`, or one number for both ends. */
export function compareBand(
  wat: string,
  verwacht: Ordelijk,
  gekregen: Bandbreedte | undefined,
): readonly Verschil[] {
  const [van, tot] = isKaart(verwacht)
    ? [verwacht.get("van"), verwacht.get("tot")]
    : [verwacht, verwacht];
  return [
    ...compareGetal(`${wat} van`, van, gekregen?.laag),
    ...compareGetal(`${wat} tot`, tot, gekregen?.hoog),
  ];
}

/** Compares numbers per unit, deeper where the expectation is deeper. */
export function compareBoom(
  wat: string,
  verwacht: Ordelijk,
  valueAt: (pad: readonly string[]) => Breuk | undefined,
  pad: readonly string[] = [],
): readonly Verschil[] {
  if (!isKaart(verwacht)) return compareGetal(`${wat} ${pad.join(" ")}`, verwacht, valueAt(pad));
  return [...verwacht].flatMap(([name, below]) =>
    compareBoom(wat, below, valueAt, [...pad, unitId(name)]),
  );
}

/** Compares names without their order: a list, or a single one. */
export function compareNamen(
  wat: string,
  verwacht: Ordelijk,
  gekregen: readonly string[],
): readonly Verschil[] {
  const list = Array.isArray(verwacht) ? verwacht : [verwacht];
  const left = list.map((name) => codesOnly(String(name))).sort();
  const right = gekregen.map(codesOnly).sort();
  if (left.join("\n") === right.join("\n")) return [];
  return [{ wat, verwacht: left.join(", "), gekregen: right.join(", ") || "niets" }];
}

/** `inwoners van GM0363 Amsterdam` and `inwoners van GM0363` name the same: the code counts. */
function codesOnly(name: string): string {
  return name.replace(/\b(GM\d{4}|PV\d{2}) (?!in )[^,]*?(?= in |,|$)/g, "$1");
}

/** Whether a message contains what was expected of it, whatever the capitals. */
export function compareTekst(
  wat: string,
  verwacht: Ordelijk,
  gekregen: readonly string[],
): readonly Verschil[] {
  const wanted = String(verwacht).toLowerCase();
  if (gekregen.some((text) => text.toLowerCase().includes(wanted))) return [];
  return [{ wat, verwacht: String(verwacht), gekregen: gekregen.join(" | ") || "niets" }];
}

/** The number of a unit, or of a cell below it; a cell is found by any of its names in order. */
export function valueIn(
  eenheden: readonly Eenheiduitkomst[],
  [unit, ...cel]: readonly string[],
): Breuk | undefined {
  const own = eenheden.find(({ id }) => id === unit);
  if (!own || cel.length === 0) return own?.aantal.midden;
  const found = own.cellen.filter(({ pad }) => cel.every((name, i) => pad[i] === name));
  if (found.length === 0) return undefined;
  return found.reduce((total, { aantal }) => add(total, aantal.midden), NUL);
}

/** The sum over all units of one onderdeel, or of everything under `alle`. */
export function sumIn(eenheden: readonly Eenheiduitkomst[], name: string): Breuk | undefined {
  if (name === "alle")
    return eenheden.reduce((total, { aantal }) => add(total, aantal.midden), NUL);
  const own = eenheden.find(({ id }) => id === name);
  if (own) return own.aantal.midden;
  const cells = eenheden.flatMap(({ cellen }) => cellen.filter(({ pad }) => pad.includes(name)));
  if (cells.length === 0) return undefined;
  return cells.reduce((total, { aantal }) => add(total, aantal.midden), NUL);
}

/** `inwoners van C`, as a scenario writes what is missing. */
export function formatOntbrekend({ cijfer, van }: Ontbrekend): string {
  return van ? `${cijfer} van ${van}` : cijfer;
}

/** Compares one word. */
export function compareWoord(
  wat: string,
  verwacht: Ordelijk,
  gekregen: string,
): readonly Verschil[] {
  if (String(verwacht) === gekregen) return [];
  return [{ wat, verwacht: String(verwacht), gekregen }];
}

/** A key of a scenario that nothing compares. */
export function unknownKey(key: string): readonly Verschil[] {
  return [{ wat: key, verwacht: "bekend", gekregen: "onbekende sleutel" }];
}

/** A part of a scenario that cannot be read, or came out as what no case may leave unsaid. */
export function wrong(wat: string, gekregen: readonly string[]): readonly Verschil[] {
  return [{ wat, verwacht: "goed", gekregen: gekregen.join(" | ") }];
}

function describe(tree: Ordelijk | undefined): string {
  return typeof tree === "string" ? tree : JSON.stringify(tree ?? "niets");
}
