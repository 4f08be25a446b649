import type { Child } from "hono/jsx";
import { type Frame, Page } from "./layout.tsx";

type Props = {
  readonly frame: Frame;
  readonly titel: string;
  /** Somebody with an account may get further here: who is not signed in is led to where one does that. */
  readonly aanmelden?: boolean;
  readonly children?: Child;
};

/** A page that only says something: not found, an error, still starting. */
export function MessagePage({ frame, titel, aanmelden = false, children }: Props) {
  const { account } = frame;
  return (
    <Page frame={frame} titel={titel}>
      <h1>{titel}</h1>
      {children}
      {aanmelden && account && "aanmelden" in account && (
        <p class="knoppen">
          <a class="knop" href={account.aanmelden}>
            Meld u aan
          </a>
        </p>
      )}
      <p>
        <a href="/">Naar het begin</a>
      </p>
    </Page>
  );
}
