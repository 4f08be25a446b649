import type { ReactNode } from "react";

/** A table that can be scrolled sideways where it does not fit, by keyboard too. */
export function TableFrame({
  naam,
  children,
}: {
  readonly naam: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="tabel" aria-label={naam} tabIndex={0}>
      {children}
    </section>
  );
}
