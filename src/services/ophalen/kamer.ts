import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import type { Cbskennis } from "#sources/cbs/kennis.ts";
import type { Terugzetting } from "./terugzetten.service.ts";

/** What people can do with sources on this server. */
export type Ophaalkamer = {
  /** Why nothing can be fetched here; undefined where it can. */
  readonly dicht: () => string | undefined;
  readonly cbs: Cbskennis;
  /** Puts a question in line; gives the name of its task. */
  readonly vraag: (vraag: Ophaalvraag) => Promise<string>;
  readonly stop: (taak: string) => Promise<void>;
  /** Lets a task that was stopped or failed go on where it was; false where it is neither. */
  readonly hervat: (taak: string) => Promise<boolean>;
  readonly zetTerug: (taak: string) => Promise<Terugzetting>;
  /** Takes borders from a file of somebody's own. */
  readonly leesGrenzen: (bestand: Grensbestandvraag) => Promise<string>;
};

export type Grensbestandvraag = { readonly tekst: string; readonly jaar: number };

export type { Koppeling } from "#sources/cbs/kennis.ts";
export { toPeriode } from "#sources/cbs/periode.ts";
export type { Cbstabel } from "#sources/cbs/tabel.ts";
export { Ophaalfout } from "#sources/ophalen/ophaalfout.ts";
