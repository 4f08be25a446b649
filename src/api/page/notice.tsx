import type { Child } from "hono/jsx";

type Props = {
  readonly titel: string;
  /** People have to choose something here. */
  readonly kies?: boolean;
  readonly children?: Child;
};

/** Something to know or to choose, set apart by a rule and a word, never by colour alone. */
export function Notice({ titel, kies = false, children }: Props) {
  return (
    <div class={kies ? "melding kies" : "melding"}>
      <h3>{titel}</h3>
      {children}
    </div>
  );
}
