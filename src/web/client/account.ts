/** What the server said of who looks at this page, and of how people share here. */
export type Account = {
  /** People have accounts: they share with those, and not with secret links. */
  readonly deelt: boolean;
  /** Why who looks may not keep a version, begin a round or choose words; absent where they may. */
  readonly nietVersies?: string | undefined;
  readonly nietRonde?: string | undefined;
  readonly nietWoorden?: string | undefined;
};

/** Reads it from the page. */
export function readAccount(): Account {
  const said = window.document.getElementById("scherm")?.dataset ?? {};
  const { accounts, nietVersies, nietRonde, nietWoorden } = said;
  return { deelt: accounts === "ja", nietVersies, nietRonde, nietWoorden };
}
