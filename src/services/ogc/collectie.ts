import type { Gebiedsvorm } from "./gebiedsvorm.ts";

type Eigenschap = string | number | readonly string[] | null;

/** One thing on the map, as long as it exists. */
export type Kenmerkgebied = {
  readonly id: string;
  readonly sinds?: string;
  readonly tot?: string;
  /** What is told of it on a day on which it exists. */
  readonly eigenschappen: (op: string) => Readonly<Record<string, Eigenschap>>;
  readonly vorm: (op: string) => Gebiedsvorm | undefined;
  /** By what it can be asked for, beside place and time. */
  readonly zoekbaar: Readonly<Record<string, string | undefined>>;
};

/** A parameter that only this collection has. */
export type Zoekveld = {
  readonly naam: string;
  readonly uitleg: string;
  readonly waarden: readonly string[];
};

export type Collectie = {
  readonly id: string;
  readonly titel: string;
  readonly omschrijving: string;
  readonly zoekvelden: readonly Zoekveld[];
  /** The first day it tells of. */
  readonly sinds: string;
  readonly list: () => readonly Kenmerkgebied[];
};

/** What every shape says of itself; schematic ones say so in every feature. */
export function describeVorm(vorm: Gebiedsvorm | undefined) {
  if (!vorm) return { vorm: null, vormJaar: null, vormBron: null };
  return { vorm: vorm.soort, vormJaar: vorm.jaar, vormBron: vorm.bron };
}
