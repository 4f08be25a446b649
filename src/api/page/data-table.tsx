import type { Child } from "hono/jsx";

type Props = {
  /** Unique on the page. */
  readonly id: string;
  readonly titel: Child;
  readonly klasse?: string | undefined;
  readonly children?: Child;
};

/** A table that scrolls inside its own part of the page, also with the keyboard. */
export function DataTable({ id, titel, klasse, children }: Props) {
  return (
    <section class="tabel" tabindex={0} aria-labelledby={`${id}-titel`}>
      <table id={id} class={klasse}>
        <caption id={`${id}-titel`}>{titel}</caption>
        {children}
      </table>
    </section>
  );
}
