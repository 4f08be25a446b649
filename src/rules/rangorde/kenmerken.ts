import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import type { Ordening, Puntenregel, Rangorde } from "#domain/rangorde.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import { verwijzingenIn } from "#rules/cijfers/formule.ts";

/** What a document asks of a kenmerk: as what it is read, and which codes it knows of it. */
export type Gevraagd = {
  readonly vormen: ReadonlySet<"code" | "duur" | "datum" | "getal">;
  readonly codes: ReadonlySet<string>;
};

type Vorm = "code" | "duur" | "datum" | "getal";
type Note = (naam: string, vormen: readonly Vorm[], codes?: readonly string[]) => void;

const MAAT: readonly Vorm[] = ["getal", "duur", "datum"];

/** Every kenmerk and figure of a candidate that a rangorde reads, by name. */
export function kenmerkenIn(document: Rangorde): ReadonlyMap<string, Gevraagd> {
  const found = new Map<string, { vormen: Set<Vorm>; codes: Set<string> }>();
  const note: Note = (naam, vormen, codes = []) => {
    if (naam in document.parameters || naam === "punten") return;
    const formule = document.afgeleid[naam];
    if (formule) {
      for (const part of verwijzingenIn(formule)) note(part.naam, ["getal"]);
      return;
    }
    const known = found.get(naam) ?? { vormen: new Set(), codes: new Set() };
    for (const vorm of vormen) known.vormen.add(vorm);
    for (const code of codes) known.codes.add(code);
    found.set(naam, known);
  };
  if (document.toelating) noteEis(document.toelating, note);
  for (const regel of Object.values(document.punten)) notePunten(regel, note);
  for (const item of document.volgorde) noteOrdening(item, note);
  const { gelijkeStanden } = document;
  if (gelijkeStanden.soort === "volgorde") {
    for (const item of gelijkeStanden.volgorde) noteOrdening(item, note);
  }
  for (const [naam, termijn] of Object.entries(document.termijn)) {
    note(naam, ["datum"]);
    note(termijn.na, ["datum"]);
  }
  return found;
}

function noteEis(eis: Eis, note: Note): void {
  switch (eis.soort) {
    case "vergelijking":
      noteOnderwerp(eis.onderwerp, eis.vergelijking, note);
      return;
    case "aanwezig":
      for (const item of eis.wat) note(item.naam, ["code", ...MAAT]);
      return;
    case "alle":
    case "een-van":
      for (const item of eis.eisen) noteEis(item, note);
      return;
    case "niet":
      noteEis(eis.eis, note);
      return;
    case "als":
      for (const item of [eis.als, eis.dan, eis.anders]) if (item) noteEis(item, note);
      return;
    case "voor-elk":
      noteEis(eis.geldt, note);
      return;
  }
}

function noteOnderwerp(onderwerp: EisOnderwerp, vergelijking: Vergelijking, note: Note): void {
  switch (onderwerp.soort) {
    case "kenmerk":
      note(onderwerp.naam, ["code"], vergelijking.soort === "is" ? vergelijking.codes : []);
      return;
    case "aantal":
      noteWaarde(onderwerp.van, ["getal"], note);
      break;
    case "aandeel":
      notePointers([onderwerp.teller, onderwerp.noemer], ["getal"], note);
      break;
    case "som":
      notePointers([onderwerp.wat], ["getal"], note);
      break;
    case "datum":
      notePointers([onderwerp.van], ["datum"], note);
      break;
    case "duur": {
      const { van, tot } = onderwerp;
      notePointers(tot ? [van, tot] : [van], [tot ? "datum" : "duur"], note);
      break;
    }
  }
  if ("waarde" in vergelijking) noteWaarde(vergelijking.waarde, MAAT, note);
  if (vergelijking.soort === "tussen") {
    noteWaarde(vergelijking.van, MAAT, note);
    noteWaarde(vergelijking.tot, MAAT, note);
  }
}

function notePointers(list: readonly Verwijzing[], vormen: readonly Vorm[], note: Note): void {
  for (const { naam } of list) note(naam, vormen);
}

function noteWaarde(waarde: Waarde, vormen: readonly Vorm[], note: Note): void {
  if (waarde.soort === "verwijzing") notePointers([waarde.verwijzing], vormen, note);
  if (waarde.soort === "deel-van") notePointers([waarde.van], ["getal"], note);
  if (waarde.soort === "per") {
    for (const part of Object.values(waarde.is)) noteWaarde(part, vormen, note);
  }
}

function notePunten(regel: Puntenregel, note: Note): void {
  if (regel.soort === "eerste-die-geldt") {
    for (const { als } of regel.treden) noteEis(als, note);
    return;
  }
  noteWaarde(regel.van, regel.per.soort === "duur" ? ["duur", "datum"] : MAAT, note);
}

function noteOrdening(item: Ordening, note: Note): void {
  switch (item.soort) {
    case "eerst":
      noteEis(item.eis, note);
      return;
    case "treden":
      for (const trede of item.treden) if (trede.soort === "trede") noteEis(trede.als, note);
      return;
    default:
      noteWaarde(item.waarde, MAAT, note);
  }
}
