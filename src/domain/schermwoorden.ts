/** Label by code, as a region wrote them. */
export type Woorden = Readonly<Record<string, string>>;

/** Words that regions call otherwise (F093), by code: how we say them. A code never changes. */
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

/** A text in which those words are said as the region does; plurals keep their ending. */
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
