const TIJD = new Intl.DateTimeFormat("nl-NL", {
  ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  timeZone: "Europe/Amsterdam",
});

/** An ISO moment as people in the Netherlands read it, and as a program does. */
export function Tijd({ op }: { readonly op: string }) {
  return <time datetime={op}>{formatTijd(op)}</time>;
}

/** The same as text alone. */
export function formatTijd(op: string): string {
  return TIJD.format(new Date(op));
}
