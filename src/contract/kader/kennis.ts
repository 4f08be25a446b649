import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import type { Bibliotheek } from "#domain/document.ts";
import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Datum } from "#domain/peildatum.ts";

/** A region that some indeling knows. */
export type BekendeRegio = { readonly id: string; readonly soortRegio: string };

/**
 * What the loader may know from outside a document.
 *
 * All of it is optional: what is absent is not checked, so that one file can be read alone.
 */
export type Kennis = {
  readonly gemeenten?: Gemeentelijst;
  /** The day on which names and codes are checked where the document gives none itself. */
  readonly peildatum?: Datum;
  /** All other documents; pointers to documents are followed in it. */
  readonly bibliotheek?: Bibliotheek;
  /** Known indicators by name, each with the code lists it is split on. */
  readonly indicatoren?: ReadonlyMap<string, readonly string[]>;
  /** Code list → its codes. */
  readonly codelijsten?: ReadonlyMap<string, readonly string[]>;
  readonly regios?: readonly BekendeRegio[];
  /** Who decides on what: `woningbouwregio` → PS. */
  readonly bevoegdheden?: ReadonlyMap<string, Bevoegdheid>;
};
