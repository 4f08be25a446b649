import { quote } from "../fout.ts";
import type { Boom } from "../knoop.ts";
import { readWaarde } from "../scalar/waarde.ts";
import {
  asBlok,
  asTekst,
  entries,
  isKaart,
  type Kaartboom,
  type Melder,
  type Regel,
} from "./ruw.ts";

/** One document, one spoor: 1 adds homes, 2 divides homes that come free. */
export const spoorregel: Regel = ({ soort, boom }, melder) => {
  if (soort !== "verdeling") return;
  const spoor = asTekst(boom.spoor);
  if (spoor === undefined) {
    if (asTekst(boom.onderwerp) !== "vergunninghouders") {
      melder.fout(
        ["spoor"],
        "Deze verdeling noemt geen spoor. Voeg «spoor: 1» toe als zij woningen toevoegt, of «spoor: 2» als zij woningen verdeelt die vrijkomen.",
      );
    }
    return;
  }
  if (boom.opgave === undefined) return;
  const opgave = asBlok(boom.opgave, "aantal");
  if (spoor === "2") checkVrijkomend(opgave, melder);
  else if (opgave.uit !== undefined) checkToevoegend(spoor, opgave.uit, melder);
};

function checkToevoegend(spoor: string, uit: Boom, { fout }: Melder): void {
  const name = quote(asTekst(uit) ?? "uit");
  const does = spoor === "1" ? "voegt woningen toe en neemt niets uit" : "verdeelt niets uit";
  fout(
    ["spoor"],
    `Een verdeling in spoor ${spoor} ${does} ${name}. Haal «uit» weg, of maak er spoor 2 van.`,
  );
}

function checkVrijkomend(opgave: Kaartboom, { fout }: Melder): void {
  const part = isDeelVan(opgave.aantal) || entries(opgave.is).some(([, deel]) => isDeelVan(deel));
  if (opgave.uit === undefined && !part && asTekst(opgave.eenheid) !== "personen") {
    fout(
      ["opgave"],
      "Een verdeling in spoor 2 verdeelt woningen die vrijkomen en zegt waaruit. Voeg «uit: …» toe aan de opgave, of maak er spoor 1 van als er woningen bij komen.",
    );
  }
  if (isDeelVan(opgave.aantal) && opgave.behoefte === undefined) {
    fout(
      ["opgave"],
      "Een deel van wat vrijkomt, ligt naast de behoefte. Voeg «behoefte: …» toe aan de opgave, of schrijf «behoefte: onbekend».",
    );
  }
}

function isDeelVan(boom: Boom | undefined): boolean {
  if (isKaart(boom)) return entries(boom.is).some(([, part]) => isDeelVan(part));
  if (typeof boom !== "string") return false;
  const read = readWaarde(boom);
  return read.ok && read.waarde.soort === "deel-van";
}
