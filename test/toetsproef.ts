import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Eisoordeel, ToetsUitkomst } from "#domain/oordeel.ts";
import type { Toets } from "#domain/toets.ts";
import { createCijferbron, GEHEEL } from "#domain/waarneming.ts";
import { computeToets, type Toetsvraag } from "#rules/normen/index.ts";
import { type Cijfer, leesDocument, observe } from "./builders.ts";

export type Kaart = Readonly<Record<string, Readonly<Record<string, Cijfer>>>>;

/** A toets as a document writes it, without its head; `kop` replaces lines of the head. */
export function eenToets(yaml: string, kop: Readonly<Record<string, string>> = {}): Toets {
  const head = {
    soort: "toets",
    id: "proef",
    titel: "Een proef",
    onderwerp: "algemeen",
    bron: "verzonnen voor een proef",
    status: "voorbeeld",
    ...kop,
  };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${value}`);
  const level = /^niveau:/m.test(yaml) ? "" : "niveau: [gemeente]\n";
  const document = leesDocument(`${lines.join("\n")}\n${level}${yaml}\n`);
  if (document.soort !== "toets") throw new Error(`geen toets maar ${document.soort}`);
  return document;
}

type Bij = Partial<Omit<Toetsvraag, "document" | "cijfers" | "gebied" | "bibliotheek">> & {
  readonly eenhedenVan?: readonly Rekeneenheid[];
  readonly naast?: readonly RegieDocument[];
  readonly onzeker?: readonly string[];
  readonly deelregios?: Readonly<Record<string, string>>;
};

/** Carries out a toets on made-up figures: unit by unit, `*` for the whole. */
export function toets(document: Toets, cijfers: Kaart, bij: Bij = {}): ToetsUitkomst {
  const { eenhedenVan, naast = [], onzeker = [], deelregios = {}, ...rest } = bij;
  const waarnemingen = Object.entries(cijfers).flatMap(([naam, kaart]) => observe(naam, kaart));
  const ids = [...new Set(waarnemingen.map(({ gebied }) => gebied))].filter((id) => id !== GEHEEL);
  return computeToets({
    document,
    gebied: {
      id: GEHEEL,
      titel: "de proef",
      eenheden: eenhedenVan ?? ids.map((id) => ({ id, naam: id })),
      deelregios,
      onzeker,
    },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([document, ...naast]),
    ingevuld: { parameters: {} },
    niveau: document.niveau[0] ?? "gemeente",
    uitleg: [],
    besluiten: [],
    ...rest,
  });
}

/** The verdict on one eis of one unit. */
export function oordeelVan(uitkomst: ToetsUitkomst, eis = "e", eenheid?: string): Eisoordeel {
  const unit = uitkomst.eenheden.find(({ id }) => eenheid === undefined || id === eenheid);
  const found = unit?.oordelen.find((item) => item.eis === eis);
  if (!found) throw new Error(`geen oordeel over ${eis} van ${eenheid ?? "het geheel"}`);
  return found;
}
