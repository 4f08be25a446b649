import type { Datum } from "#domain/peildatum.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import type { Rekenvraag } from "#rules/cijfers/rekenvraag.ts";

/** Everything that the state of a traject follows from. */
export type Trajectvraag = Rekenvraag<Traject> & {
  readonly gebeurtenissen: readonly Gebeurtenis[];
  /** For the names behind the codes of the gebied. */
  readonly provincies: readonly { readonly code: string; readonly naam: string }[];
  /** The first day of the traject, where somebody says it; else that on which the document begins. */
  readonly begin?: Datum;
  /** Whether the Algemene termijnenwet moves a legal term; not said is not known. */
  readonly termijnenwet?: boolean;
  /** A made-up case: steps before that of an event count as done, and a date may be left out. */
  readonly proef?: boolean;
};
