/** Wrongly asked: what is wrong, each thing in sentences that mend it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(fouten.join("\n"));
    this.fouten = fouten;
  }
}

/** Throws where anything is wrong, with everything at once. */
export function assertGood(fouten: readonly string[]): void {
  if (fouten.length > 0) throw new UsageError(fouten);
}
