import type { Rekenblad } from "#domain/rekenblad.ts";

/** Label by code, as a region wrote them. */
export type Woorden = Readonly<Record<string, string>>;

/** Words of the screen that regions call otherwise, by code: how we say them. */
export const SCHERMWOORDEN: Woorden = {
  bijdrage: "bijdrage",
  bovengrens: "bovengrens",
  "evenwichtige-verdeling": "evenwichtige verdeling",
  ondergrens: "ondergrens",
  opgave: "opgave",
  "regulier-woningzoekende": "regulier woningzoekende",
  vergunninghouder: "vergunninghouder",
  "wettelijk-urgente": "wettelijk urgente",
};

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

/** A text in which words of the screen are said as the region does; plurals keep their ending. */
export function sayAlsRegio(tekst: string, woorden: Woorden = GEEN): string {
  return Object.entries(SCHERMWOORDEN).reduce((text, [code, ons]) => {
    const eigen = woorden[code];
    if (!eigen) return text;
    return text.replace(
      new RegExp(`\\b(${ons})(s|n|en)?\\b`, "gi"),
      (_, word: string, ending = "") =>
        `${word[0] === word[0]?.toLowerCase() ? eigen : capital(eigen)}${ending}`,
    );
  }, tekst);
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
