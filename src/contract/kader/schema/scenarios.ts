import { z } from "zod";
import { readMoment } from "../scalar/moment.ts";
import { blok, lijst, onderdelen, scalar, tekst } from "./blok.ts";
import { meetniveau } from "./indicator.ts";
import { loting } from "./rangorde.ts";
import { documentnaam } from "./waarde.ts";

/** A tree whose form depends on what it speaks of: figures, units, keys of the document. */
const vrij = z.unknown();

const gegeven = {
  cijfers: onderdelen(vrij).exactOptional(),
  ingevuld: onderdelen(vrij).exactOptional(),
  gebied: tekst.exactOptional(),
  naast: lijst(documentnaam).exactOptional(),
  "al-toegewezen": vrij.optional(),
  aanbod: vrij.optional(),
  werkelijk: vrij.optional(),
  ruil: vrij.optional(),
  niveau: meetniveau.exactOptional(),
  fase: z.enum(["programmering", "realisatie"]).exactOptional(),
  uitleg: onderdelen(tekst).exactOptional(),
  besluiten: lijst(onderdelen(tekst)).exactOptional(),
  kandidaten: onderdelen(onderdelen(vrij)).exactOptional(),
  loting: lijst(loting).exactOptional(),
  gebeurtenissen: lijst(onderdelen(tekst)).exactOptional(),
  geland: lijst(onderdelen(tekst)).exactOptional(),
  verslagen: lijst(vrij).exactOptional(),
  wijzig: onderdelen(vrij).exactOptional(),
};

const verwacht = {
  uitkomst: onderdelen(vrij).exactOptional(),
  som: onderdelen(vrij).exactOptional(),
  "per-jaar": onderdelen(vrij).exactOptional(),
  ruimte: vrij.optional(),
  over: vrij.optional(),
  open: vrij.optional(),
  saldo: vrij.optional(),
  bedrag: vrij.optional(),
  verschil: vrij.optional(),
  band: onderdelen(vrij).exactOptional(),
  "binnen-de-onzekerheid": lijst(tekst).exactOptional(),
  ernaast: onderdelen(vrij).exactOptional(),
  "past-niet": vrij.optional(),
  "aan-de-grens": lijst(tekst).exactOptional(),
  keuzes: onderdelen(vrij).exactOptional(),
  leden: onderdelen(vrij).exactOptional(),
  oordeel: onderdelen(tekst).exactOptional(),
  gat: onderdelen(tekst).exactOptional(),
  opmerking: vrij.optional(),
  volgorde: z.array(vrij).exactOptional(),
  punten: onderdelen(vrij).exactOptional(),
  "niet-toegelaten": lijst(tekst).exactOptional(),
  "nader-onderzoek": lijst(tekst).exactOptional(),
  termijn: onderdelen(onderdelen(scalar(readMoment))).exactOptional(),
  stap: tekst.exactOptional(),
  // An empty list says that there is none: nothing is late on the last day itself.
  "te-laat": z.array(tekst).exactOptional(),
  blokkade: z.array(tekst).exactOptional(),
  ontbreekt: z.array(tekst).exactOptional(),
  status: tekst.exactOptional(),
  onvolledig: lijst(tekst).exactOptional(),
  onbepaald: lijst(tekst).exactOptional(),
  "besluit-nodig": lijst(tekst).exactOptional(),
  onhaalbaar: tekst.exactOptional(),
  geweigerd: tekst.exactOptional(),
  botsing: z.array(tekst).exactOptional(),
  "niet-te-onderscheiden": lijst(tekst).exactOptional(),
  fout: tekst.exactOptional(),
};

const scenario = blok({
  naam: tekst,
  op: scalar(readMoment).exactOptional(),
  gegeven: blok(gegeven).exactOptional(),
  verwacht: blok(verwacht, (gevonden, meld) => {
    if (Object.keys(gevonden).length === 0) {
      meld("«verwacht» is leeg: dan bewijst dit scenario niets. Schrijf wat eruit moet komen.");
    }
  }),
});

/** A file of proofs. */
export const scenariobestand = blok({ document: documentnaam, scenarios: lijst(scenario) });
