/** What the address asks: one herindeling, one indicator, and whether an announced one counts. */
export type Herindelingsvraag = {
  readonly gebeurtenis: string;
  readonly indicator: string;
  readonly alsof: boolean;
};

/** The page of one herindeling. */
export function herindelingAdres(gebeurtenis: string): string {
  return `/herindelingen?${new URLSearchParams({ gebeurtenis })}`;
}
