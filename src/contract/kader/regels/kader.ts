import { quote } from "../fout.ts";
import { laagVan } from "../schema/kop.ts";
import { isVerkeerdeLaag } from "./kop.ts";
import { asLijst, asTekst, entries, isKaart, type Regel, type Ruwdocument } from "./ruw.ts";

/**
 * A kader of one layer carries no agreement that belongs to the other (F221).
 *
 * Only where the kader says its layer, or its region is one of that layer: a kader that bundles
 * both says neither.
 */
export const kaderlaagregel: Regel = (ruw, { fout }) => {
  const { soort, boom, kennis } = ruw;
  const laag = layerOf(ruw);
  if (soort !== "kader" || laag === undefined) return;
  for (const [naam, part] of entries(boom.onderdelen)) {
    const id = isKaart(part) ? asTekst(part.document) : undefined;
    const found = id === undefined ? undefined : kennis.bibliotheek?.find(id);
    if (!found || !isVerkeerdeLaag(found.onderwerp, laag)) continue;
    fout(
      ["onderdelen", naam, "document"],
      `${quote(found.id)} gaat over ${found.onderwerp} en hoort bij de ${laagVan(found.onderwerp)}; dit kader is van een ${laag}. Neem het op in een kader van een ${laagVan(found.onderwerp)}, of haal «laag» weg als dit kader over beide gaat.`,
      "waarde",
    );
  }
};

function layerOf({ boom, kennis }: Ruwdocument): string | undefined {
  const written = asTekst(boom.laag);
  if (written !== undefined) return written;
  const name = asTekst(boom.gebied)?.split("#").at(-1);
  return kennis.regios?.find(({ id }) => id === name)?.soortRegio;
}

/** Nobody is definitief before it is in view what that takes (F211); the run counts it so too. */
export const standpuntregel: Regel = ({ soort, boom }, { opmerking }) => {
  if (soort !== "kader") return;
  for (const [index, partij] of asLijst(boom.partijen).entries()) {
    if (!isKaart(partij) || partij.haalbaarheid !== undefined) continue;
    if (asTekst(partij.standpunt) !== "definitief") continue;
    opmerking(
      ["partijen", index, "standpunt"],
      `${quote(asTekst(partij.wie) ?? "deze partij")} is pas «definitief» als de haalbaarheid in beeld is. Noem het stuk bij «haalbaarheid»; tot dan telt het als «onder-voorbehoud».`,
      "waarde",
    );
  }
};
