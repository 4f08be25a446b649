import type { Formule, Verwijzing } from "#domain/waarde.ts";
import { verwijzingenIn } from "./formule.ts";

/** A formule over figures of fixed dates says nothing about another moment than its own. */
export function answersAt(formule: Formule, asked: Verwijzing): boolean {
  return !asked.tijd || verwijzingenIn(formule).every(({ tijd }) => tijd?.soort !== "op");
}

/** A formule asked at a level or moment asks its parts there too, unless they say otherwise. */
export function inherit(inner: Verwijzing, outer: Verwijzing): Verwijzing {
  const van = inner.van ?? outer.van;
  const tijd = inner.tijd ?? outer.tijd;
  return { ...inner, ...(van ? { van } : {}), ...(tijd ? { tijd } : {}) };
}

/** The same text for the same figure, to know it by; made once per verwijzing. */
export function describeVerwijzing(verwijzing: Verwijzing): string {
  const known = descriptions.get(verwijzing);
  if (known !== undefined) return known;
  const { naam, pad, van, tijd } = verwijzing;
  const made = `${[naam, ...pad].join(".")} ${van ?? ""} ${tijd ? JSON.stringify(tijd) : ""}`;
  descriptions.set(verwijzing, made);
  return made;
}

const descriptions = new WeakMap<Verwijzing, string>();

/** Whether a figure is worked out from one of these names, by however many formules in between. */
export function leansOn(
  formule: Formule | undefined,
  names: ReadonlySet<string>,
  formuleOf: (naam: string) => Formule | undefined,
  seen: readonly string[] = [],
): boolean {
  if (!formule) return false;
  return verwijzingenIn(formule).some(
    ({ naam }) =>
      names.has(naam) ||
      (!seen.includes(naam) && leansOn(formuleOf(naam), names, formuleOf, [...seen, naam])),
  );
}
