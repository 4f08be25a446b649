/** What a server knows of itself while it runs. */
export type Levensloop = {
  /** Since when nothing can be kept, because the database is away or takes no changes. */
  readonly alleenLezenSinds: () => Date | undefined;
  /** Whether what is answered is made of what stands in the database now. */
  readonly cijfersBij: () => boolean;
  /** Whether it was told to stop: it finishes what runs. */
  readonly stopt: () => boolean;
};

/** A server that was just made, and of which nothing more is known. */
export const ALTIJD_OPEN: Levensloop = {
  alleenLezenSinds: () => undefined,
  cijfersBij: () => true,
  stopt: () => false,
};
