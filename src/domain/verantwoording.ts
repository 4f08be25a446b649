/** Where a figure in an account comes from. */
export type Herkomst = {
  readonly indicator: string;
  readonly gebied: string;
  readonly moment?: string;
  readonly bron: string;
  readonly betrouwbaarheid?: string;
  readonly opmerking?: string;
};

/**
 * The account of an outcome: a tree from the result back to figures, rule, article and rounding.
 *
 * `wat` is a sentence part in Dutch; `waarde` an exact number as text (`formatBreuk`), or a band
 * `laag–hoog` as two. Web, Word and API show this same tree.
 */
export type Verantwoording = {
  readonly wat: string;
  readonly waarde?: string;
  readonly laag?: string;
  readonly hoog?: string;
  readonly eenheid?: string;
  readonly herkomst?: Herkomst;
  /** The key path in the document that says so, `stappen[0].sleutel`. */
  readonly pad?: string;
  readonly delen: readonly Verantwoording[];
};
