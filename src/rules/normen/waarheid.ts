import type { Waarheid } from "#domain/eis.ts";

// Kleene's strong three-valued logic: what is not known is not no.

export function yes(truth: boolean): Waarheid {
  return truth ? "ja" : "nee";
}

export function not(truth: Waarheid): Waarheid {
  if (truth === "onbekend") return "onbekend";
  return truth === "ja" ? "nee" : "ja";
}

/** With one no it is no, whatever is unknown beside it. */
export function every(truths: readonly Waarheid[]): Waarheid {
  if (truths.includes("nee")) return "nee";
  return truths.includes("onbekend") ? "onbekend" : "ja";
}

/** With one yes it is yes, whatever is unknown beside it. */
export function some(truths: readonly Waarheid[]): Waarheid {
  if (truths.includes("ja")) return "ja";
  return truths.includes("onbekend") ? "onbekend" : "nee";
}

/** With an unknown condition the answer is only known where both branches agree. */
export function choose(condition: Waarheid, dan: Waarheid, anders: Waarheid): Waarheid {
  if (condition === "ja") return dan;
  if (condition === "nee") return anders;
  return dan === anders ? dan : "onbekend";
}

/**
 * As a verdict: while nobody knows which of the two is asked there is none, even where both
 * branches would come to the same. A norm that is not settled yet cannot be met or broken.
 */
export function chooseAsked(condition: Waarheid, dan: Waarheid, anders: Waarheid): Waarheid {
  return condition === "onbekend" ? "onbekend" : choose(condition, dan, anders);
}
