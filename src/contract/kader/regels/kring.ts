import { listWords } from "#domain/notatie.ts";
import type { Formule } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { readFormule } from "../scalar/formule.ts";
import { asTekst, entries, type Regel } from "./ruw.ts";

/** What is worked out from other figures never leads back to itself. */
export const kringregel: Regel = ({ soort, boom, kennis }, { fout }) => {
  const own = new Map(
    entries(boom.afgeleid).map(([name, formula]) => [name, namesIn(asTekst(formula))] as const),
  );
  const id = asTekst(boom.id);
  const indicator = soort === "indicator" && id !== undefined && boom.formule !== undefined;
  if (indicator) own.set(id, namesIn(asTekst(boom.formule)));
  const next = (name: string): readonly string[] => own.get(name) ?? formuleOf(name, kennis) ?? [];
  const told = new Set<string>();
  for (const name of own.keys()) {
    const circle = told.has(name) ? undefined : findCircle(name, next);
    if (!circle) continue;
    for (const member of circle) told.add(member);
    const pad = indicator && name === id ? ["formule"] : ["afgeleid", name];
    fout(pad, circleTekst(circle), "waarde");
  }
};

function formuleOf(
  name: string,
  { bibliotheek }: Parameters<Regel>[0]["kennis"],
): readonly string[] | undefined {
  const document = bibliotheek?.find(name);
  return document?.soort === "indicator" && document.formule
    ? namesOf(document.formule)
    : undefined;
}

function circleTekst([first = "", ...others]: readonly string[]): string {
  const way = others.length === 0 ? "" : ` via ${listWords(others.map(quote))}`;
  return `${quote(first)} leidt${way} terug naar zichzelf. Haal een van de verwijzingen weg.`;
}

/** The names on the way back to `start`, `start` first; undefined where no way leads back. */
export function findCircle(
  start: string,
  next: (name: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const open: (readonly string[])[] = [[start]];
  for (let path = open.pop(); path; path = open.pop()) {
    for (const name of next(path.at(-1) ?? start)) {
      if (name === start) return path;
      if (seen.has(name)) continue;
      seen.add(name);
      open.push([...path, name]);
    }
  }
  return undefined;
}

function namesIn(text: string | undefined): readonly string[] {
  const read = text === undefined ? undefined : readFormule(text);
  return read?.ok ? namesOf(read.waarde) : [];
}

function namesOf(formule: Formule): readonly string[] {
  if (formule.soort === "getal") return [];
  if (formule.soort === "verwijzing") return [formule.verwijzing.naam];
  return [...namesOf(formule.links), ...namesOf(formule.rechts)];
}
