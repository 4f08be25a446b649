import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Woorden } from "#domain/schermwoorden.ts";

const GEEN: Woorden = {};

/** The sheet with the region's own titles of figures; ids and codes stay what they are. */
export function withWoorden(data: Rekenblad): Rekenblad {
  const { woorden = GEEN, documenten } = data;
  if (!documenten.some(({ id }) => woorden[id])) return data;
  return {
    ...data,
    documenten: documenten.map((document) => {
      const titel = woorden[document.id];
      return document.soort === "indicator" && titel ? { ...document, titel } : document;
    }),
  };
}

/** What a region calls the codes of a code list: `aandachtsgroep.dakloos` by `dakloos`. */
export function codesOf(woorden: Woorden = GEEN): Woorden {
  return Object.fromEntries(
    Object.entries(woorden).flatMap(([code, label]) => {
      const [, own] = code.split(".");
      return own ? [[own, label]] : [];
    }),
  );
}
