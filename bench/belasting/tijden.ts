/** How long many questions took. */
export type Tijden = {
  readonly aantal: number;
  readonly perSeconde: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly langst: number;
};

/** Sums up times in ms of questions that were asked within so many seconds. */
export function sumUp(ms: readonly number[], seconden: number): Tijden {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return {
    aantal: sorted.length,
    perSeconde: sorted.length / seconden,
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), langst: at(1) },
  };
}

/** The same as words. */
export function describeTijden({ perSeconde, p50, p95, p99, langst }: Tijden): string {
  const ms = (value: number) =>
    `${value.toLocaleString("nl-NL", { maximumFractionDigits: value < 10 ? 1 : 0 })} ms`;
  const rate = perSeconde.toLocaleString("nl-NL", { maximumFractionDigits: 0 });
  return `${rate} per seconde; midden ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, langst ${ms(langst)}`;
}
