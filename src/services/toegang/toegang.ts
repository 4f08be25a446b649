/** How people come in here. Without it there are no accounts: everybody is the public. */
export type Toegang = {
  /** The moment it is. */
  readonly nu: () => Date;
  /** Milliseconds after which a session that nobody used ends. */
  readonly rust: number;
  /** Milliseconds after which every session ends. */
  readonly langst: number;
};

const DAG = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });

/** The calendar day in the Netherlands: a mandate begins and ends there. */
export function dagVan(moment: Date): string {
  return DAG.format(moment);
}
