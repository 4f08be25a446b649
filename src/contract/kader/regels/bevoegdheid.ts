import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { listWords } from "#domain/notatie.ts";
import { type Pad, quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { asBlok, asLijst, asTekst, isKaart, type Melder, type Regel } from "./ruw.ts";

/** Who decides may decide: the body of a step, and the body that set a region (F225). */
export const bevoegdheidregel: Regel = ({ soort, boom, kennis }, melder) => {
  const { bevoegdheden } = kennis;
  if (!bevoegdheden) return;
  if (soort === "indeling") {
    const layer = bevoegdheden.get(asTekst(boom["soort-regio"]) ?? "");
    const orgaan = asTekst(asBlok(boom.besluit, "orgaan").orgaan);
    if (layer && orgaan !== undefined) checkOrgaan(orgaan, layer, ["besluit", "orgaan"], melder);
  }
  if (soort !== "traject") return;
  asLijst(boom.stappen).forEach((stap, index) => {
    const besluit = asBlok(isKaart(stap) ? stap.besluit : undefined, "orgaan");
    const [over, orgaan] = [asTekst(besluit.over), asTekst(besluit.orgaan)];
    if (over === undefined || orgaan === undefined) return;
    const pad = ["stappen", index, "besluit"];
    const known = bevoegdheden.get(over);
    if (known) checkOrgaan(orgaan, known, [...pad, "orgaan"], melder);
    else melder.fout([...pad, "over"], unknownTekst(over, [...bevoegdheden.keys()]), "waarde");
  });
};

function checkOrgaan(
  orgaan: string,
  { titel, organen, bron }: Bevoegdheid,
  pad: Pad,
  { fout }: Melder,
): void {
  // The schema tells of a regio, and of what is no body at all.
  if (orgaan === "regio" || organen.some((known) => known === orgaan)) return;
  fout(
    pad,
    `Over ${titel} besluit ${listWords(organen.map(quote), "of")}, niet ${quote(orgaan)} (${bron}). Noem het orgaan dat bevoegd is.`,
    "waarde",
  );
}

function unknownTekst(over: string, known: readonly string[]): string {
  const nearest = findNearest(over, known);
  const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Kies uit: ${known.join(", ")}.`;
  return `Wie over ${quote(over)} besluit, is niet bekend. ${hint}`;
}
