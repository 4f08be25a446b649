import type { Datum } from "./peildatum.ts";

/** What can ask for somebody's attention; each can be tuned by itself. */
export const MELDINGSOORTEN = [
  "ronde",
  "opmerking",
  "verloopt",
  "mandaat",
  "sleutel",
  "webhook",
  "bureau",
  "levering",
  "gedeeld",
  "antwoord",
  "taak",
  "zonder-mandaat",
] as const;
export type Meldingsoort = (typeof MELDINGSOORTEN)[number];

/** The sorts as people read them. */
export const MELDINGNAMEN: Readonly<Record<Meldingsoort, string>> = {
  ronde: "Een correctieronde waarin uw gemeente nog niet reageerde",
  opmerking: "Een opmerking over uw gemeente die zij nog niet heeft gezien",
  verloopt: "Een versie die binnenkort vervalt",
  mandaat: "Een mandaat van u dat eindigt",
  sleutel: "Een sleutel voor een programma die eindigt",
  webhook: "Een webhook van uw organisatie die is uitgezet",
  bureau: "Een bureau waarvan de einddatum nadert",
  levering: "Een levering die op een keuze of bevestiging wacht",
  gedeeld: "Iets wat een ander met u deelde",
  antwoord: "Een antwoord op een opmerking van uw organisatie",
  taak: "Ophalen bij een bron dat niet lukte",
  "zonder-mandaat": "Accounts van uw organisatie zonder mandaat",
};

/** Sorts with a day, or on which others wait, each with why it never leaves the first page. */
export const WAAROM_ALTIJD: Partial<Readonly<Record<Meldingsoort, string>>> = {
  ronde: "Zolang uw gemeente niet reageert, staat bij haar cijfers «nog niet nagekeken».",
  opmerking: "Anderen zien een opmerking pas als uw gemeente haar zag.",
  verloopt: "Na die dag is de inhoud weg.",
  mandaat: "Na die dag mag u niet meer handelen voor de organisatie.",
  sleutel: "Na die dag krijgt het programma geen antwoord meer.",
  bureau: "Na die dag ziet het bureau niets meer van de regio.",
};

/** Where somebody wants to see a sort: as a line of its own, gathered once a day, or not at all. */
export const MELDINGKEUZEN = ["meteen", "dagoverzicht", "niet"] as const;
export type Meldingkeuze = (typeof MELDINGKEUZEN)[number];

/** What somebody chose; a sort without a choice comes at once. */
export type Meldingkeuzes = ReadonlyMap<Meldingsoort, Meldingkeuze>;

/** Something that was found, of which a rule says whether and how it asks for attention. */
export type Aandachtsfeit = {
  readonly soort:
    | "ronde"
    | "opmerking"
    | "versie verloopt"
    | "sleutel"
    | "webhook"
    | "bureau"
    | "levering"
    | "versie gedeeld"
    | "document gedeeld"
    | "antwoord"
    | "taak"
    | "zonder mandaat";
  readonly id: string;
  /** How it is called. */
  readonly titel: string;
  /** About whom it is, or from whom. */
  readonly wie: string;
  readonly sinds: Datum;
  readonly uiterlijk?: Datum;
};

/** Where one does something about it. */
export type Aandachtsdoel = {
  readonly soort:
    | "ronde"
    | "opmerking"
    | "versie"
    | "document"
    | "levering"
    | "taak"
    | "organisatie"
    | "sleutels"
    | "webhooks"
    | "account";
  readonly id: string;
};

/** One line: what, about whom, since when, by when, and the one thing to do about it. */
export type Aandachtsregel = {
  readonly soort: Meldingsoort;
  readonly wat: string;
  readonly over: string;
  readonly sinds: Datum;
  readonly uiterlijk?: Datum;
  /** On the link. */
  readonly doe: string;
  readonly doel: Aandachtsdoel;
};
