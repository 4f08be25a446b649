import { isDatum, parsePeriode } from "#domain/peildatum.ts";
import type { Asked } from "./command.ts";
import { isoDay } from "./text/today.ts";
import { assertGood } from "./usage-error.ts";

/** When it is asked, and whether that is only because today nobody said otherwise. */
type Moment = { readonly op: string; readonly isToday: boolean };

/**
 * The day or period behind `--op`; today where nobody said one.
 *
 * @throws UsageError where it is neither.
 */
export function askMoment(asked: Asked, now: Date): Moment {
  const op = asked.one("op") ?? isoDay(now);
  assertGood(
    isDatum(op) || parsePeriode(op)
      ? []
      : [
          `--op ${op}\n  Dit is geen datum of periode. Schrijf 2026-01-01, 2026, 2026-H1 of 2026-Q2.`,
        ],
  );
  return { op, isToday: !asked.has("op") };
}

/** What is wrong with an option that takes one day. */
export function checkDay(option: string, day: string | undefined): readonly string[] {
  if (day === undefined || isDatum(day)) return [];
  return [`--${option} ${day}\n  Dit is geen dag. Schrijf hem als 2026-01-01.`];
}
