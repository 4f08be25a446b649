import type { Child } from "hono/jsx";

type Props = {
  readonly titel: string;
  /** People have to choose something here. */
  readonly kies?: boolean;
  /** It stands below the heading of the page itself, and not inside a part of it. */
  readonly bovenaan?: boolean;
  readonly children?: Child;
};

/** Something to know or to choose, set apart by a rule and a word, never by colour alone. */
export function Notice({ titel, kies = false, bovenaan = false, children }: Props) {
  return (
    <div class={kies ? "melding kies" : "melding"}>
      {bovenaan ? <h2>{titel}</h2> : <h3>{titel}</h3>}
      {children}
    </div>
  );
}
