import type { ReactNode } from "react";

type Props = {
  readonly titel: string;
  /** People have to choose something here. */
  readonly kies?: boolean;
  readonly children?: ReactNode;
};

/** Something to know or to choose, set apart by a rule and a word, never by colour alone. */
export function Notice({ titel, kies = false, children }: Props) {
  return (
    <div className={kies ? "melding kies" : "melding"}>
      <h2>{titel}</h2>
      {children}
    </div>
  );
}
