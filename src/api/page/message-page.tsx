import type { Child } from "hono/jsx";
import { type Frame, Page } from "./layout.tsx";

type Props = { readonly frame: Frame; readonly titel: string; readonly children?: Child };

/** A page that only says something: not found, an error, still starting. */
export function MessagePage({ frame, titel, children }: Props) {
  return (
    <Page frame={frame} titel={titel}>
      <h1>{titel}</h1>
      {children}
      <p>
        <a href="/">Naar het begin</a>
      </p>
    </Page>
  );
}
