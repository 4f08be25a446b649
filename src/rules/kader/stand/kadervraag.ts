import type { Breuk } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Kader } from "#domain/kader.ts";
import type { Evaluatieverslag, Kaderstand, Landing, Partijbesluit } from "#domain/kaderstand.ts";
import type { ToetsUitkomst } from "#domain/oordeel.ts";
import type { Datum, Tijdvak } from "#domain/peildatum.ts";
import type { Toets } from "#domain/toets.ts";
import type { Trajectstand } from "#domain/trajectstand.ts";
import type { Ontbrekend, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";

/** What was really done by one unit, up to and including a day. */
export type Werkelijk = { readonly aantal: Breuk; readonly totEnMet: Datum };

/** A verdeling in one periode: what was agreed for it, and what is known to be done. */
export type Verdeelperiode = {
  readonly periode: string;
  /** Its days; absent where nobody said when it ends. */
  readonly span?: Tijdvak;
  readonly uitkomst: VerdelingUitkomst;
  /** The figure of what was done; absent where the document names none. */
  readonly cijfer?: string;
  readonly werkelijk: ReadonlyMap<string, Werkelijk>;
  readonly ontbreekt: readonly Ontbrekend[];
};

/** What the document of an onderdeel gave on this day, or why it gave nothing. */
export type Onderdeelloop =
  | { readonly soort: "loopt-niet"; readonly waarom: string }
  | {
      readonly soort: "verdeling";
      readonly document: Verdeling;
      readonly periodes: readonly Verdeelperiode[];
    }
  | {
      readonly soort: "toets";
      readonly document: Toets;
      /** One for each level at which it was carried out. */
      readonly uitkomsten: readonly ToetsUitkomst[];
    }
  | {
      readonly soort: "traject";
      readonly stand: Trajectstand;
      /** Whether anybody recorded anything: of silence nobody knows where it stands. */
      readonly gemeld: boolean;
    }
  | { readonly soort: "rangorde" | "indeling" | "indicator" }
  | { readonly soort: "kader"; readonly stand: Kaderstand };

/** Everything that the state of a kader follows from; its documents were carried out before. */
export type Kadervraag = {
  readonly document: Kader;
  readonly gebied: Rekengebied;
  readonly op: Datum;
  readonly ingevuld: Invulling;
  /** By the name of the onderdeel; only of those that have a document. */
  readonly lopen: ReadonlyMap<string, Onderdeelloop>;
  readonly geland: readonly Landing[];
  readonly verslagen: readonly Evaluatieverslag[];
  readonly besluiten: readonly Partijbesluit[];
};
