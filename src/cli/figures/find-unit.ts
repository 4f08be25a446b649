import { quote } from "#contract/kader/fout.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import {
  type Gemeente,
  type Gemeentelijst,
  isGemeentecode,
  type Rekengebied,
} from "#domain/gebied.ts";
import { formatMoment } from "#domain/notatie.ts";
import { GEHEEL } from "#domain/waarneming.ts";

export type Gevonden = { readonly id: string } | { readonly fout: string };

type Bekend = {
  readonly basis: { readonly gemeenten: Gemeentelijst };
  readonly gebied: Rekengebied;
  readonly day: string;
  readonly vrijeNamen?: boolean;
};

/** The id of a unit that was written by code, by name or by both; without text the whole region. */
export function findUnit(text: string | undefined, known: Bekend): Gevonden {
  const { gebied, basis } = known;
  if (text === undefined || text === gebied.id || text === GEHEEL) return { id: GEHEEL };
  if (text in gebied.deelregios || text === "nederland" || /^PV\d{2}$/.test(text))
    return { id: text };
  // Units that are no gemeente at all: those of a region made up for a trial.
  if (gebied.eenheden.some(({ id }) => id === text)) return { id: text };
  if (known.vrijeNamen && !isGemeentecode(text.split(" ")[0] ?? "")) return { id: text };
  return findGemeente(text, basis.gemeenten, known.day);
}

/** The gemeente of that code or name on that day, or what is wrong with it. */
export function findGemeente(text: string, gemeenten: Gemeentelijst, day: string): Gevonden {
  const [code = "", ...rest] = text.split(" ");
  return isGemeentecode(code)
    ? byCode(code, rest.join(" "), gemeenten, day)
    : byName(text, gemeenten, day);
}

function byCode(code: string, name: string, gemeenten: Gemeentelijst, day: string): Gevonden {
  const found = gemeenten.findByCode(code, day);
  if (!found) {
    const other = otherDay((on) => gemeenten.findByCode(code, on));
    return {
      fout: other ? existsThen(other, day) : `Er is geen gemeente met code ${quote(code)}.`,
    };
  }
  const called = gemeenten.findByAndereNaam(name, day).some((other) => other.code === code);
  if (!name || called || sameName(name, found.naam)) return { id: code };
  const named = gemeenten.list(day).find(({ naam }) => sameName(naam, name));
  const hint = named ? ` ${named.naam} is ${named.code}.` : "";
  return {
    fout: `${quote(`${code} ${name}`)}: ${code} is op ${formatMoment(day)} ${found.naam}.${hint} Kies code of naam.`,
  };
}

function byName(name: string, gemeenten: Gemeentelijst, day: string): Gevonden {
  const official = gemeenten.list(day).filter(({ naam }) => sameName(naam, name));
  const [found, second] = official.length > 0 ? official : gemeenten.findByAndereNaam(name, day);
  if (found && second) {
    return {
      fout: `Er zijn twee gemeenten ${quote(name)}: ${found.code} en ${second.code}. Schrijf de code.`,
    };
  }
  if (found) return { id: found.code };
  const other = otherDay((on) => gemeenten.list(on).find(({ naam }) => sameName(naam, name)));
  if (other) return { fout: existsThen(other, day) };
  const nearest = findNearest(
    name,
    gemeenten.list(day).map(({ naam }) => naam),
  );
  const hint = nearest
    ? `Bedoelt u ${quote(nearest)}?`
    : "Schrijf de naam of de code, GM en vier cijfers.";
  return { fout: `Er is geen gemeente ${quote(name)}. ${hint}` };
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, "nl", { sensitivity: "base" }) === 0;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2040;

function otherDay(find: (day: string) => Gemeente | undefined): Gemeente | undefined {
  for (let year = LAST_YEAR; year >= FIRST_YEAR; year -= 1) {
    const found = find(`${year}-01-01`);
    if (found) return found;
  }
  return undefined;
}

function existsThen({ code, naam, sinds, tot }: Gemeente, day: string): string {
  const when =
    tot !== undefined && tot < day
      ? `bestond tot en met ${formatMoment(tot)}. Gebruik de gemeente waar zij nu bij hoort`
      : `bestaat pas vanaf ${formatMoment(sinds ?? "")}. Gebruik de gemeenten die er dan nog zijn`;
  return `${code} ${naam} is op ${formatMoment(day)} geen gemeente: zij ${when}, of kies een andere datum met «--op».`;
}
