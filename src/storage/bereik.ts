import type { Teken } from "#storage/teken.ts";

/** Whether the database can be reached, for who watches it. */
export type Bereik = {
  /** Asks the database for a sign of life; throws where it gives none within seconds. */
  readonly vraagTeken: () => Promise<Teken>;
  /** Tells that it is away, or back: while it is away nobody waits for a connection. */
  readonly meldWeg: (weg: boolean) => void;
  readonly verbindingen: () => Verbindingen;
};

/** How many connections there are, how many of them wait for work, and how much work waits for one. */
export type Verbindingen = {
  readonly open: number;
  readonly vrij: number;
  readonly wachtend: number;
};
