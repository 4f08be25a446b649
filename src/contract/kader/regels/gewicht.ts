import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { asTekst, type Regel } from "./ruw.ts";

/** A weight makes an average over gemeenten that were merged: of a count or a formule there is none. */
export const gewichtregel: Regel = ({ soort, boom, kennis }, { fout }) => {
  const gewicht = asTekst(boom.gewicht);
  if (soort !== "indicator" || gewicht === undefined) return;
  if (asTekst(boom.optelbaar) !== "nee") {
    fout(
      ["gewicht"],
      "Een gewicht hoort bij een cijfer dat niet op te tellen is. Schrijf «optelbaar: nee», of haal het gewicht weg.",
    );
  }
  if (boom.formule !== undefined) {
    fout(
      ["gewicht"],
      "Dit cijfer heeft een formule; die geldt ook na een herindeling. Haal het gewicht of de formule weg.",
    );
  }
  const known = kennis.indicatoren;
  if (!known || known.has(gewicht)) return;
  const nearest = findNearest(gewicht, known.keys());
  const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : "Er is geen indicator met die naam.";
  fout(["gewicht"], `Onbekend cijfer ${quote(gewicht)}. ${hint}`, "waarde");
};
