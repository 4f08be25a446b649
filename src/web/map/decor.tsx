import type { ReactNode } from "react";

type Props = { readonly soort: string; readonly children: ReactNode };

/** Part of a drawing that says nothing that is not said elsewhere, for who hears the page. */
export function Decor({ soort, children }: Props) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing cannot have the focus
    <g className={soort} aria-hidden="true">
      {children}
    </g>
  );
}
