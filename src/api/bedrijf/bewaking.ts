/** How much a line in the log asks of whoever runs the server. */
export type Niveau = "info" | "waarschuwing" | "fout";

/** What a line says beside its words; never a path, a query, a name or what somebody typed. */
export type Logvelden = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the server tells what it does. */
export type Logboek = {
  readonly meld: (niveau: Niveau, bericht: string, velden?: Logvelden) => void;
  /** An error that nobody foresaw, under the number that the reader of the page was given. */
  readonly fout: (bericht: string, error: unknown, velden?: Logvelden) => void;
  /** A request that was answered: of interest to a program, not to who sits at a terminal. */
  readonly verzoek: (velden: Logvelden) => void;
};

/** One request that was answered, to be counted. */
export type Gemeten = {
  readonly method: string;
  /** The pattern, never the address itself: there are few of them. */
  readonly route: string;
  readonly status: number;
  readonly seconden: number;
};

/** What is counted and timed. */
export type Metingen = {
  readonly begin: () => void;
  readonly klaar: (gemeten: Gemeten) => void;
};

/** How the server is watched from outside. */
export type Bewaking = { readonly logboek: Logboek; readonly metingen: Metingen };

const nothing = () => {};

/** Watches nothing. */
export const ONBEWAAKT: Bewaking = {
  logboek: { meld: nothing, fout: nothing, verzoek: nothing },
  metingen: { begin: nothing, klaar: nothing },
};
