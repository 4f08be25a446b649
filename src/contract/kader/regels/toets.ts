import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { asLijst, asTekst, entries, type Regel } from "./ruw.ts";

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
